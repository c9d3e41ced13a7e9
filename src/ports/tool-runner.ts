/** How a helper program ended. */
export interface ToolOutcome {
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it did not run to its end: not installed, out of time, printed too much. */
  readonly failed?: 'missing' | 'timeout' | 'too-much-output' | 'killed';
}

/** Runs helper programs such as ShellCheck and git, bounded in time, memory and output, without a shell. */
export interface ToolRunner {
  run(order: {
    readonly command: string;
    readonly arguments: readonly string[];
    readonly cwd?: string;
    readonly stdin?: string;
    /** Variables that differ from those of this process. */
    readonly environment?: Readonly<Record<string, string>>;
    readonly timeoutMs: number;
    readonly maxOutputBytes: number;
    readonly maxMemoryBytes?: number;
    /** Files for it to read, written to a directory of their own that is its `cwd` and is removed afterwards. */
    readonly files?: readonly { readonly name: string; readonly text: string }[];
  }): Promise<ToolOutcome>;
}
