import type { MappedText } from '../source/mapped-text.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { FilePath } from '../source/span.ts';
import type { WrittenExpression } from './written-expression.ts';

/** What part a script plays: its own file, a block in a workflow, or a text that another script writes or passes on. */
export type ScriptRole = 'start' | 'setup' | 'sourced' | 'lone' | 'run' | 'cleanup' | 'written';

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
  /** The expressions in it, by offset into `text`, the braces included; empty for files. */
  readonly holes: readonly {
    readonly start: number;
    readonly end: number;
    readonly site: WrittenExpression;
  }[];
  /**
   * Of a text that another script writes: what is expanded while it is written, by offset into `text`; in `shell` each is
   * a parameter expansion of the same length. Absent for all others.
   */
  readonly filled?: readonly { readonly start: number; readonly end: number }[] | undefined;
  /** The file as it is stored, carriage returns included, to which spans point; absent for all but files. */
  readonly source?: SourceFile | undefined;
  /** Where it belongs in its workflow; absent for files. */
  readonly job?: string | undefined;
  readonly stepIndex?: number | undefined;
}

/** Whether a script stands inside another file, a workflow or a script, where no other can read it. */
export function isBlock(script: Pick<Script, 'role'>): boolean {
  return script.role === 'run' || script.role === 'cleanup' || script.role === 'written';
}
