import { joinPath } from './paths.ts';
import type { RunWorld } from './run-world.ts';
import type { ServiceProblem } from './service-state.ts';

const commandMs = 5000;
const logBytes = 1_000_000;

/** The first condition of the configuration beside the probe that does not hold yet. */
export async function conditionUnmet(world: RunWorld): Promise<ServiceProblem | undefined> {
  const { files } = world.ports;
  const { file, log, command } = world.plan.ready;
  if (file !== undefined && files.kindOf(joinPath(world.jobDirectory, file)) === 'missing') {
    return {
      cause: 'timeout',
      message: `the file "${file}" that the configuration waits for was not written`,
    };
  }
  if (log !== undefined && !logHas(world, log)) {
    return { cause: 'timeout', message: `the service's log has no line that matches "${log}"` };
  }
  if (command !== undefined && !(await succeeds(world, command))) {
    return { cause: 'timeout', message: `the command "${command}" of the configuration does not succeed` };
  }
  return undefined;
}

function logHas(world: RunWorld, pattern: string): boolean {
  const text =
    world.ports.files.readEnd(joinPath(world.jobDirectory, `run.${world.slug}.out`), logBytes) ?? '';
  try {
    return new RegExp(pattern, 'm').test(text);
  } catch {
    return text.includes(pattern);
  }
}

async function succeeds(world: RunWorld, command: string): Promise<boolean> {
  const running = await world.scope.start({
    argv: ['bash', '-c', command],
    cwd: world.jobDirectory,
    env: world.env,
    output: joinPath(world.directory, 'ready-command.out'),
  });
  const limit = new AbortController();
  void world.ports.clock.sleep(commandMs, limit.signal).then(() => running.signalGroup('SIGKILL'));
  const end = await running.ended;
  limit.abort();
  return end.kind === 'exit' && end.code === 0;
}
