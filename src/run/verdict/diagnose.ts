import type { RunFailure } from '../../trace/run-record.ts';
import type { ServiceScript, StepFailure } from '../engine/job-state.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { foreignListener, portIn, type ServiceProblem } from '../watch/service-state.ts';
import { decisiveLogLine } from './decisive-log-line.ts';
import { failingLine, runnerCopy } from './failing-line.ts';
import { lastLines } from './neutralise.ts';
import { placeOfExec, placeOfWriting, scriptName, scriptPlace } from './place-in-script.ts';

/** What the service's script printed last. */
export function serviceLog(
  world: RunWorld,
  service: ServiceScript | undefined,
  count: number,
): readonly string[] {
  if (service === undefined) return [];
  const text = world.ports.files.readEnd(joinPath(service.directory, `run.${world.slug}.out`), 65_536);
  return text === undefined ? [] : lastLines(text, count);
}

/** Somebody else on the announced port: the usual reason why a service cannot start on a fixed one. */
function foreignHolder(world: RunWorld): ServiceProblem | undefined {
  const port = portIn(world.ports.files.read(joinPath(world.jobDirectory, 'SESSION_PORT'), 100) ?? '');
  if (port === undefined) return undefined;
  for (const socket of world.scope.listeners()) {
    if (socket.port !== port) continue;
    const owner = world.scope.ownerOf(socket);
    if (owner?.inScope !== true) return foreignListener(port, owner);
  }
  return undefined;
}

/** The failure when the service's script ended before the service was ready. */
export function scriptEnded(
  world: RunWorld,
  service: ServiceScript,
  status: number | undefined,
  problem: ServiceProblem,
): RunFailure {
  const name = scriptName(world, service);
  const foreign = problem.cause === 'foreign-listener' ? problem : foreignHolder(world);
  if (foreign !== undefined) {
    return { ...foreign, at: placeOfWriting(world, service, 'SESSION_PORT') ?? scriptPlace(world, service) };
  }
  if (status === undefined || status === 0) {
    return {
      cause: 'exited-early',
      message: `${name} ended before its service was ready (${problem.message})`,
      at: scriptPlace(world, service),
      help: 'the script must not end before the service: run it in the foreground, or "wait" for it',
    };
  }
  const output = serviceLog(world, service, 200).join('\n');
  const copy = runnerCopy(service.directory);
  const line = failingLine(world, { script: copy, status, output, source: service.source });
  const logLine =
    line?.said === undefined ? decisiveLogLine(serviceLog(world, service, 20)) : { said: line.said };
  const said = logLine?.said;
  return {
    cause: 'start-failed',
    message: `${name} ended with status ${status}${said === undefined ? '' : `: ${said}`}`,
    at: line?.span ?? placeOfExec(world, service) ?? scriptPlace(world, service),
    help: statusHelp(status) ?? logLine?.help,
  };
}

/** Signals that end a script and are no exit status that scripts use. */
const signals: ReadonlyMap<number, string> = new Map([
  [1, 'SIGHUP'],
  [2, 'SIGINT'],
  [6, 'SIGABRT'],
  [13, 'SIGPIPE'],
  [15, 'SIGTERM'],
  [24, 'SIGXCPU, the limit of processor time'],
]);

function statusHelp(status: number): string | undefined {
  if (status === 127) return 'status 127 means that a command was not found';
  if (status === 126) return 'status 126 means that a file was found but cannot be executed';
  if (status === 137)
    return 'status 137 means that it was killed with SIGKILL, for example for want of memory';
  if (status === 139) return 'status 139 means that it crashed with a segmentation fault';
  const name = signals.get(status - 128);
  return name === undefined ? undefined : `status ${status} means that it was ended by ${name}`;
}

/** The failure when a step of the workflow failed. */
export function stepFailed(failure: StepFailure): RunFailure {
  if (failure.jobs.length === 0) {
    return { cause: 'step-failed', message: failure.message, at: failure.at };
  }
  const where =
    failure.jobs.length > 1 ? `${failure.jobs[0]} (${failure.jobs.slice(1).join(' / ')})` : failure.jobs[0];
  if (failure.unsupported !== undefined) {
    return { cause: 'unsupported', message: `job "${where}": ${failure.message}`, at: failure.at };
  }
  const logLine = decisiveLogLine(failure.log);
  return {
    cause: 'step-failed',
    message: `job "${where}": ${failure.message}${logLine === undefined ? '' : `: ${logLine.said}`}`,
    at: failure.at,
    help: logLine?.help,
  };
}
