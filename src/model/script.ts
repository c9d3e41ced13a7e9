import type { MappedText } from '../source/mapped-text.ts';
import type { FilePath } from '../source/span.ts';
import type { WrittenExpression } from './written-expression.ts';

/** What part a script plays: its own file, or a block in a workflow. */
export type ScriptRole = 'start' | 'setup' | 'sourced' | 'lone' | 'run' | 'cleanup';

/** A shell script wherever it is written. */
export interface Script {
  readonly role: ScriptRole;
  /** The file that it is written in: itself, or the workflow. */
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
  /** Where it belongs in its workflow; absent for files. */
  readonly job?: string | undefined;
  readonly stepIndex?: number | undefined;
}

/** Whether a script is written in a workflow, where no other can read it. */
export function isBlock(script: Pick<Script, 'role'>): boolean {
  return script.role === 'run' || script.role === 'cleanup';
}
