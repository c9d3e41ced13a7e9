import type { EndpointOptionFact } from '../types.ts';

const docs = { kind: 'documented', from: 'parallelworks.com/docs/cli/pw/endpoints' } as const;
const workflows = {
  kind: 'documented',
  from: 'parallelworks/workflows .claude/skills/activate-workflows/references',
} as const;

/** The options of `pw endpoints run`, `http`, `https` and `serve`, and those that every command of `pw` has. */
export const endpointOptions: readonly EndpointOptionFact[] = [
  { name: 'name', letter: 'n', takesValue: true, evidence: docs },
  { name: 'subdomain', letter: 's', takesValue: true, evidence: docs },
  { name: 'output', letter: 'o', takesValue: true, evidence: docs },
  { name: 'description', takesValue: true, evidence: docs },
  { name: 'slug', takesValue: true, evidence: docs },
  { name: 'auth-file', takesValue: true, evidence: docs },
  { name: 'auth-scheme', takesValue: true, evidence: docs },
  { name: 'openai', takesValue: false, evidence: workflows },
  { name: 'public', takesValue: false, evidence: docs },
  { name: 'keep', takesValue: false, evidence: docs },
  { name: 'open', takesValue: false, evidence: docs },
  { name: 'link', takesValue: false, evidence: docs },
  { name: 'no-subdomain', takesValue: false, evidence: docs },
  { name: 'strip-path', takesValue: false, evidence: docs },
  { name: 'rewrite-host', takesValue: false, evidence: docs },
  { name: 'context', takesValue: true, evidence: docs },
  { name: 'platform-host', takesValue: true, evidence: docs },
  { name: 'verbose', letter: 'v', takesValue: false, evidence: docs },
  { name: 'help', letter: 'h', takesValue: false, evidence: docs },
];

/** What people expect an option to be called, and what it is called. */
export const expectedEndpointOptions: Readonly<Record<string, string>> = {
  'base-path': 'slug',
  domain: 'subdomain',
  'endpoint-name': 'name',
  'session-name': 'name',
  'strip-prefix': 'strip-path',
};

/**
 * Options that people expect and that are none: `run` chooses the port, and `http` and `https` take it as an operand; only
 * `create` has a `--port`.
 */
export const endpointPortOptions: ReadonlySet<string> = new Set(['port', 'local-port', 'remote-port']);

/** What `pw endpoints run` replaces in its command, each in braces. */
export const endpointTokens = ['port', 'host', 'path'] as const;
