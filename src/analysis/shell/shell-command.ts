import type { Command, PipelineNode, Redirection, Word } from '../../syntax/bash/tree.ts';

/** What stands around a simple command in a script. */
export interface Surroundings {
  /** Its redirections, then those of the groups around it, the innermost first. */
  readonly redirections: readonly Redirection[];
  /** The commands that read what it prints, in the order of the pipeline. */
  readonly pipedTo: readonly PipelineNode[];
  /** Whether its output is taken by `$(…)`, a process substitution or backticks. */
  readonly captured: boolean;
  /** The commands whose words hold it by a substitution, the innermost first. */
  readonly within: readonly ShellCommand[];
  readonly inLoop: boolean;
  /** Whether it is part of the condition of `if`, `while` or `until`. */
  readonly inCondition: boolean;
  /** Whether it only runs when something else holds: in a branch, a loop, a function, or behind `&&` and `||`. */
  readonly conditional: boolean;
}

/** A command that stands in a script by itself. */
export const surroundedByNothing: Surroundings = {
  redirections: [],
  pipedTo: [],
  captured: false,
  within: [],
  inLoop: false,
  inCondition: false,
  conditional: false,
};

/** A simple command wherever it stands in a script. */
export interface ShellCommand extends Surroundings {
  readonly node: Command;
  /**
   * The program that runs: the last part of its path, behind `sudo`, `nohup`, `exec`, `env` and the like. `undefined`
   * when that part is not literal.
   */
  readonly program: string | undefined;
  /** The word that names the program, also where it is not literal; `undefined` for assignments alone. */
  readonly name: Word | undefined;
  /** The words behind the program. */
  readonly words: readonly Word[];
}
