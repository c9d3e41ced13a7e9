import { suggest } from '../../base/suggest.ts';
import { sitePrograms } from '../../facts/tables/site-programs.ts';
import type { Span } from '../../source/span.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import type { ServiceScript, StepFailure } from '../engine/job-state.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { foreignListener, portIn, type ServiceProblem } from '../watch/service-state.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { type DecisiveLogLine, decisiveLogLine, namesFault } from './decisive-log-line.ts';
import { failingLine, repositorySpan, runnerCopy } from './failing-line.ts';
import { lastLines } from './neutralise.ts';
import {
  lastCommand,
  placeOfExec,
  placeOfWriting,
  scriptName,
  scriptPlace,
  textOfScript,
} from './place-in-script.ts';
import { redirectedLogs } from './redirected-logs.ts';

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

/** What a watch knows of a service whose script has ended. */
export type WatchedService = Pick<ServiceWatch, 'readySince' | 'problem' | 'opened'>;

/** The failure when the service's script ended, and its job with it: before the service was ready, or while it was. */
export function scriptEnded(
  world: RunWorld,
  service: ServiceScript,
  status: number | undefined,
  watch: WatchedService,
): RunFailure {
  const readyMs = watch.readySince();
  const problem = watch.problem();
  const foreign =
    readyMs !== undefined ? undefined : problem.cause === 'foreign-listener' ? problem : foreignHolder(world);
  if (foreign !== undefined) {
    const at = placeOfWriting(world, service, 'SESSION_PORT') ?? scriptPlace(world, service);
    return { cause: foreign.cause, message: foreign.message, help: foreign.help, at };
  }
  return status === undefined || status === 0
    ? endedWell(world, service, watch)
    : endedBadly(world, service, status, readyMs);
}

function endedWell(world: RunWorld, service: ServiceScript, watch: WatchedService): RunFailure {
  const name = scriptName(world, service);
  const lasting = lastingProblem(world, watch.problem());
  const alive = watch.opened().some((socket) => world.scope.ownerOf(socket)?.inScope === true);
  const ready = watch.readySince() !== undefined;
  const why = ready
    ? 'ended, and its job with it, although its service was ready'
    : alive
      ? 'ended, and its job with it, while its service runs on in the background'
      : `ended before its service was ready${lasting === undefined ? '' : ` (${lasting})`}`;
  const exit = failingLine(world, {
    script: runnerCopy(service.directory),
    status: 0,
    output: '',
    source: service.source,
  });
  return {
    cause: 'exited-early',
    message: `${name} ${why}`,
    at: exit?.span ?? lastCommand(world, service) ?? scriptPlace(world, service),
    help: 'the script must not end before the service: run it in the foreground, or "wait" for it',
  };
}

/**
 * What still was wrong when the script ended: a problem of an answer may have passed since the last look, and a file may
 * have been written in the script's last moment.
 */
function lastingProblem(world: RunWorld, problem: ServiceProblem): string | undefined {
  if (problem.cause === 'not-listening') return problem.message;
  if (problem.cause !== 'marker-missing') return undefined;
  const path = joinPath(world.jobDirectory, problem.file ?? 'SESSION_PORT');
  if (world.ports.files.kindOf(path) !== 'file') return problem.message;
  const port = portIn(world.ports.files.read(joinPath(world.jobDirectory, 'SESSION_PORT'), 100) ?? '');
  return port === undefined ? undefined : `nothing listens on port ${port}`;
}

function endedBadly(
  world: RunWorld,
  service: ServiceScript,
  status: number,
  readyMs: number | undefined,
): RunFailure {
  const name = scriptName(world, service);
  const copy = runnerCopy(service.directory);
  const output = serviceLog(world, service, 400).join('\n');
  const line = failingLine(world, {
    script: copy,
    status,
    output: rawLog(world, service),
    source: service.source,
  });
  const own = line === undefined ? [] : redirectedLogs(world, service, line.text);
  const printed = line === undefined ? output.split('\n') : lastLines(line.output, 20);
  const logLine = own.length > 0 ? decisiveLogLine(own) : undefined;
  const told = line?.said === undefined ? decisiveLogLine(printed.slice(-20)) : { said: line.said };
  const isTold = logLine !== undefined || line?.said !== undefined || namesFault(told?.said ?? '');
  const written = isTold ? undefined : faultInLogs(world, service);
  const { said, help } = written ?? logLine ?? told ?? {};
  const real = line?.status ?? status;
  const windows = /\r\n/.test(textOfScript(world, service));
  const why = windows ? 'its lines end in CR LF, and bash takes the CR for a part of its words' : said;
  const message = `${name} ended with status ${real}${why === undefined ? '' : `: ${why}`}`;
  return {
    cause: readyMs === undefined ? 'start-failed' : 'unstable',
    message: readyMs === undefined ? message : `the service went away after it was ready: ${message}`,
    at: written?.at ?? line?.span ?? placeOfExec(world, service) ?? scriptPlace(world, service),
    help: windows ? 'save it with Unix line ends: sed -i "s/\\r$//"' : (statusHelp(real, said) ?? help),
  };
}

/**
 * The first line of the script whose output went to a file in which a fault is named, and what it says: a script that waits
 * for any of several programs prints nothing itself when one of them ends.
 */
function faultInLogs(
  world: RunWorld,
  service: ServiceScript,
): (DecisiveLogLine & { readonly at: Span | undefined }) | undefined {
  const copy = runnerCopy(service.directory);
  for (const [index, line] of (world.ports.files.read(copy, 1_000_000) ?? '').split('\n').entries()) {
    const logged = redirectedLogs(world, service, line);
    const found = decisiveLogLine(logged.filter((one) => namesFault(one) && !ofFront.test(one)));
    if (found !== undefined) return { ...found, at: repositorySpan(world, copy, index + 1, service.source) };
  }
  return undefined;
}

/** What a web server says each time that nobody is there to whom it could pass a request on. */
const ofFront = /\bupstream\b|\bconnect\(\) failed\b|\bbad gateway\b/i;

/** The line of the log that says what is wrong behind a web server that passes requests on. */
export function saidBehindFront(world: RunWorld, service: ServiceScript | undefined): string | undefined {
  if (service === undefined) return undefined;
  const lines = lastLines(rawLog(world, service), Number.MAX_SAFE_INTEGER);
  const faults = lines.filter((line) => namesFault(line) && !ofFront.test(line));
  return faults.length === 0 ? undefined : decisiveLogLine(faults)?.said;
}

/** The end of what the script printed, as it was printed: positions in it count. */
const rawLog = (world: RunWorld, service: ServiceScript): string =>
  world.ports.files.read(joinPath(service.directory, `run.${world.slug}.out`), 1_000_000) ?? '';

/** Signals that end a script and are no exit status that scripts use. */
const signals: ReadonlyMap<number, string> = new Map([
  [1, 'SIGHUP'],
  [2, 'SIGINT'],
  [6, 'SIGABRT'],
  [13, 'SIGPIPE'],
  [15, 'SIGTERM'],
  [24, 'SIGXCPU, the limit of processor time'],
]);

function statusHelp(status: number, said: string | undefined): string | undefined {
  if (status === 127) return notFoundHelp(said);
  if (status === 126) return 'status 126 means that a file was found but cannot be executed';
  if (status === 137)
    return 'status 137 means that it was killed with SIGKILL, for example for want of memory';
  if (status === 139) return 'status 139 means that it crashed with a segmentation fault';
  const name = signals.get(status - 128);
  return name === undefined ? undefined : `status ${status} means that it was ended by ${name}`;
}

/** What to do about a command that was not found: the one that was meant, when a known one is spelt alike. */
function notFoundHelp(said: string | undefined): string {
  const word = /([\w.+-]+): command not found/.exec(said ?? '')?.[1];
  const near =
    word === undefined
      ? undefined
      : suggest(
          word,
          sitePrograms.flatMap((row) => row.names),
        );
  return near === undefined || near === word
    ? 'status 127 means that a command was not found; one that only the site has is listed under "run.site-programs"'
    : `did you mean "${near}"?`;
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
