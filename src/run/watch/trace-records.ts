import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

/** A command that failed, or an `exit`, as the trace noted it. */
export interface TraceRecord {
  readonly kind: 'failed' | 'exit';
  readonly status: number;
  readonly line: number;
  /** The process id of the script. */
  readonly script: number;
  /** Whether it happened in the script's own shell and not in a subshell. */
  readonly mainShell: boolean;
  /** Whether `set -e` was on, so that the shell ended there. */
  readonly errexit: boolean;
  /** How much the script had printed by then, in bytes; 0 when that is not known. */
  readonly printed: number;
  /** The script that was started, as `$0`: absolute or relative to where it was started. */
  readonly program: string;
  /** The file that the line stands in, absolute: the script, or one that it sources. */
  readonly file: string;
  /** Whether that file is the script itself. */
  readonly inProgram: boolean;
  readonly command: string;
}

/** A command in the background that has ended, as a script remembers it. */
export interface EndedJob {
  readonly status: number;
  /** As bash prints it, redirections included. */
  readonly command: string;
}

/** The commands in the background that have ended, as a script noted them when it was asked. */
export function endedJobs(text: string, script: number): readonly EndedJob[] {
  const rows = text.split('\n');
  const from = rows.lastIndexOf(`J\t${script}`);
  if (from === -1) return [];
  return rows.slice(from + 1).flatMap((row) => {
    const match =
      /^\[\d+\][-+ ]*\d+ (Done|Exit (\d+)|Killed|Terminated|Segmentation fault|Aborted)\s+(.*)$/.exec(row);
    if (match === null) return [];
    const status = match[1] === 'Done' ? 0 : match[2] === undefined ? 128 : Number(match[2]);
    return [{ status, command: (match[3] ?? '').trim() }];
  });
}

/** What a script was doing when it was asked. */
export interface HangRecord {
  /** The process id of the script. */
  readonly script: number;
  /** The function that it was in, or nothing. */
  readonly functionName: string;
  /** The file that the command stands in, absolute. */
  readonly file: string;
  /** Whether that file is the script itself. */
  readonly inProgram: boolean;
  readonly command: string;
}

/** Reads what scripts noted when they were asked what they are doing. */
export function hangRecords(text: string): readonly HangRecord[] {
  return text.split('\n').flatMap((row) => {
    const [kind, script, functionName = '', folder = '', program = '', file = '', command] = row.split('\t');
    if (kind !== 'H' || command === undefined) return [];
    const inProgram = file === '' || file === program;
    return [
      { script: Number(script), functionName, file: joinPath(folder, file || program), inProgram, command },
    ];
  });
}

/** As much of a trace's end is read, in bytes. */
const traceBytes = 2_000_000;

/** What the trace script has noted of the failures in a run, in the order in which they happened. */
export function failuresTraced({ ports, trace }: Pick<RunWorld, 'ports' | 'trace'>): readonly TraceRecord[] {
  return traceRecords(ports.files.readEnd(trace, traceBytes) ?? '');
}

/** Reads what the trace script wrote of failures; lines that are cut or mixed up are left out. */
export function traceRecords(text: string): readonly TraceRecord[] {
  return text.split('\n').flatMap((row) => {
    const [kind, status, line, script, shell, flags, printed, folder, program, file, ...command] =
      row.split('\t');
    if (
      (kind !== 'E' && kind !== 'X') ||
      file === undefined ||
      file === '' ||
      folder === undefined ||
      program === undefined
    )
      return [];
    return [
      {
        kind: kind === 'E' ? 'failed' : 'exit',
        status: Number(status),
        line: Number(line),
        script: Number(script),
        mainShell: script === shell,
        errexit: flags?.includes('e') === true,
        printed: Number(printed) || 0,
        program,
        file: joinPath(folder, file),
        inProgram: program === file,
        command: command.join('\t'),
      },
    ];
  });
}

/**
 * The record of what ended a script with a status: the first failing command under `set -e`, else the last `exit`,
 * else the last command that failed with this status. What a trap on EXIT does afterwards is not blamed.
 *
 * @param records those of this script alone
 */
export function decisiveRecord(records: readonly TraceRecord[], status: number): TraceRecord | undefined {
  const own = records.filter((record) => record.mainShell);
  // The shell ends there, whatever status a trap on EXIT makes of it.
  const fatal = own.find((record) => record.kind === 'exit' || record.errexit);
  if (fatal !== undefined && (fatal.status !== 0 || status === 0)) return fatal;
  const ending = own.filter((record) => record.status === status);
  const exit = ending.find((record) => record.kind === 'exit');
  return exit ?? ending.findLast((record) => record.inProgram) ?? ending.at(-1);
}

/**
 * The command in the background whose status a script that waited for it ended with, when bash itself ran it: a program
 * that was not found. What another program says is in no trace.
 *
 * @param records those of this script alone
 */
export function backgroundRecord(
  records: readonly TraceRecord[],
  waiting: TraceRecord,
): TraceRecord | undefined {
  if (!/^wait\b/.test(waiting.command)) return undefined;
  return records.findLast(
    (record) => !record.mainShell && record.status === waiting.status && record.inProgram,
  );
}

/** The last `FILE: line N: message` that bash itself printed about a script; some errors are in no trace. */
export function complaint(
  output: string,
  isScript: (name: string) => boolean,
): { readonly line: number; readonly message: string } | undefined {
  let found: { readonly line: number; readonly message: string } | undefined;
  for (const text of output.split('\n')) {
    const match = /^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(text);
    if (match?.[1] !== undefined && isScript(match[1]))
      found = { line: Number(match[2]), message: match[3] ?? '' };
  }
  return found;
}
