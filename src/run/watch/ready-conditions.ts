import type { ReadyWhen } from '../../plan/run-plan.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { ServiceProblem, ServiceTarget } from './service-state.ts';

const commandMs = 5000;
const logBytes = 1_000_000;
const mostFiles = 500;
/** A command of the configuration is not started more often than this, in milliseconds. */
const commandPaceMs = 250;

/** The conditions of the configuration beside the probe, each with the time that it has. */
export interface ReadyConditions {
  /** The first one that does not hold yet. */
  unmet(where: ServiceTarget): Promise<ServiceProblem | undefined>;
  /** One whose own time is over although it has not held. */
  overdue(where: ServiceTarget | undefined): Promise<ServiceProblem | undefined>;
  /** A problem of the service itself, final when the time of the probe is over. */
  probed(problem: ServiceProblem): ServiceProblem;
}

type Strategy = Exclude<keyof ReadyWhen['deadlines'], 'probe'>;

/** The conditions of a run; those with a time of their own are asked once when it is over. */
export function readyConditions(world: RunWorld): ReadyConditions {
  const { ready } = world.plan;
  const asked = new Set<Strategy>();
  let commandAt = Number.NEGATIVE_INFINITY;
  let commandSaid: ServiceProblem | undefined;
  const command = async (where: ServiceTarget | undefined): Promise<ServiceProblem | undefined> => {
    if (ready.command === undefined) return undefined;
    if (world.elapsed() - commandAt >= commandPaceMs) {
      const holds = await succeeds(world, ready.command, where);
      commandSaid = holds ? undefined : unmetBecause(`the command "${ready.command}" does not succeed`);
      commandAt = world.elapsed();
    }
    return commandSaid;
  };
  const strategies: Readonly<
    Record<Strategy, (where: ServiceTarget | undefined) => Promise<ServiceProblem | undefined>>
  > = {
    file: () => Promise.resolve(fileProblem(world)),
    log: () => Promise.resolve(logProblem(world)),
    command,
  };
  return {
    async unmet(where) {
      return (await strategies.file(where)) ?? (await strategies.log(where)) ?? (await command(where));
    },
    async overdue(where) {
      for (const strategy of ['file', 'log', 'command'] as const) {
        const limit = ready.deadlines[strategy];
        if (limit === undefined || asked.has(strategy) || world.elapsed() < limit) continue;
        asked.add(strategy);
        const problem = await strategies[strategy](where);
        if (problem === undefined) continue;
        return tooLate(problem, limit);
      }
      return undefined;
    },
    probed(problem) {
      const limit = ready.deadlines.probe;
      return limit === undefined || world.elapsed() < limit ? problem : tooLate(problem, limit);
    },
  };
}

const tooLate = (problem: ServiceProblem, limitMs: number): ServiceProblem => ({
  ...problem,
  message: `${problem.message} within ${limitMs / 1000} s`,
  final: true,
});

const unmetBecause = (message: string): ServiceProblem => ({
  cause: 'timeout',
  message,
  help: 'the configuration waits for it under "ready"',
});

function fileProblem(world: RunWorld): ServiceProblem | undefined {
  const { file } = world.plan.ready;
  if (file === undefined || world.ports.files.kindOf(joinPath(world.jobDirectory, file)) !== 'missing')
    return undefined;
  return unmetBecause(`the file "${file}" was not written`);
}

function logProblem(world: RunWorld): ServiceProblem | undefined {
  const { log } = world.plan.ready;
  if (log === undefined || logsOf(world).some((text) => matches(text, log))) return undefined;
  return unmetBecause(`the log has no line that matches "${log}"`);
}

/** What the service's script and the steps of the workflow have printed. */
function logsOf(world: RunWorld): readonly string[] {
  const { files } = world.ports;
  const steps = files
    .listDeep(joinPath(world.jobDirectory, 'logs'), mostFiles)
    .filter((path) => path.endsWith('/step.out'))
    .map((path) => `logs/${path}`);
  return [`run.${world.slug}.out`, ...steps].flatMap(
    (path) => files.readEnd(joinPath(world.jobDirectory, path), logBytes) ?? [],
  );
}

function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'm').test(text);
  } catch {
    return text.includes(pattern);
  }
}

async function succeeds(
  world: RunWorld,
  command: string,
  where: ServiceTarget | undefined,
): Promise<boolean> {
  const running = await world.scope.start({
    argv: ['bash', '-c', command],
    cwd: world.jobDirectory,
    env: {
      ...world.env,
      ...(where !== undefined && { HOSTNAME: where.host, SESSION_PORT: String(where.port) }),
    },
    output: joinPath(world.directory, 'ready-command.out'),
  });
  const limit = new AbortController();
  void world.ports.clock.sleep(commandMs, limit.signal).then(() => running.signalGroup('SIGKILL'));
  const end = await running.ended;
  limit.abort();
  return end.kind === 'exit' && end.code === 0;
}
