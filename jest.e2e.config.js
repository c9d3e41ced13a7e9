import unit from './jest.config.js';

/** The tests of the built program as its users start it; `.ci/run` runs them. @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: ['<rootDir>/__tests__/e2e/**/*.e2e.ts'],
  maxWorkers: 1,
  testTimeout: 300_000,
};
