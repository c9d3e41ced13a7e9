/**
 * The house as rules: a floor may import itself and the floors named, nothing else, and only some rooms may use
 * packages or Node. docs/architecture.md draws the same table; __tests__/architecture.test.ts compares the two.
 */
export const house = {
  base: [],
  source: ['base'],
  ports: ['base', 'source'],
  facts: ['base'],
  diagnostics: ['base', 'source'],
  trace: ['base', 'source', 'diagnostics'],
  syntax: ['base', 'source', 'diagnostics', 'facts'],
  model: ['base', 'source', 'diagnostics', 'facts', 'ports', 'syntax'],
  analysis: ['base', 'source', 'diagnostics', 'facts', 'ports', 'syntax', 'model'],
  plan: ['base', 'source', 'diagnostics', 'facts', 'ports', 'trace', 'syntax', 'model'],
  rules: ['base', 'source', 'diagnostics', 'facts', 'ports', 'trace', 'syntax', 'model', 'analysis'],
  run: ['base', 'source', 'diagnostics', 'facts', 'ports', 'trace', 'syntax', 'model', 'plan'],
  report: ['base', 'source', 'diagnostics', 'trace'],
  lint: ['base', 'source', 'diagnostics', 'facts', 'ports', 'trace', 'syntax', 'model', 'analysis', 'rules'],
  editor: [
    'base',
    'source',
    'diagnostics',
    'facts',
    'ports',
    'trace',
    'syntax',
    'model',
    'analysis',
    'rules',
    'lint',
  ],
  host: ['base', 'source', 'diagnostics', 'ports', 'trace'],
  app: [
    'base',
    'source',
    'diagnostics',
    'facts',
    'ports',
    'trace',
    'syntax',
    'model',
    'analysis',
    'plan',
    'rules',
    'run',
    'report',
    'lint',
  ],
  lsp: ['base', 'source', 'diagnostics', 'ports', 'trace', 'report', 'editor', 'app'],
  api: ['base', 'source', 'diagnostics', 'ports', 'trace', 'report', 'lint', 'app', 'host'],
  browser: ['base', 'source', 'diagnostics', 'ports', 'trace', 'report', 'app', 'lsp', 'api'],
  cli: ['base', 'source', 'diagnostics', 'ports', 'trace', 'report', 'app', 'host', 'lsp'],
  action: ['base', 'source', 'diagnostics', 'ports', 'trace', 'report', 'app', 'host'],
};

/** Packages: which rooms may use them. */
export const outside = {
  '^yaml$|node_modules/yaml/': '^src/(syntax/yaml|lint/apply-fixes)',
  '^unbash$|node_modules/unbash/': '^src/syntax/bash/',
  '^diff$|node_modules/diff/': '^src/report/unified-diff',
  '^get-east-asian-width$|node_modules/get-east-asian-width/': '^src/report/terminal/',
  '^sarif$|node_modules/@types/sarif/': '^src/report/sarif/',
  '^semver$|node_modules/semver/': '^src/app/gate/',
  '^@actions/|node_modules/@actions/': '^src/action/',
  '^@peculiar/asn1-|node_modules/@peculiar/asn1-': '^src/host/network/local-authority',
  '^@codemirror/|node_modules/@codemirror/|^@lezer/|node_modules/@lezer/': '^src/browser/playground/editor',
  '^vscode-languageserver|node_modules/vscode-': '^src/(lsp/|cli/lsp-command|browser/language-server)',
};

const floors = Object.entries(house).map(([floor, below]) => ({
  name: `floor-${floor}`,
  comment: `src/${floor}/ may import itself and: ${below.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: '^src/', pathNot: `^src/(${[floor, ...below].join('|')})/` },
}));

const rooms = Object.entries(outside).map(([packages, allowed]) => ({
  name: `outside-${
    packages
      .replace(/[^a-z-]+/g, ' ')
      .trim()
      .split(' ')[0]
  }`,
  comment: `only ${allowed} may use ${packages}`,
  severity: 'error',
  from: { path: '^src/', pathNot: allowed },
  to: { path: packages },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floors,
    ...rooms,
    {
      name: 'no-host-in-browsers',
      comment: 'the entry of the API for Node knows this machine, the one for browsers does not',
      severity: 'error',
      from: { path: '^src/(browser/|api/lint)' },
      to: { path: '^src/(host|cli|action)/', reachable: true },
    },
    {
      name: 'no-node-below',
      comment: 'what lints and what serves editors runs in browsers too: the world enters through src/ports',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host|cli|action)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'of sarif there are types alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
    {
      // Whatever src imports goes into the bundle, so a package is given a room first; the tests' and the build's have none.
      name: 'packages-with-a-room',
      comment: 'name the package and where it may be used in "outside", above',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: Object.keys(outside), dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
