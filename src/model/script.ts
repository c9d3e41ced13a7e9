import type { MappedText } from '../source/mapped-text.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { FilePath } from '../source/span.ts';
import type { WrittenExpression } from './written-expression.ts';

/**
 * What part a script plays: a file beside the workflow, one that others source or start, one that was named alone, a block in a
 * workflow, or a text that another script writes or passes on.
 */
export type ScriptRole = 'start' | 'setup' | 'sourced' | 'started' | 'lone' | 'run' | 'cleanup' | 'written';

/** A stretch of a script's text, by offset. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Those of the stretches of a script, in their order, that lie between two offsets. */
export function* stretchesWithin<T extends Stretch>(
  stretches: readonly T[],
  start: number,
  end: number,
): Generator<T> {
  let from = 0;
  for (let to = stretches.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((stretches[middle]?.start ?? 0) < start) from = middle + 1;
    else to = middle;
  }
  for (; from < stretches.length; from++) {
    const stretch = stretches[from];
    if (stretch === undefined || stretch.start > end) return;
    if (stretch.end <= end) yield stretch;
  }
}

/** The stretch of a script that begins at an offset. */
export function stretchAt<T extends Stretch>(stretches: readonly T[], start: number): T | undefined {
  for (const stretch of stretchesWithin(stretches, start, Number.POSITIVE_INFINITY)) {
    return stretch.start === start ? stretch : undefined;
  }
  return undefined;
}

/** A shell script wherever it is written. */
export interface Script {
  readonly role: ScriptRole;
  /** The file that it is written in: itself, the workflow, or the script that writes it. */
  readonly path: FilePath;
  /** As written, expressions included. */
  readonly text: MappedText;
  /**
   * As the shell's parser may read it: each `${{ … }}` replaced by a parameter expansion of the same length, so that
   * offsets into `text` and `shell` are the same. Equal to `text` for files.
   */
  readonly shell: MappedText;
  /** The expressions in it, in their order, by offset into `text`, the braces included; empty for files. */
  readonly holes: readonly {
    readonly start: number;
    readonly end: number;
    readonly site: WrittenExpression;
  }[];
  /**
   * Of a text that another script writes: what is expanded while it is written, in its order, by offset into `text`; in `shell` each is
   * a parameter expansion of the same length. Absent for all others.
   */
  readonly filled?: readonly { readonly start: number; readonly end: number }[] | undefined;
  /** The file as it is stored, carriage returns included, to which spans point; absent for all but files. */
  readonly source?: SourceFile | undefined;
  /** Where it belongs in its workflow; absent for files. */
  readonly job?: string | undefined;
  readonly stepIndex?: number | undefined;
}

/** Whether a script is a file that others source or start, wherever it lies, or one that was named alone. */
export function isUsedByOthers({ role }: Script): boolean {
  return role === 'sourced' || role === 'started' || role === 'lone';
}

/** Whether a script stands inside another file, a workflow or a script, where no other can read it. */
export function isBlock(script: Pick<Script, 'role'>): boolean {
  return script.role === 'run' || script.role === 'cleanup' || script.role === 'written';
}
