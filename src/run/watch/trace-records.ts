import { joinPath } from '../engine/paths.ts';

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
  /** The script that was started, as `$0`: absolute or relative to where it was started. */
  readonly program: string;
  /** The file that the line stands in, absolute: the script, or one that it sources. */
  readonly file: string;
  /** Whether that file is the script itself. */
  readonly inProgram: boolean;
  readonly command: string;
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

/** Reads what the trace script wrote of failures; lines that are cut or mixed up are left out. */
export function traceRecords(text: string): readonly TraceRecord[] {
  return text.split('\n').flatMap((row) => {
    const [kind, status, line, script, shell, flags, folder, program, file, ...command] = row.split('\t');
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
  const ending = records.filter((record) => record.mainShell && record.status === status);
  const errexit = ending.find((record) => record.kind === 'failed' && record.errexit);
  const exit = ending.find((record) => record.kind === 'exit');
  const last = ending.findLast((record) => record.inProgram) ?? ending.at(-1);
  return errexit ?? exit ?? last;
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
