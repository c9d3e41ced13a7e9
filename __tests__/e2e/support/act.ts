import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { plainEnvironment } from './cli.ts';
import { type Ended, runProgram } from './program.ts';
import { projectRoot } from './scratch.ts';

/** A workflow command that made an annotation, as the runner understood it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What a job under `act` did. */
export interface ActJob {
  readonly ended: Ended;
  /** Of the job that ended last. */
  readonly result: string | undefined;
  /** The results of every job by its id; of a matrix, in the order in which its jobs ended. */
  readonly results: Readonly<Record<string, readonly string[]>>;
  readonly annotations: readonly Annotation[];
  /** Outputs of the step that is looked at. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything that the steps printed. */
  readonly log: string;
}

/** A step of action.yml as far as it is rewritten here. */
interface ActionFile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly steps: { run?: string; env?: Record<string, string> }[] };
}

/**
 * Puts the action into a repository, as `./.pw-workflow-check`. `act` sets `INPUT_*` inside composite actions, which
 * GitHub does not: each script is wrapped so that it sees only what its own `env:` maps.
 */
export function installAction(repository: string): void {
  const home = join(repository, '.pw-workflow-check');
  mkdirSync(home);
  for (const folder of ['dist', 'integrations'])
    cpSync(join(projectRoot, folder), join(home, folder), { recursive: true });
  const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as ActionFile;
  for (const step of action.runs.steps) {
    const mapped = Object.entries(step.env ?? {}).filter(([name]) => name.startsWith('INPUT_'));
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(step.env ?? {})) {
      if (!name.startsWith('INPUT_')) env[name] = value;
    }
    for (const [index, [, value]] of mapped.entries()) env[`MAPPED_${index}`] = value;
    env['MAPPED_SCRIPT'] = step.run ?? '';
    step.env = env;
    step.run = [
      'unset_all=()',
      'while IFS= read -r name; do unset_all+=(-u "$name"); done < <(env | grep -oE "^(INPUT|MAPPED)_[^=]*")',
      `exec env "\${unset_all[@]}" ${mapped.map(([name], index) => `"${name}=$MAPPED_${index}"`).join(' ')} \\`,
      '  bash --noprofile --norc -eo pipefail -c "$MAPPED_SCRIPT"',
    ].join('\n');
  }
  writeFileSync(join(home, 'action.yml'), stringify(action));
}

/** Commits everything in a directory and gives the commit's hash; makes a repository of it when it is none. */
export async function commitAll(directory: string, message: string): Promise<string> {
  const git = async (...args: readonly string[]) => {
    const ended = await runProgram({
      command: 'git',
      args: ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
      cwd: directory,
      env: plainEnvironment(directory),
    });
    if (ended.status !== 0) throw new Error(`git ${args.join(' ')}: ${ended.stderr}`);
    return ended.stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all', '--force', '.');
  await git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** Runs the workflows of a repository under `act`, without Docker and without network, for one event. */
export async function runAct(order: {
  readonly scratch: string;
  readonly repository: string;
  readonly event: string;
  readonly payload: unknown;
  readonly args?: readonly string[];
  /** The id of the step whose outputs and summary are of interest; it is `check` when absent. */
  readonly step?: string;
}): Promise<ActJob> {
  const step = order.step ?? 'check';
  const payload = join(order.scratch, 'event.json');
  writeFileSync(payload, JSON.stringify(order.payload));
  const ended = await runProgram({
    command: 'act',
    args: [
      order.event,
      '--json',
      '--action-offline-mode',
      '-P',
      'ubuntu-latest=-self-hosted',
      '-e',
      payload,
      '--env',
      'GITHUB_REPOSITORY=org/sample',
      ...(order.args ?? []),
    ],
    cwd: order.repository,
    env: {
      ...plainEnvironment(order.scratch),
      XDG_CACHE_HOME: join(order.scratch, 'cache'),
      XDG_CONFIG_HOME: join(order.scratch, 'config'),
    },
  });
  const entries = ended.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const textOf = (entry: Readonly<Record<string, unknown>>, key: string) => String(entry[key] ?? '');
  const levels = ['error', 'warning', 'notice'] as const;
  const results: Record<string, string[]> = {};
  for (const entry of entries) {
    const result = textOf(entry, 'jobResult');
    if (result === '') continue;
    const job = textOf(entry, 'jobID');
    results[job] = [...(results[job] ?? []), result];
  }
  return {
    ended,
    result: entries.map((entry) => entry['jobResult']).findLast((result) => result !== undefined) as
      | string
      | undefined,
    results,
    annotations: entries.flatMap((entry) => {
      const level = levels.find((name) => name === entry['command']);
      if (level === undefined) return [];
      const properties = (entry['kvPairs'] ?? {}) as Readonly<Record<string, string>>;
      return [{ level, message: textOf(entry, 'arg'), properties }];
    }),
    outputs: Object.fromEntries(
      entries
        .filter((entry) => entry['command'] === 'set-output' && String(entry['stepID']) === step)
        .map((entry) => [textOf(entry, 'name'), textOf(entry, 'arg')]),
    ),
    summary: entries
      .filter((entry) => entry['command'] === 'summary' && String(entry['stepID']) === step)
      .map((entry) => textOf(entry, 'content'))
      .join(''),
    log: entries
      .filter((entry) => entry['raw_output'] === true)
      .map((entry) => textOf(entry, 'msg'))
      .join(''),
  };
}
