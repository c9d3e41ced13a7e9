import { join } from 'node:path';
import { plainEnvironment } from './cli.ts';
import { type Ended, runProgram } from './program.ts';
import { projectRoot } from './scratch.ts';

/** A clone of this project, and how to call commands in it with nothing but what any login has. */
export interface FreshClone {
  readonly root: string;
  /** Runs a line of bash in the clone; 170 s at most. */
  readonly bash: (line: string) => Promise<Ended>;
}

/** Clones what is committed here into the scratch folder. */
export async function freshClone(scratch: string): Promise<FreshClone> {
  const root = join(scratch, 'clone');
  const env = { ...plainEnvironment(process.env['HOME'] ?? scratch), ...registry() };
  const args = ['clone', '--quiet', projectRoot, root];
  const cloned = await runProgram({ command: 'git', args, cwd: scratch, env });
  expect(cloned.stderr).toBe('');
  return {
    root,
    bash: (line) => runProgram({ command: 'bash', args: ['-c', line], cwd: root, env, limitMs: 170_000 }),
  };
}

/** The variables by which the machine says where its package registry is; a fresh clone may use them. */
function registry(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        /^(npm_config_|https?_proxy$|no_proxy$|NODE_EXTRA_CA_CERTS$)/i.test(entry[0]),
    ),
  );
}
