import { filePath, type Span } from '../../source/span.ts';
import { joinPath, pathBelow } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import {
  backgroundRecord,
  complaint,
  decisiveRecord,
  failuresTraced,
  type TraceRecord,
} from '../watch/trace-records.ts';
import { alignLines } from './align-lines.ts';
import { lineOfCommand } from './line-of-command.ts';
import { lineSpan } from './line-span.ts';
import { placeOfMadeLine } from './place-of-made-line.ts';

/** Which line of which file was running when a script ended. */
export interface FailingLine {
  /** Absolute, in the run's folder. */
  readonly file: string;
  readonly line: number;
  /** Its place in the repository; `undefined` when the file did not come from there. */
  readonly span: Span | undefined;
  /** What bash said about it, when it said something. */
  readonly said: string | undefined;
  /** The status of what failed there, which a trap on EXIT may hide. */
  readonly status: number;
  /** The line as it ran. */
  readonly text: string;
  /** What the script printed until then. */
  readonly output: string;
}

/** Schedulers run a copy of their own of what was submitted. */
const isBatchCopy = (file: string): boolean => /(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(file);

/**
 * The line that ended a script. Looks through scripts that it called: when `bash setup.sh` failed, the line of
 * setup.sh is named.
 *
 * @param ended.source the file that the script is a copy of, when the job runner made it
 */
export function failingLine(
  world: RunWorld,
  ended: {
    readonly script: string;
    readonly status: number;
    readonly output: string;
    readonly source?: string | undefined;
  },
): FailingLine | undefined {
  const records = failuresTraced(world);
  const name = ended.script.slice(ended.script.lastIndexOf('/') + 1);
  const ofScript = records.filter((one) => isProgram(one.program, ended.script));
  const decisive = decisiveRecord(ofScript, ended.status);
  const background = decisive === undefined ? undefined : backgroundRecord(ofScript, decisive);
  const record = background ?? decisive;
  const output = printedBefore(ended.output, decisive);
  const said = complaint(output, (one) => one === name || isBatchCopy(one));
  const line = record?.line ?? said?.line;
  if (line === undefined) return undefined;
  const status = decisive?.status ?? ended.status;
  const called = record === undefined ? undefined : calledScript(records, record, status);
  const file = record === undefined || record.inProgram ? ended.script : record.file;
  const waited = decisive === undefined ? undefined : lineWaitedFor(world, decisive, file);
  const own = { file, line: background === undefined ? (waited ?? line) : line };
  const place = called ?? own;
  const spanOf = (at: { readonly file: string; readonly line: number }): Span | undefined =>
    repositorySpan(world, at.file, at.line, at.file === ended.script ? ended.source : undefined);
  return {
    ...place,
    // A script that was made on the way has no place of its own; what called it has.
    span: spanOf(place) ?? spanOf(own) ?? writtenAt(world, place, ended) ?? madeAt(world, place),
    said: said?.message,
    status,
    text: world.ports.files.read(place.file, 5_000_000)?.split('\n')[place.line - 1] ?? '',
    output,
  };
}

/** What was printed until a script ended; a trap on EXIT prints after it. */
function printedBefore(output: string, decisive: TraceRecord | undefined): string {
  if (decisive === undefined || decisive.printed === 0) return output;
  const bytes = new TextEncoder().encode(output);
  return decisive.printed >= bytes.length
    ? output
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, decisive.printed));
}

/** The line that starts what a script waited for in vain: the one before `NAME=$!`, else the last in the background. */
function lineWaitedFor(world: RunWorld, waiting: TraceRecord, file: string): number | undefined {
  if (!/^wait\b/.test(waiting.command)) return undefined;
  const lines = (world.ports.files.read(file, 5_000_000) ?? '').split('\n').slice(0, waiting.line);
  const variable = /\$\{?(\w+)/.exec(waiting.command.replace(/\\(.)/g, '$1'))?.[1];
  const saved = lines.findLastIndex(
    (line) => variable !== undefined && new RegExp(`\\b${variable}=["']?\\$!`).test(line),
  );
  const before = saved === -1 ? lines : lines.slice(0, saved + 1);
  const found = before.findLastIndex((line) => !/^\s*#/.test(line) && /[^&>]&(?![&>\d])/.test(line));
  return found === -1 ? undefined : found + 1;
}

/** The line of the author that a line of a script was made from which stands in no file of the repository. */
function madeAt(
  world: RunWorld,
  { file, line }: { readonly file: string; readonly line: number },
): Span | undefined {
  // a step's own script is placed by whoever filled it
  const isOurs = pathBelow(world.directory, file) !== undefined && lastPart(file) !== 'script-unstable.sh';
  const made = isOurs ? world.ports.files.read(file, 5_000_000) : undefined;
  return made === undefined ? undefined : placeOfMadeLine(world, made, line);
}

/** The line of the script that wrote a line of another file, such as a here-document that was sourced later. */
function writtenAt(
  world: RunWorld,
  place: { readonly file: string; readonly line: number },
  ended: { readonly script: string; readonly source?: string | undefined },
): Span | undefined {
  const { files } = world.ports;
  const text = files.read(place.file, 5_000_000)?.split('\n')[place.line - 1] ?? '';
  const line =
    text.trim() === '' ? undefined : lineOfCommand(files.read(ended.script, 5_000_000) ?? '', text, '');
  return line === undefined ? undefined : repositorySpan(world, ended.script, line, ended.source);
}

/** Whether `$0` means a script; one that was started by a relative name is known by its last part. */
function isProgram(program: string, script: string): boolean {
  if (program === script || isBatchCopy(program)) return true;
  return !program.startsWith('/') && lastPart(program) === lastPart(script);
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The script that the failing command ran, when that itself was traced and ended with the same status. */
function calledScript(
  records: readonly TraceRecord[],
  caller: TraceRecord,
  status: number,
): { readonly file: string; readonly line: number } | undefined {
  for (const record of [...records].reverse()) {
    if (record.script === caller.script || record.status !== status || !record.mainShell) continue;
    const name = lastPart(record.program);
    if (name === 'script-unstable.sh' || !caller.command.includes(name)) continue;
    const decisive = decisiveRecord(
      records.filter((other) => other.script === record.script),
      status,
    );
    const { file, line } = decisive ?? record;
    return { file, line };
  }
  return undefined;
}

/** The place in the repository of a line of a file in the job directory. */
export function repositorySpan(
  world: RunWorld,
  file: string,
  line: number,
  source?: string,
): Span | undefined {
  const { files } = world.ports;
  const origin = source !== undefined && file !== source ? source : file;
  const below = pathBelow(world.jobDirectory, origin);
  if (below === undefined || below === '') return undefined;
  const content = world.options.repository.read(filePath(below));
  if (content.kind !== 'text') return undefined;
  let at: number | undefined = line;
  if (origin !== file) {
    const copy = files.read(file, 5_000_000) ?? '';
    // An unexpected end of the file is reported on a line that is not there.
    const last = copy.replace(/\n$/, '').split('\n').length;
    at = alignLines(copy, files.read(origin, 5_000_000) ?? content.text).get(Math.min(line, last));
  }
  if (at === undefined) return undefined;
  return lineSpan(filePath(below), content.text, at);
}

/** The absolute path of the job runner's copy of a script. */
export const runnerCopy = (directory: string): string => joinPath(directory, 'run.sh');
