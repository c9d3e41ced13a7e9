import { sitePrograms } from '../../facts/tables/site-programs.ts';
import type { SiteProgramFact } from '../../facts/types.ts';
import type { RunCause, RunFailure } from '../../trace/run-record.ts';
import { requestsFile } from '../emulation/command-requests.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import { failuresTraced } from '../watch/trace-records.ts';
import { unreachableServer } from './decisive-log-line.ts';
import { serviceLog } from './diagnose.ts';
import { lastLines as lastOf } from './neutralise.ts';
import { redirectedLogs } from './redirected-logs.ts';

const logLines = 400;
const lastLines = 25;
/** So many lines the program that called ssh may add to what that said. */
const closingLines = 5;
const longestQuote = 120;

/** What a missing program can lead to; a port that is somebody else's or an address of loopback has other reasons. */
const consequences: ReadonlySet<RunCause> = new Set([
  'start-failed',
  'exited-early',
  'marker-missing',
  'not-listening',
  'http-error',
  'unstable',
  'step-failed',
  'timeout',
  'session-page-fails',
]);

const remedyForPrograms =
  'install it, or give it a stand-in under "run.stubs"; with "run.requires" it is not even tried';

/** A name that leads nowhere without a network. */
const wellKnownHost = 'github.com';

/**
 * Why a failure says nothing about its workflow: it needs a program of the site, the network or a cluster of another kind,
 * which this machine lacks; `undefined` when it is the author's.
 */
export async function missingHere(
  world: RunWorld,
  progress: RunProgress,
  failure: RunFailure,
): Promise<string | undefined> {
  if (failure.cause === 'unsupported') return `unsupported: ${failure.message}`;
  if (!consequences.has(failure.cause)) return undefined;
  const working = failure.cause === 'timeout' ? outputUnderWay(world) : [];
  const lines = [
    ...working,
    ...serviceLog(world, progress.service, logLines),
    ...redirectedLogs(world, progress.service),
    ...(progress.failure?.log ?? []),
  ];
  if (lines.some((line) => /Kubernetes is unsupported in a local run/.test(line)))
    return 'unsupported: needs Kubernetes, which a local run does not have';
  const refused = /^refused (pw .*)$/m.exec(
    world.ports.files.read(requestsFile(world.directory), 100_000) ?? '',
  );
  if (refused !== null) return `unsupported: "${refused[1]?.trim()}" is not emulated in a local run`;
  const host = hostElsewhere(lines);
  if (host !== undefined) return `unsupported: the host "${host}" is not part of a local run`;
  const socket = lines.map((line) => line.trim()).findLast((line) => socketTooLong.test(line));
  if (socket !== undefined)
    return `needs shorter paths than a run has here: ${socket.slice(0, longestQuote)}; set TMPDIR to a folder with a short name, or say where the socket is to be`;
  const program = missingProgram(world, lines);
  if (program !== undefined) {
    const remedy = table.find((row) => row.names.includes(program))?.remedy ?? remedyForPrograms;
    return `needs "${program}", which this machine does not have: ${remedy}`;
  }
  const download = working
    .slice(-lastLines)
    .findLast((line) => downloads.test(line))
    ?.trim();
  if (download !== undefined)
    return `needs the network for longer than the run may take: "${download.slice(0, longestQuote)}"; give it more time with --timeout, or provide it with "run.before"`;
  const network = unreachableServer(lines);
  if (network === undefined || (await hasNetwork(world))) return undefined;
  return `needs the network: ${network}; provide what it fetches with "run.before", or stand in for the program that fetches it with "run.stubs"`;
}

/** A host that `ssh` or `scp` refused at the end, by its address or its whole name: a bare word may be a slip. */
function hostElsewhere(lines: readonly string[]): string | undefined {
  const refused = /^(?:ssh|scp): host '([\w-]+\.[\w.-]+)' does not exist in a local run$/;
  return lines.slice(-closingLines).flatMap((line) => refused.exec(line.trim())?.[1] ?? [])[0];
}

/**
 * How programs say that the address of a socket has more than its 107 bytes: Python, Ray, ssh and PostgreSQL. Home and
 * TMPDIR of a run have longer names than those of the platform.
 */
const socketTooLong = /AF_UNIX path|too long for Unix domain socket|Unix-domain socket path .* is too long/;

/** What the steps that are at work have printed. */
function outputUnderWay(world: RunWorld): readonly string[] {
  const { files } = world.ports;
  const logs = joinPath(world.jobDirectory, 'logs');
  return files
    .listDeep(logs, 500)
    .filter((path) => path.endsWith('/step.out'))
    .filter((path) => files.kindOf(joinPath(logs, path.replace(/step\.out$/, 'step.exit'))) === 'missing')
    .flatMap((path) => lastOf(files.readEnd(joinPath(logs, path), 16_384) ?? '', 100));
}

/** How programs speak of a download that goes on. */
const downloads =
  /^\s*(?:Collecting|Downloading|Retrieving|Fetching|Pulling|Cloning into|Get:\d+|Solving environment|Installing (?:collected|build) |Using cached)/;

async function hasNetwork(world: RunWorld): Promise<boolean> {
  return (await world.ports.network.resolve(wellKnownHost)).length > 0;
}

function missingProgram(world: RunWorld, lines: readonly string[]): string | undefined {
  const isKnown = knownPrograms(world);
  const isMissing = (name: string): boolean =>
    isKnown(name) && world.ports.machine.find(name) === undefined && !Object.hasOwn(world.plan.stubs, name);
  const records = failuresTraced(world);
  const started = records.flatMap((one) => (one.status === 127 ? programOf(one.command) : []));
  const told = lines.flatMap(
    (line) => /(?:^|[\s:])([\w.+-]+): (?:command )?not found$/.exec(line.trim())?.[1] ?? [],
  );
  const unknown = [...told, ...started].find(isMissing);
  return (
    unknown ?? notSourced(lines) ?? unusable(lines) ?? moduleMissing(lines) ?? saidByItself(lines, isMissing)
  );
}

const table: readonly SiteProgramFact[] = sitePrograms;

function knownPrograms(world: RunWorld): (name: string) => boolean {
  const known = new Set([...table.flatMap((row) => row.names), ...world.plan.sitePrograms]);
  return (name) => known.has(name);
}

/** The program that a command line starts: behind assignments, `exec` and programs that start others. */
function programOf(command: string): readonly string[] {
  const words = command
    .replace(/\\(.)/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\w+=/.test(word));
  const first = words.find(
    (word) => !/^(?:exec|nohup|setsid|sudo|env|time|command|nice|timeout|stdbuf|-.*|\d+[smhd]?)$/.test(word),
  );
  return first === undefined ? [] : [first.slice(first.lastIndexOf('/') + 1)];
}

/** A start-up file of a site's program that could not be sourced. */
function notSourced(lines: readonly string[]): string | undefined {
  const files = lines.flatMap((line) => /(\/\S+?):? No such file or directory/.exec(line)?.[1] ?? []);
  return table.find((row) =>
    (row.startUp ?? []).some((pattern) => files.some((file) => new RegExp(`${pattern}$`).test(file))),
  )?.names[0];
}

/** A program that is installed and says itself that it cannot be used here, as one whose daemon does not run. */
function unusable(lines: readonly string[]): string | undefined {
  for (const { names, unusable: patterns = [] } of table) {
    const said = lines.find((line) => patterns.some((pattern) => new RegExp(pattern).test(line)));
    if (said !== undefined) return names.find((name) => said.trim().startsWith(`${name}: `)) ?? names[0];
  }
  return undefined;
}

function moduleMissing(lines: readonly string[]): string | undefined {
  const modules = lines.flatMap((line) => /No module named '?([\w]+)/.exec(line)?.[1] ?? []);
  return modules.find((name) => table.some((row) => row.modules?.includes(name) === true));
}

/** A script that looks for its program itself and says in its own words that it is not there. */
function saidByItself(lines: readonly string[], isMissing: (name: string) => boolean): string | undefined {
  const speaks =
    /not (?:be )?(?:found|installed|available)|no such|missing|unavailable|(?:could not|couldn't|cannot|can't|unable to) (?:find|locate)|(?:is|are) required|please (?:install|load)|requires\b/i;
  return lines
    .slice(-lastLines)
    .filter((line) => speaks.test(line))
    .flatMap((line) => line.match(/[\w.+-]+/g) ?? [])
    .find(isMissing);
}
