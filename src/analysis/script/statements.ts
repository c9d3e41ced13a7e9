import { assertNever } from '../../base/assert-never.ts';
import type { Span } from '../../source/span.ts';
import type {
  AndOr,
  CommandNode,
  Pipeline,
  ScriptNode,
  Statement,
  SyntaxNode,
} from '../../syntax/bash/tree.ts';
import { evaluate } from './arithmetic.ts';
import { branch, runCase, runIf } from './branches.ts';
import { runCommand } from './commands.ts';
import { decided, testExpression } from './conditions.ts';
import type { PathKey } from './job-path.ts';
import { runFor, runWhile } from './loops.ts';
import { fileOf, type Hooks, type Machine, note, noteEnd, placeOf, unknown } from './machine.ts';
import { compact, single } from './merge.ts';
import { inheritedStreams, redirected, type Streams } from './redirections.ts';
import { runText, within } from './scripts.ts';
import {
  type BackgroundJob,
  type FileFact,
  fork,
  type State,
  setFile,
  setFunction,
  setTrap,
} from './state.ts';
import { emptyValue, textOf, type Value, withoutTrailingNewlines } from './value.ts';
import { partsValue } from './words.ts';

/** The interpreter's own parts, as the others call them. */
export const hooks: Hooks = { capture, list: runList, subshell, beside, leave };

/** Carries out commands one after the other, on every path. */
function runList(machine: Machine, statements: readonly Statement[], states: readonly State[]): State[] {
  let active = [...states];
  const left: State[] = [];
  for (const statement of statements) {
    const next: State[] = [];
    for (const state of active) {
      for (const result of runStatement(machine, state, statement)) {
        if (result.flow === 'next') next.push(result);
        else if (isOver(result) && machine.nested === 0) finish(machine, result, placeOf(machine, statement));
        else left.push(result);
      }
    }
    active = next.length > 1 ? compact(machine, next) : next;
    if (active.length === 0) break;
    if (machine.budget < 0) {
      machine.opaque = true;
      break;
    }
  }
  return left.length === 0 ? active : [...active, ...compact(machine, left)];
}

function isOver(state: State): boolean {
  return state.flow === 'exit' || state.flow === 'endless' || state.flow === 'replaced';
}

/** Ends a path of the script itself: its exit trap runs, then how it ended is noted. */
export function finish(machine: Machine, state: State, at: Span): void {
  const kind = state.flow === 'endless' ? 'endless' : state.flow === 'replaced' ? 'replaced' : 'exit';
  const trap = kind === 'exit' ? state.traps.get('EXIT') : undefined;
  const text = trap === undefined ? undefined : textOf(trap.body);
  if (trap === undefined || text === undefined) {
    if (trap !== undefined) machine.opaque = true;
    noteEnd(machine, state, kind, at);
    return;
  }
  if (trap.maybe) noteEnd(machine, state, kind, at);
  const { status } = state;
  // What the trap ends was still running when the script came to its end.
  const jobs = [...state.jobs, ...state.outerJobs];
  state.flow = 'next';
  state.traps = new Map();
  state.shared.traps = false;
  machine.nested++;
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  machine.nested--;
  for (const result of results) {
    // Where an expansion fails in the trap, versions differ in the status that they end with.
    if (result.flow !== 'exit') result.status = status;
    else if (result.status === -1) result.status = undefined;
    noteEnd(machine, result, result.flow === 'endless' ? 'endless' : 'exit', at, jobs);
  }
}

function runStatement(machine: Machine, state: State, statement: Statement): State[] {
  if (statement.background) return runBackground(machine, state, statement);
  return runNode(machine, state, statement.command, inheritedStreams);
}

function runNode(
  machine: Machine,
  state: State,
  node: Statement['command'] | CommandNode,
  streams: Streams,
): State[] {
  switch (node.type) {
    case 'Command':
      return checked(machine, runCommand(machine, state, node, streams), placeOf(machine, node));
    case 'AndOr':
      return runAndOr(machine, state, node, streams);
    case 'Pipeline':
      return runPipeline(machine, state, node, streams);
    case 'Redirected': {
      let opened = false;
      const results = redirected(machine, state, node.redirects, streams, (inner, own) => {
        opened = true;
        return runNode(machine, inner, node.command, own);
      });
      return opened ? results : checked(machine, results, placeOf(machine, node));
    }
    case 'If':
      return runIf(machine, state, node);
    case 'Case':
      return runCase(machine, state, node);
    case 'For':
      return runFor(machine, state, node);
    case 'While':
      return runWhile(machine, state, node);
    case 'BraceGroup':
      return runList(machine, node.body.commands, [state]);
    case 'Subshell':
      return checked(
        machine,
        subshell(machine, state, (inner) =>
          outsideLoops(machine, () => runList(machine, node.body.commands, [inner])),
        ),
        placeOf(machine, node),
      );
    case 'Function': {
      const name = node.name.value;
      setFunction(state, name, { body: node.body, frame: machine.frame });
      state.status = 0;
      return [state];
    }
    case 'TestCommand': {
      machine.budget--;
      const verdict = testExpression(machine, state, node.expression);
      if (state.flow !== 'next') return [state];
      const text = machine.frame.script.text.text.slice(node.pos, node.end);
      const at = placeOf(machine, node);
      return checked(machine, decided(machine, state, verdict, at, text), at);
    }
    case 'ArithmeticCommand': {
      machine.budget--;
      const number =
        node.expression === undefined
          ? 0
          : evaluate(machine, state, node.expression, (parts) => partsValue(machine, state, parts), 40);
      if (state.flow !== 'next') return [state];
      const verdict = { holds: number === undefined ? undefined : number !== 0 };
      const at = placeOf(machine, node);
      if (number === 0 && state.errexit && machine.tested === 0)
        note(machine, state, at, 'zero', (moment) => ({ ...moment, kind: 'zero' }));
      return checked(machine, decided(machine, state, verdict, at, `((${node.body}))`), at);
    }
    case 'ArithmeticFor':
    case 'Select':
      return runFor(machine, state, node);
    case 'Coproc':
      machine.opaque = true;
      state.status = 0;
      return [state];
    default:
      return assertNever(node);
  }
}

/**
 * Takes `set -e` and the trap on errors into account: a failing command ends the script, unless its failing is an
 * answer.
 */
function checked(machine: Machine, states: State[], at: Span): State[] {
  if (machine.tested > 0) return states;
  if (states.some((state) => state.traps.has('ERR')))
    return ended(
      machine,
      states.flatMap((state) => afterErrorTrap(machine, state)),
      at,
    );
  return ended(machine, states, at);
}

/** Runs the trap on errors where the last command failed. */
function afterErrorTrap(machine: Machine, state: State): State[] {
  const trap = state.traps.get('ERR');
  if (trap === undefined || state.flow !== 'next' || state.status === 0) return [state];
  const text = textOf(trap.body);
  if (text === undefined) {
    machine.opaque = true;
    return [state];
  }
  const others: State[] = trap.maybe ? [fork(state)] : [];
  if (state.status === undefined) {
    const fine = fork(state);
    fine.status = 0;
    others.push(fine);
    state.status = -1;
  }
  const { status } = state;
  setTrap(state, 'ERR', undefined);
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  for (const result of results) {
    if (result.flow !== 'next') continue;
    result.status = status;
    setTrap(result, 'ERR', trap);
  }
  return [...others, ...results];
}

function ended(machine: Machine, states: State[], at: Span): State[] {
  let result: State[] | undefined;
  for (const [index, state] of states.entries()) {
    if (!state.errexit || state.flow !== 'next' || state.status === 0) {
      result?.push(state);
      continue;
    }
    result ??= states.slice(0, index);
    if (state.status !== undefined) {
      state.flow = 'exit';
      result.push(state);
      continue;
    }
    if (machine.nested === 0 && !state.traps.has('EXIT')) {
      state.status = -1;
      noteEnd(machine, state, 'exit', at);
      state.status = 0;
      result.push(state);
      continue;
    }
    const failed = fork(state);
    failed.status = -1;
    failed.flow = 'exit';
    state.status = 0;
    result.push(state);
    if (machine.nested === 0) finish(machine, failed, at);
    else result.push(failed);
  }
  return result ?? states;
}

function runAndOr(machine: Machine, state: State, node: AndOr, streams: Streams): State[] {
  const [first, ...rest] = node.commands;
  if (first === undefined) return [state];
  machine.tested++;
  let results = runNode(machine, state, first, streams);
  machine.tested--;
  let place = first;
  for (const [index, command] of rest.entries()) {
    const operator = node.operators[index];
    const last = index === rest.length - 1;
    const next: State[] = [];
    for (const result of results) {
      if (result.flow !== 'next') {
        next.push(result);
        continue;
      }
      const { yes, no } = branch(result, placeOf(machine, place), sourceOf(machine, place));
      const taken = operator === '&&' ? yes : no;
      const skipped = operator === '&&' ? no : yes;
      if (skipped !== undefined) next.push(skipped);
      if (taken === undefined) continue;
      if (!last) machine.tested++;
      next.push(...runNode(machine, taken, command, streams));
      if (!last) machine.tested--;
    }
    results = next;
    place = command;
  }
  return compact(machine, results);
}

function sourceOf(machine: Machine, node: SyntaxNode): string {
  return machine.frame.script.text.text.slice(node.pos, node.end);
}

function runPipeline(machine: Machine, state: State, node: Pipeline, streams: Streams): State[] {
  // Two negations are none, for `set -e` as well.
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
  if (node.commands.length === 1) {
    const [only] = node.commands;
    if (only === undefined) return [state];
    if (negated) machine.tested++;
    const results = runNode(machine, state, only, streams);
    if (negated) machine.tested--;
    if (negated)
      for (const result of results) if (result.flow === 'next') result.status = opposite(result.status);
    return results;
  }
  const at = placeOf(machine, node);
  const { tested } = machine;
  if (negated) machine.tested++;
  let current: State | undefined = state;
  let input: Value | undefined = streams.input;
  let failing = false;
  for (const command of node.commands.slice(0, -1)) {
    if (current === undefined) break;
    const taken: Value | undefined = current.out;
    current.out = emptyValue;
    const piped: Streams = { ...streams, stdout: { kind: 'pipe' }, input };
    const results: State[] = subshell(machine, current, (inner) => runPiece(machine, inner, command, piped));
    if (results.some((result) => result.status !== 0)) failing = true;
    const after: State | undefined = single(machine, results);
    if (after === undefined) {
      current = undefined;
      break;
    }
    input = after.out;
    after.out = taken;
    if (after.flow === 'endless') after.flow = 'next';
    current = after;
  }
  const last = node.commands.at(-1);
  if (current === undefined || last === undefined) {
    machine.tested = tested;
    return [];
  }
  const results = subshell(machine, current, (inner) =>
    runPiece(machine, inner, last, { ...streams, input }),
  );
  machine.tested = tested;
  for (const result of results) {
    if (state.pipefail && failing && result.status === 0) result.status = undefined;
    if (negated) result.status = opposite(result.status);
  }
  return negated ? results : checked(machine, results, at);
}

function runPiece(machine: Machine, state: State, node: CommandNode, streams: Streams): State[] {
  state.input = streams.input;
  return outsideLoops(machine, () => runNode(machine, state, node, streams));
}

/** An inner shell knows nothing of the loops around it; only a command substitution does. */
function outsideLoops<Result>(machine: Machine, work: () => Result): Result {
  const { loops } = machine;
  machine.loops = 0;
  const result = work();
  machine.loops = loops;
  return result;
}

function opposite(status: number | undefined): number | undefined {
  return status === undefined ? undefined : status === 0 ? 1 : 0;
}

/** Carries out commands in a shell of their own: what they do to the world stays, what they do to the shell does not. */
function subshell(machine: Machine, state: State, work: (inner: State) => State[]): State[] {
  const owned = state.shared;
  const inner = fork(state);
  const around = state.jobs.length === 0 ? state.outerJobs : [...state.jobs, ...state.outerJobs];
  inner.outerJobs = around;
  inner.jobs = [];
  if (inner.traps.size > 0) {
    setTrap(inner, 'EXIT', undefined);
    if (!inner.errtrace) setTrap(inner, 'ERR', undefined);
  }
  machine.nested++;
  const { leaving } = machine;
  machine.leaving = [];
  const ends = work(inner);
  const results = [...ends, ...machine.leaving].flatMap((result) => afterExitTrap(machine, result));
  machine.leaving = leaving;
  machine.nested--;
  if (results.length === 1) {
    // The inner shell is gone: what it did not change is this state's own again.
    const [result] = results;
    if (result === undefined) return [];
    const untouched = result.files === state.files;
    taken(state, result, around);
    state.shared = { ...owned, files: untouched ? owned.files : result.shared.files, known: true };
    return [state];
  }
  return results.map((result) => {
    const after = fork(state);
    taken(after, result, around);
    return after;
  });
}

/** Runs the exit trap that an inner shell set for itself. */
function afterExitTrap(machine: Machine, state: State): State[] {
  const trap = state.traps.get('EXIT');
  if (trap === undefined || state.flow === 'endless' || state.flow === 'replaced') return [state];
  const text = textOf(trap.body);
  if (text === undefined) {
    machine.opaque = true;
    return [state];
  }
  const { status } = state;
  const others = trap.maybe ? [fork(state)] : [];
  setTrap(state, 'EXIT', undefined);
  state.flow = 'next';
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  for (const result of results) if (result.flow === 'next') result.status = status;
  return [...others, ...results];
}

/** Takes over what an inner shell did to the world; its variables, folder and options are its own. */
function taken(state: State, result: State, around: readonly BackgroundJob[]): void {
  state.files = result.files;
  state.known = result.known;
  state.path = result.path;
  state.slept = result.slept;
  state.slow = result.slow;
  state.service = result.service;
  state.out = result.out;
  state.status = result.status;
  state.flow = result.flow === 'endless' ? 'endless' : 'next';
  // Jobs of the inner shell outlive it; nobody here can wait for them.
  const orphans = [...result.jobs, ...result.outerJobs.filter((job) => !around.includes(job))];
  if (orphans.length > 0) state.outerJobs = [...orphans, ...state.outerJobs];
}

function capture(machine: Machine, state: State, script: ScriptNode): Value {
  if (script.commands.length === 0) return emptyValue;
  const { tested } = machine;
  const { out } = state;
  const owned = { ...state.shared };
  const { files, known } = state;
  const inner = fork(state);
  inner.out = emptyValue;
  // Where the answer is assigned, a failure counts; errexit is not inherited by command substitutions.
  inner.errexit = false;
  machine.tested = 0;
  const results = subshell(machine, inner, (shell) => {
    const [only] = script.commands;
    if (script.commands.length === 1 && only?.command.type === 'Command' && only.command.name === undefined) {
      const [redirect] = only.command.redirects;
      if (redirect?.type === 'Redirect' && redirect.operator === '<' && only.command.redirects.length === 1) {
        return redirected(machine, shell, [redirect], inheritedStreams, (reader, streams) => {
          reader.out = streams.input ?? unknown(machine, { kind: 'command', name: 'cat' });
          reader.status = 0;
          return [reader];
        });
      }
    }
    return runList(machine, script.commands, [shell]);
  });
  machine.tested = tested;
  const after = single(machine, results);
  if (after === undefined) {
    state.flow = 'endless';
    return emptyValue;
  }
  state.files = after.files;
  state.known = after.known;
  state.shared = {
    ...owned,
    files: after.files === files ? owned.files : after.shared.files,
    known: after.known === known ? owned.known : true,
  };
  state.slept = after.slept;
  state.slow = after.slow;
  state.service = after.service;
  state.status = after.status;
  state.outerJobs = after.outerJobs;
  state.path = after.path;
  if (after.flow === 'endless') state.flow = 'endless';
  state.out = out;
  return withoutTrailingNewlines(after.out ?? emptyValue);
}

/** Ends a path on which an expansion failed: that of the script, or of the innermost shell. */
function leave(machine: Machine, state: State, at: Span): void {
  const gone = fork(state);
  gone.flow = 'exit';
  gone.status = -1;
  if (machine.nested === 0) finish(machine, gone, at);
  else machine.leaving.push(gone);
}

/** A process substitution runs beside the command that it is written in, and may outlive it. */
function beside(machine: Machine, state: State, script: ScriptNode): void {
  const { status, out } = state;
  background(machine, state, placeOf(machine, script), (shell) => runList(machine, script.commands, [shell]));
  // Nobody can wait for it by its number.
  const job = state.jobs.at(-1);
  state.jobs = state.jobs.slice(0, -1);
  if (job !== undefined && job.files.size > 0) state.outerJobs = [job, ...state.outerJobs];
  state.status = status;
  state.out = out;
}

function runBackground(machine: Machine, state: State, statement: Statement): State[] {
  return background(machine, state, placeOf(machine, statement), (shell) =>
    runNode(machine, shell, statement.command, inheritedStreams),
  );
}

/** Carries out commands in a shell of their own that works on while this one does. */
function background(machine: Machine, state: State, at: Span, work: (shell: State) => State[]): State[] {
  machine.background++;
  const outer = machine.touched;
  const touched = new Map<PathKey, 'written' | 'removed'>();
  machine.touched = touched;
  const inner = fork(state);
  inner.out = undefined;
  const results = subshell(machine, inner, (shell) => outsideLoops(machine, () => work(shell)));
  machine.background--;
  machine.touched = outer;
  for (const [key, how] of touched) if (outer?.get(key) !== 'removed') outer?.set(key, how);
  const files = new Map<PathKey, FileFact>();
  const keys = new Set([
    ...touched.keys(),
    ...results.flatMap((result) => (result.files === state.files ? [] : [...result.files.keys()])),
  ]);
  for (const key of keys) {
    const before = fileOf(machine, state, key);
    const after = results.map((result) => fileOf(machine, result, key));
    // a file that the job may yet write or remove is its own, even where nothing was there when it started
    if (!touched.has(key) && after.every((fact) => fact === before)) continue;
    const [one] = after;
    const same = one !== undefined && after.every((fact) => fact.presence === one.presence);
    const sameText = same && after.every((fact) => fact.content === one.content);
    files.set(
      key,
      sameText ? one : { presence: same ? one.presence : 'maybe', written: one?.written, since: state.slept },
    );
  }
  const meanwhile = new Map<PathKey, FileFact>();
  for (const [key, fact] of files) {
    const before = fileOf(machine, state, key);
    const { content: _, ...rest } = fact;
    const steady = before.presence === fact.presence && touched.get(key) !== 'removed';
    const now: FileFact = { ...rest, presence: steady ? fact.presence : 'maybe' };
    meanwhile.set(key, now);
    setFile(state, key, now);
  }
  const started = results.find((result) => result.service !== undefined)?.service;
  const job: BackgroundJob = {
    id: machine.nextId++,
    at,
    files,
    meanwhile,
    endless: results.length > 0 && results.every((result) => result.flow === 'endless'),
    service: state.service === undefined ? (started?.likelihood ?? 'no') : 'no',
  };
  state.jobs = [...state.jobs, job];
  // What the job itself leaves behind nobody waits for.
  const orphans = results.flatMap((result) =>
    result.outerJobs.filter((one) => !state.outerJobs.includes(one)),
  );
  if (orphans.length > 0) state.outerJobs = [...new Set([...orphans, ...state.outerJobs])];
  if (state.service === undefined && started !== undefined) state.service = started;
  state.status = 0;
  return [state];
}
