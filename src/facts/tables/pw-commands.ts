import type { PwCommandFact } from '../types.ts';

const docs = { kind: 'documented', from: 'parallelworks.com/docs, command line' } as const;
const workflows = {
  kind: 'documented',
  from: 'parallelworks/workflows .claude/skills/activate-workflows/references',
} as const;

/** The commands of `pw` that workflows call, longest first where one begins another. */
export const pwCommands = [
  {
    command: 'agent open-port',
    description: 'Prints a free port.',
    needsPermissions: false,
    evidence: workflows,
  },
  {
    command: 'agent',
    description: 'Asks the agent on this machine.',
    needsPermissions: false,
    evidence: workflows,
  },
  {
    command: 'endpoints run',
    description: 'Runs a command and serves the port that it listens on.',
    needsPermissions: true,
    evidence: workflows,
  },
  {
    command: 'endpoints',
    description: 'Lists, creates and deletes endpoints.',
    needsPermissions: true,
    evidence: docs,
  },
  {
    command: 'sessions',
    description: 'Lists, creates, opens and stops sessions.',
    needsPermissions: true,
    evidence: docs,
  },
  {
    command: 'workflows runs cancel',
    description: 'Cancels a run.',
    needsPermissions: true,
    evidence: docs,
  },
  {
    command: 'workflows',
    description: 'Runs, lists and changes workflows.',
    needsPermissions: true,
    evidence: docs,
  },
  { command: 'cluster', description: 'Lists and starts clusters.', needsPermissions: true, evidence: docs },
  { command: 'clusters', description: 'Lists and starts clusters.', needsPermissions: true, evidence: docs },
  { command: 'environments', description: 'Lists environments.', needsPermissions: true, evidence: docs },
  {
    command: 'kube',
    description: 'Lists Kubernetes clusters and writes their credentials.',
    needsPermissions: true,
    evidence: docs,
  },
  { command: 'buckets', description: 'Reads and writes buckets.', needsPermissions: true, evidence: docs },
  {
    command: 'variables',
    description: 'Lists and sets variables.',
    needsPermissions: true,
    evidence: docs,
  },
  { command: 'ai', description: 'Lists and asks models.', needsPermissions: true, evidence: docs },
  { command: 'ssh', description: 'Connects to a cluster.', needsPermissions: false, evidence: docs },
  { command: 'forward', description: 'Forwards a port.', needsPermissions: false, evidence: docs },
  { command: 'context', description: 'Lists contexts.', needsPermissions: false, evidence: docs },
] as const satisfies readonly PwCommandFact[];
