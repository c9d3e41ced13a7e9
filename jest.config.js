/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Other packages of this name, as jest sees it.
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/editors/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: ['<rootDir>/jest.setup.js'],
  testTimeout: 120_000,
  // Every core for who waits for it: many tests wait for services, and of two cores jest would use one. In CI nobody waits.
  ...(process.env.CI ? {} : { maxWorkers: '100%' }),
  reporters: ['default', '<rootDir>/jest.reporter.js'],
};
