import type { MappedText } from '../../../source/mapped-text.ts';
import type { Span } from '../../../source/span.ts';
import type { BashScript } from '../../../syntax/bash/parse-bash.ts';
import type { CommandNode, ScriptNode, Statement } from '../../../syntax/bash/tree.ts';
import type { Moment, ScriptEnd, ScriptEvent } from './state/events.ts';
import type { PathKey } from './state/job-path.ts';
import type { Assumption, BackgroundJob, FileFact, Frame, Presence, State } from './state/state.ts';
import type { Streams } from './state/streams.ts';
import type { Origin, Unknown, Value } from './state/value.ts';

/** What a script finds when it begins. */
export interface World {
  readonly cwd: PathKey;
  /** Files whose presence is followed through every path and decides which paths are kept apart. */
  readonly followed: readonly PathKey[];
  /** What is known of a file before the script begins; `undefined`: nothing. */
  initialFile(key: PathKey): FileFact | undefined;
  /** The value of an environment variable; `unset`; `undefined`: not known. */
  environment(name: string): Value | 'unset' | undefined;
  /** Whether another process may create the file meanwhile. */
  isVolatile(key: PathKey): boolean;
  /** The text of a script that this one reads, when it is in the repository. */
  script(key: PathKey): BashScript | undefined;
  /** The expression that is masked at these offsets of the text, when there is one. */
  expressionAt(text: MappedText, start: number, end: number): PastedExpression | undefined;
  /** `$0` of the script. */
  readonly source: Value;
}

/** An expression whose value the platform pastes into a script. */
export interface PastedExpression {
  readonly text: string;
  /** The only value it can have, when there is one. */
  readonly value?: string | undefined;
}

/** What expansions need of the commands, and commands of each other. */
export interface Hooks {
  /** What a command substitution gives; its effects are added to the state. */
  capture(machine: Machine, state: State, script: ScriptNode): Value;
  /** Carries out commands one after the other. */
  list(machine: Machine, statements: readonly Statement[], states: readonly State[]): State[];
  /** Carries out one command of any kind, with its streams. */
  node(machine: Machine, state: State, node: Statement['command'] | CommandNode, streams: Streams): State[];
  /** Carries out commands that share nothing with this shell but the world. */
  subshell(machine: Machine, state: State, work: (inner: State) => State[]): State[];
  /** Carries out the commands of a process substitution, for which nobody waits. */
  beside(machine: Machine, state: State, script: ScriptNode): void;
  /** Ends a path on which an expansion failed. */
  leave(machine: Machine, state: State, at: Span): void;
}

/** One run of the interpreter: its limits, where it is, and what it has seen. */
export interface Machine {
  readonly world: World;
  readonly hooks: Hooks;
  readonly events: ScriptEvent[];
  readonly ends: Map<string, ScriptEnd>;
  readonly seen: Set<string>;
  /** Commands that may still be carried out; below zero nothing is claimed any more. */
  budget: number;
  /** Whether something happened that this does not understand, so that nothing may be called certain. */
  opaque: boolean;
  nextId: number;
  frame: Frame;
  /** How many conditions surround this point: there, failing is an answer and ends nothing. */
  tested: number;
  /** How many subshells, captures and background jobs surround this point. */
  nested: number;
  background: number;
  repeated: number;
  calls: number;
  /** How many loops of this shell surround this point: `break` ends no others. */
  loops: number;
  /** How many functions and read files of this shell surround this point: `return` leaves no others. */
  returnable: number;
  /** Paths on which an expansion ended the innermost shell, unless that is the script itself. */
  leaving: State[];
  /** Files that links lead to, and the links: what is done to one is done to the other. */
  readonly linked: Set<PathKey>;
  readonly environmentValues: Map<string, Value>;
  /** Texts that were evaluated as scripts, parsed once. */
  readonly parsed: Map<string, BashScript>;
  /** While a background job is followed: the files that it writes or ever removes, were they there or not. */
  touched: Map<PathKey, 'written' | 'removed'> | undefined;
  /** Files that take the output of commands around this point, which is in them only when those have ended. */
  filling: PathKey[];
}

/** A new machine. `budget` bounds the work, in commands carried out over all paths. */
export function machineOf(world: World, hooks: Hooks, frame: Frame, budget: number): Machine {
  return {
    world,
    hooks,
    events: [],
    ends: new Map(),
    seen: new Set(),
    budget,
    opaque: false,
    nextId: 1,
    frame,
    tested: 0,
    nested: 0,
    background: 0,
    repeated: 0,
    calls: 0,
    loops: 0,
    returnable: 0,
    leaving: [],
    linked: new Set(),
    environmentValues: new Map(),
    parsed: new Map(),
    touched: undefined,
    filling: [],
  };
}

/** A text that nothing is known about but where it comes from. */
export function unknown(machine: Machine, origin: Origin, more: { readonly nonEmpty?: boolean } = {}): Value {
  const piece: Unknown = { id: machine.nextId++, origin, nonEmpty: more.nonEmpty ?? false };
  return [piece];
}

/** Where a node is written. */
export function placeOf(machine: Machine, node: { readonly pos: number; readonly end: number }): Span {
  return machine.frame.place ?? machine.frame.script.spanOf(node);
}

/** The presence of a file on this path. */
export function fileOf(machine: Machine, state: State, key: PathKey): FileFact {
  return state.files.get(key) ?? machine.world.initialFile(key) ?? { presence: 'maybe', since: 0 };
}

/** Whether it pays to remember a file: those of the job directory, and those that are followed. */
export function isRemembered(machine: Machine, key: PathKey): boolean {
  return key.startsWith('@job/') || machine.world.followed.includes(key);
}

/** Adds a condition to the path. */
export function assume(state: State, at: Span, text: string, holds: boolean): void {
  const before: Assumption | undefined = state.path;
  state.path = { at, text, holds, before, depth: (before?.depth ?? 0) + 1 };
}

/** The present moment of a path. */
export function momentOf(machine: Machine, state: State, at: Span): Moment {
  const files = new Map<PathKey, Presence>();
  const written = new Map<PathKey, Span>();
  for (const key of machine.world.followed) {
    const fact = fileOf(machine, state, key);
    files.set(key, fact.presence);
    if (fact.written !== undefined) written.set(key, fact.written);
  }
  return {
    at,
    path: state.path,
    files,
    written,
    slept: state.slept,
    slow: state.slow,
    service: state.service,
    repeated: machine.repeated > 0,
    background: machine.background > 0,
  };
}

/**
 * Notes an event unless the same one was noted before with the same followed files: the same kind at the same place,
 * with the same `what`.
 */
export function note(
  machine: Machine,
  state: State,
  at: Span,
  what: string,
  build: (moment: Moment) => ScriptEvent,
): void {
  let key = `${at.start}:${what}:${at.file}`;
  for (const file of machine.world.followed) key += fileOf(machine, state, file).presence;
  if (machine.seen.has(key) || machine.events.length >= 4_000) return;
  machine.seen.add(key);
  machine.events.push(build(momentOf(machine, state, at)));
}

/** Notes that a file is written; `event` holds the moment before the writing. */
export function noteWrite(machine: Machine, event: ScriptEvent & { readonly kind: 'write' }): void {
  let key = `${event.at.start}:write:${event.at.file}:${event.file}:`;
  for (const presence of event.files.values()) key += presence;
  for (const piece of event.content ?? []) key += typeof piece === 'string' ? piece : piece.origin.kind;
  if (machine.seen.has(key) || machine.events.length >= 4_000) return;
  machine.seen.add(key);
  machine.events.push(event);
}

/** Notes that the script stays at a place. */
export function noteStay(
  machine: Machine,
  state: State,
  at: Span,
  why: Extract<ScriptEvent, { kind: 'stay' }>['why'],
): void {
  note(machine, state, at, `${why} ${state.service?.likelihood}`, (moment) => ({
    ...moment,
    kind: 'stay',
    why,
  }));
}

/** Notes a command line once for each place. */
export function noteCommand(machine: Machine, state: State, at: Span, words: readonly Value[]): void {
  const key = `command:${at.file}:${at.start}`;
  if (machine.seen.has(key) || machine.events.length >= 4_000) return;
  machine.seen.add(key);
  machine.events.push({ ...momentOf(machine, state, at), kind: 'command', words });
}

/** Notes how a path of the script itself ends. */
export function noteEnd(
  machine: Machine,
  state: State,
  kind: ScriptEnd['kind'],
  at: Span,
  jobs: readonly BackgroundJob[] = [...state.jobs, ...state.outerJobs],
): void {
  let key: string = kind;
  const status = state.status === undefined ? '?' : state.status === 0 ? '0' : '!';
  key += status;
  for (const file of machine.world.followed) key += fileOf(machine, state, file).presence[0];
  key += state.service?.likelihood ?? '';
  for (const job of jobs) key += `,${job.id}`;
  const contents = new Map<PathKey, Value>();
  for (const file of machine.world.followed) {
    const { content } = fileOf(machine, state, file);
    if (content === undefined || machine.filling.includes(file)) continue;
    contents.set(file, content);
    key += `;${file}=${content.map((piece) => (typeof piece === 'string' ? piece : piece.origin.kind)).join()}`;
  }
  if (machine.ends.size >= 200 && !machine.ends.has(key)) {
    machine.opaque = true;
    return;
  }
  if (machine.ends.has(key)) return;
  machine.ends.set(key, {
    ...momentOf(machine, state, at),
    kind,
    status: state.status,
    contents,
    running: jobs.map((job) => ({ at: job.at, service: job.service })),
  });
}
