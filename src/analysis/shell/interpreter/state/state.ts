import type { Span } from '../../../../source/span.ts';
import type { BashScript } from '../../../../syntax/bash/parse-bash.ts';
import type { SyntaxNode } from '../../../../syntax/bash/tree.ts';
import type { PathKey } from './job-path.ts';
import type { Sink } from './sink.ts';
import type { Table } from './table.ts';
import type { Value } from './value.ts';

/** A condition that a path took, newest first. */
export interface Assumption {
  readonly at: Span;
  /** The condition as it is written. */
  readonly text: string;
  readonly holds: boolean;
  readonly before: Assumption | undefined;
  readonly depth: number;
}

/** Whether a file is there. */
export type Presence = 'yes' | 'no' | 'maybe';

/** What is known about a file or folder on one path. */
export interface FileFact {
  readonly presence: Presence;
  readonly directory?: boolean | undefined;
  readonly content?: Value | undefined;
  /** Where the script wrote it last. */
  readonly written?: Span | undefined;
  /** Seconds slept when its presence became known. */
  readonly since: number;
}

/** A shell variable; a name that is not in the table is as the environment has it. */
export interface Variable {
  readonly value: Value;
  /** `maybe`: set on some paths that were joined. */
  readonly set: 'yes' | 'no' | 'maybe';
  /** Whether programs get it; `maybe`: on some paths that were joined, or as the environment has it. */
  readonly exported: boolean | 'maybe';
  readonly readonly?: boolean | undefined;
  /** Whether it is an array or otherwise not one text. */
  readonly opaque?: boolean | undefined;
  /** Of an array: its elements, where they are known. */
  readonly elements?: readonly Value[] | undefined;
  /** Of an array that differs between paths: what its elements may be. */
  readonly possible?: readonly Value[] | undefined;
  readonly assigned?: Span | undefined;
}

/** Where nodes come from: a file, a block, or a text that was evaluated, which has one place for all its nodes. */
export interface Frame {
  readonly script: BashScript;
  readonly place?: Span | undefined;
  /** What `$0` and `BASH_SOURCE` are there. */
  readonly source: Value;
  readonly depth: number;
}

/** A function and where it is written. */
export interface DefinedFunction {
  /** Whether other shells get it: `export -f`. */
  readonly exported?: true;
  readonly body: SyntaxNode;
  readonly frame: Frame;
  /** What else has the name on other paths that were joined; `'nothing'` where no function has it. */
  readonly others?: readonly (DefinedFunction | 'nothing')[];
}

/** What is carried out when a signal comes, or the shell ends. */
export interface Trap {
  readonly body: Value;
  readonly at: Span;
  readonly frame: Frame;
  /** Whether it is set on some of the paths only that were joined. */
  readonly maybe?: boolean;
}

/** A command that was put into the background. */
export interface BackgroundJob {
  readonly id: number;
  readonly at: Span;
  /** Files that it changes, as they are when it has ended. */
  readonly files: ReadonlyMap<PathKey, FileFact>;
  /** The same files as they are called while it runs. */
  readonly meanwhile: ReadonlyMap<PathKey, FileFact>;
  readonly endless: boolean;
  /** How likely it is the service that the script is for. */
  readonly service: ServiceLikelihood;
}

/** Jobs, those of a second list left out. */
export function withoutThose(
  jobs: readonly BackgroundJob[],
  known: readonly BackgroundJob[],
): readonly BackgroundJob[] {
  if (jobs.length === 0 || jobs === known) return [];
  const left = new Set(known);
  return jobs.filter((job) => !left.has(job));
}

/** How likely it is that a command is the service. */
export type ServiceLikelihood = 'certain' | 'possible' | 'no';

/** What control does after a command. */
export type Flow = 'next' | 'exit' | 'return' | 'break' | 'continue' | 'endless' | 'replaced';

/** Everything that is known at one point of one path. Written to in place; `fork` before a path divides. */
export interface State {
  vars: Table<string, Variable>;
  /** Whether variables that are not in the table may have been set meanwhile. */
  blurred: boolean;
  files: Table<PathKey, FileFact>;
  /** What conditions told about unknown texts: their value, or only that they are not empty. */
  known: Table<number, Value | 'non-empty'>;
  functions: Map<string, DefinedFunction>;
  traps: Map<string, Trap>;
  /** Which of the tables this state shares with another one and must copy before it writes. */
  shared: { vars: boolean; files: boolean; known: boolean; functions: boolean; traps: boolean };
  cwd: PathKey;
  /** The folders that `pushd` left, the last one first; `undefined`: not known. */
  folders: readonly PathKey[] | undefined;
  errexit: boolean;
  nounset: boolean;
  pipefail: boolean;
  /** Whether all variables that are set are exported (`set -a`). */
  allexport: boolean | 'maybe';
  /** Whether functions and inner shells keep the trap on errors (`set -E`). */
  errtrace: boolean;
  /** The exit status: a number, -1 for any but zero, `undefined` for any. */
  status: number | undefined;
  flow: Flow;
  levels: number;
  path: Assumption | undefined;
  /** The least number of seconds slept so far. */
  slept: number;
  /** Names of commands before this point that may take seconds, at most a few. */
  slow: readonly string[];
  jobs: readonly BackgroundJob[];
  /** Jobs of the shells around this one and of those that it left behind, which it cannot wait for. */
  outerJobs: readonly BackgroundJob[];
  positional: readonly Value[] | undefined;
  /** What the innermost capture has taken so far; `undefined` when nobody listens. */
  out: Value | undefined;
  /** Where this shell's own output goes: after `exec > file`, and in a group or a function that is redirected. */
  sinks?: { readonly stdout: Sink; readonly stderr: Sink } | undefined;
  input: Value | undefined;
  locals: LocalFrame | undefined;
  /** The service that was started on this path, first one first. */
  service:
    | { readonly at: Span; readonly likelihood: ServiceLikelihood; readonly how: ServiceStart }
    | undefined;
}

/** How a service is started: beside the script, in front of it, in its place, or out of its reach. */
export type ServiceStart = 'background' | 'foreground' | 'exec' | 'detached';

/** The variables that a function made its own, with what they were outside. */
export interface LocalFrame {
  readonly saved: ReadonlyMap<string, Variable | undefined>;
  readonly before: LocalFrame | undefined;
}

/** A second state that goes its own way from here. */
export function fork(state: State): State {
  state.shared = { vars: true, files: true, known: true, functions: true, traps: true };
  return { ...state, shared: { ...state.shared } };
}

/** Gives a variable a value in this state alone; what it shares with others is copied first. */
export function setVariable(state: State, name: string, variable: Variable): void {
  if (state.shared.vars) {
    state.vars = state.vars.copy();
    state.shared.vars = false;
  }
  state.vars.set(name, variable);
}

/** Gives variables back what they were, or takes them away when they were not there. */
export function restoreVariables(state: State, before: ReadonlyMap<string, Variable | undefined>): void {
  for (const [name, variable] of before) {
    if (variable !== undefined) setVariable(state, name, variable);
    else {
      state.vars = state.vars.copy();
      state.shared.vars = false;
      state.vars.delete(name);
    }
  }
}

/** Notes what is known of a file, in this state alone. */
export function setFile(state: State, key: PathKey, fact: FileFact): void {
  if (state.shared.files) {
    state.files = state.files.copy();
    state.shared.files = false;
  }
  state.files.set(key, fact);
}

/** Notes what has been found out about an unknown value, by its number, in this state alone. */
export function setKnown(state: State, id: number, fact: Value | 'non-empty'): void {
  if (state.shared.known) {
    state.known = state.known.copy();
    state.shared.known = false;
  }
  state.known.set(id, fact);
}

/** Defines a function, in this state alone. */
export function setFunction(state: State, name: string, defined: DefinedFunction): void {
  if (state.shared.functions) {
    state.functions = new Map(state.functions);
    state.shared.functions = false;
  }
  state.functions.set(name, defined);
}

/** Takes a function away, in this state alone. */
export function removeFunction(state: State, name: string): void {
  if (!state.functions.has(name)) return;
  state.functions = new Map(state.functions);
  state.shared.functions = false;
  state.functions.delete(name);
}

/** Sets a trap, or takes it away, in this state alone. */
export function setTrap(state: State, signal: string, trap: Trap | undefined): void {
  if (state.shared.traps) {
    state.traps = new Map(state.traps);
    state.shared.traps = false;
  }
  if (trap === undefined) state.traps.delete(signal);
  else state.traps.set(signal, trap);
}
