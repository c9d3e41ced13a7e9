import { lineIndex } from '../source/line-index.ts';
import { mappedFile } from '../source/mapped-text.ts';
import { filePath, type Span } from '../source/span.ts';
import { alignLines } from './align-lines.ts';
import { joinPath, pathBelow } from './paths.ts';
import type { RunWorld } from './run-world.ts';
import { complaint, decisiveRecord, traceRecords } from './trace-records.ts';

/** Which line of which file was running when a script ended. */
export interface FailingLine {
  /** Absolute, in the run's folder. */
  readonly file: string;
  readonly line: number;
  /** Its place in the repository; `undefined` when the file did not come from there. */
  readonly span: Span | undefined;
  /** What bash said about it, when it said something. */
  readonly said: string | undefined;
}

/** Schedulers run a copy of their own of what was submitted. */
const isBatchCopy = (file: string): boolean => /(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(file);

const maxTraceBytes = 2_000_000;

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
  const records = traceRecords(world.ports.files.readEnd(world.trace, maxTraceBytes) ?? '').map((one) =>
    isBatchCopy(one.file) ? { ...one, file: ended.script } : one,
  );
  const name = ended.script.slice(ended.script.lastIndexOf('/') + 1);
  const record = decisiveRecord(records, ended.script, ended.status);
  const said = complaint(ended.output, (one) => one === name || isBatchCopy(one));
  const line = record?.line ?? said?.line;
  if (line === undefined) return undefined;
  const called = record === undefined ? undefined : calledScript(records, record, ended.status);
  const place = called ?? { file: ended.script, line };
  return { ...place, span: repositorySpan(world, place.file, place.line, ended.source), said: said?.message };
}

/** The script that the failing command ran, when that itself was traced and ended with the same status. */
function calledScript(
  records: ReturnType<typeof traceRecords>,
  caller: { readonly file: string; readonly script: number; readonly command: string },
  status: number,
): { readonly file: string; readonly line: number } | undefined {
  for (const record of [...records].reverse()) {
    if (record.script === caller.script || record.status !== status || !record.mainShell) continue;
    const name = record.file.slice(record.file.lastIndexOf('/') + 1);
    if (name === 'script-unstable.sh' || !caller.command.includes(name)) continue;
    const decisive = decisiveRecord(
      records.filter((other) => other.script === record.script),
      record.file,
      status,
    );
    return { file: record.file, line: (decisive ?? record).line };
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
    at = alignLines(files.read(file, 5_000_000) ?? '', files.read(origin, 5_000_000) ?? content.text).get(
      line,
    );
  }
  if (at === undefined) return undefined;
  return lineSpan(filePath(below), content.text, at);
}

/** A line's characters without its indentation. */
export function lineSpan(path: ReturnType<typeof filePath>, text: string, line: number): Span {
  const index = lineIndex(text);
  const start = index.startOf(line);
  const written = index.lineText(line);
  const indent = written.length - written.trimStart().length;
  return mappedFile({ path, text }).spanOf(
    start + indent,
    start + Math.max(indent, written.trimEnd().length),
  );
}

/** The absolute path of the job runner's copy of a script. */
export const runnerCopy = (directory: string): string => joinPath(directory, 'run.sh');
