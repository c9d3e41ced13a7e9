/** One remark of ShellCheck as its `json1` format has it: lines and columns from 1, columns in code points. */
export interface ShellcheckComment {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly code: number;
  readonly message: string;
  readonly fix?: { readonly replacements: readonly ShellcheckReplacement[] } | null;
}

/** One replacement of a repair that ShellCheck offers. */
export interface ShellcheckReplacement {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly replacement: string;
  readonly precedence: number;
}

/** ShellCheck without a program, for machines that have no `shellcheck` on the PATH. */
export interface ShellcheckEngine {
  /** Its name and version, so that answers of another one are not taken for its own. */
  readonly version: string;
  /** What it says about one bash script; `undefined` when it had not finished in time. Rejects when it breaks. */
  lint(
    text: string,
    severity: 'error' | 'warning' | 'info' | 'style',
    timeoutMs: number,
  ): Promise<readonly ShellcheckComment[] | undefined>;
}
