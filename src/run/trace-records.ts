import { joinPath } from './paths.ts';

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
  /** The script file, absolute. */
  readonly file: string;
  readonly command: string;
}

/** Reads what the trace script wrote; lines that are cut or mixed up are left out. */
export function traceRecords(text: string): readonly TraceRecord[] {
  return text.split('\n').flatMap((row) => {
    const [kind, status, line, script, shell, flags, folder, file, ...command] = row.split('\t');
    if ((kind !== 'E' && kind !== 'X') || file === undefined || file === '' || folder === undefined)
      return [];
    return [
      {
        kind: kind === 'E' ? 'failed' : 'exit',
        status: Number(status),
        line: Number(line),
        script: Number(script),
        mainShell: script === shell,
        errexit: flags?.includes('e') === true,
        file: joinPath(folder, file),
        command: command.join('\t'),
      },
    ];
  });
}

/**
 * The record of what ended a script with a status: the first failing command under `set -e`, else the last `exit`,
 * else the last command that failed with this status. What a trap on EXIT does afterwards is not blamed.
 */
export function decisiveRecord(
  records: readonly TraceRecord[],
  file: string,
  status: number,
): TraceRecord | undefined {
  const own = records.filter(
    (record) => record.file === file && record.mainShell && record.status === status,
  );
  const errexit = own.find((record) => record.kind === 'failed' && record.errexit);
  const exits = own.filter((record) => record.kind === 'exit');
  if (exits.length > 0) return errexit ?? exits[0];
  return errexit ?? own.at(-1);
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
