import { accessSync, constants, statSync } from 'node:fs';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Machine } from '../ports/machine.ts';

/** Variables that tell the commands of a scheduler where it is. */
const schedulerVariables = ['SLURM_CONF', 'PBS_CONF_FILE', 'PBS_DEFAULT', 'PBS_SERVER'];

/** How programs reach the network from here, in both spellings that they read. */
const proxyVariables = ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

/** Nothing of ours but these is ever seen by a script: no token, no `GITHUB_*`, no `INPUT_*`. */
const passed = [
  'LANG',
  'LC_ALL',
  'TZ',
  'RUNNER_TRACKING_ID',
  'SSL_CERT_FILE',
  ...proxyVariables,
  ...schedulerVariables,
];

const ours = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** What of our environment tells the commands of a scheduler where it is. */
export const schedulerEnvironment = (): Readonly<Record<string, string>> => ours(schedulerVariables);

/** This machine. */
export function nodeMachine(): Machine {
  const programPath = (process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !folder.includes('node_modules'));
  return {
    user: userName(),
    hostname: hostname(),
    addresses: Object.values(networkInterfaces()).flatMap((one) => (one ?? []).map(({ address }) => address)),
    programPath,
    passedOn: ours(passed),
    find: (program) => programPath.map((folder) => join(folder, program)).find(isProgram),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'user';
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
