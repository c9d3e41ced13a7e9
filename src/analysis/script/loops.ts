import type { Span } from '../../source/span.ts';
import type { ArithmeticExpression, CompoundList, For, SyntaxNode, While } from '../../syntax/bash/tree.ts';
import { evaluate } from './arithmetic.ts';
import { assignedNames } from './assigned-names.ts';
import { branch } from './branches.ts';
import { type Machine, noteStay, placeOf, unknown } from './machine.ts';
import { compact } from './merge.ts';
import { fork, type State, setFile, setVariable } from './state.ts';
import type { Value } from './value.ts';
import { assign } from './variables.ts';
import { expandFields, partsValue } from './words.ts';

/** How often a loop whose course is known is carried out before only what any turn may do is looked at. */
const maxTurns = 24;
/** The same for a loop that may end at any turn. */
const maxOpenTurns = 6;

type Counting = Extract<SyntaxNode, { type: 'For' | 'ArithmeticFor' | 'Select' }>;

/** `for … in …`, and the loops that count or ask. */
export function runFor(machine: Machine, state: State, node: Counting): State[] {
  if (node.type === 'ArithmeticFor') return runCounting(machine, state, node);
  if (node.type === 'Select') return anyTurns(machine, state, node.body, { atLeastOnce: false });
  const values = loopValues(machine, state, node);
  if (state.flow !== 'next') return [state];
  if (values === undefined)
    return anyTurns(machine, state, node.body, { atLeastOnce: false, variable: node });
  if (values.length > maxTurns)
    return anyTurns(machine, state, node.body, { atLeastOnce: true, variable: node });
  const results: State[] = [];
  let active: State[] = [state];
  state.status = 0;
  machine.repeated++;
  machine.loops++;
  for (const value of values) {
    for (const one of active) assign(machine, one, node.name.value, value, placeOf(machine, node.name));
    const next: State[] = [];
    for (const one of machine.hooks.list(machine, node.body.commands, active)) turned(one, next, results);
    active = compact(machine, next);
    if (active.length === 0 || machine.budget < 0) break;
  }
  machine.repeated--;
  machine.loops--;
  return compact(machine, [...results, ...active]);
}

function loopValues(machine: Machine, state: State, node: For): readonly Value[] | undefined {
  if (node.wordlist === undefined) return state.positional;
  const fields = node.wordlist.flatMap((word) => [...expandFields(machine, state, word)]);
  if (fields.some((field) => field.glob || field.loose)) return undefined;
  return fields.map((field) => field.value);
}

/** `for (( … ))`. */
function runCounting(
  machine: Machine,
  state: State,
  node: Extract<SyntaxNode, { type: 'ArithmeticFor' }>,
): State[] {
  const number = (one: State, expression: ArithmeticExpression | undefined) =>
    expression === undefined
      ? undefined
      : evaluate(machine, one, expression, (parts) => partsValue(machine, one, parts), 40);
  number(state, node.initialize);
  if (state.flow !== 'next') return [state];
  const fixed = runFewTurns(machine, fork(state), {
    body: node.body,
    goesOnWhen: 'holds',
    counts: true,
    at: placeOf(machine, node),
    text: 'the loop goes on',
    test(one) {
      const value = number(one, node.test);
      one.status = node.test === undefined ? 0 : value === undefined ? undefined : value === 0 ? 1 : 0;
      return [one];
    },
    after: (one) => number(one, node.update),
  });
  if (fixed !== undefined) return fixed;
  forget(machine, state, node);
  return anyTurns(machine, state, node.body, { atLeastOnce: false });
}

/** Sorts a path that has come to the end of a turn: on to the next one, or out of the loop. */
function turned(state: State, next: State[], out: State[]): void {
  if (state.flow === 'next') {
    next.push(state);
    return;
  }
  if (state.flow === 'break' || state.flow === 'continue') {
    if (state.levels > 1) {
      state.levels--;
      out.push(state);
      return;
    }
    const goesOn = state.flow === 'continue';
    state.flow = 'next';
    state.levels = 0;
    (goesOn ? next : out).push(state);
    return;
  }
  out.push(state);
}

/** `while … do … done`, `until … do … done`. */
export function runWhile(machine: Machine, state: State, node: While): State[] {
  const fixed = runFewTurns(machine, fork(state), {
    body: node.body,
    goesOnWhen: node.kind === 'while' ? 'holds' : 'fails',
    counts: counts(machine, node),
    at: clausePlace(machine, node),
    text: clauseText(machine, node),
    test: (one) => machine.hooks.list(machine, node.clause.commands, [one]),
  });
  if (fixed !== undefined) return fixed;
  const constant = isConstant(node);
  if (watchesLife(machine, node)) {
    noteStay(machine, state, placeOf(machine, node), 'loop');
  }
  machine.repeated++;
  machine.loops++;
  forget(machine, state, node);
  const results: State[] = [];
  let entered: State[] = [];
  // Files that a turn changes are uncertain at the start of the next one: two rounds settle them.
  for (let round = 0; round < 3; round++) {
    const { going, leaving } = condition(machine, fork(state), node, constant);
    const after: State[] = [];
    const out: State[] = [];
    for (const one of machine.hooks.list(machine, node.body.commands, going)) turned(one, after, out);
    // The first turn is one that may be the last, from what is known before it.
    entered = compact(machine, [...entered, ...leaving, ...out]);
    // What a turn did to the shell itself stands only on the paths that come from it.
    for (const one of compact(
      machine,
      after.map((last) => fork(last)),
    ))
      if (changesShell(state, one)) entered.push(...condition(machine, one, node, constant).leaving);
    const changed = settle(machine, state, after);
    if (!changed) break;
  }
  machine.repeated--;
  machine.loops--;
  results.push(...entered);
  if (constant && results.every((one) => one.flow === 'exit' || one.flow === 'return')) {
    noteStay(machine, state, placeOf(machine, node), 'loop');
    state.flow = 'endless';
    results.push(state);
  }
  return compact(machine, results);
}

function clausePlace(machine: Machine, node: While): Span {
  const last: SyntaxNode = node.clause.commands.at(-1) ?? node.clause;
  return placeOf(machine, last);
}

function clauseText(machine: Machine, node: While): string {
  const last: SyntaxNode = node.clause.commands.at(-1) ?? node.clause;
  return machine.frame.script.text.text.slice(last.pos, last.end);
}

/** Whether a condition compares numbers, so that it may become certain after some turns. */
function counts(machine: Machine, node: While): boolean {
  return /-(lt|le|gt|ge|eq|ne)\b|\(\(|\[\[.*[<>]/.test(
    machine.frame.script.text.text.slice(node.clause.pos, node.clause.end),
  );
}

function condition(
  machine: Machine,
  state: State,
  node: While,
  constant: boolean,
): { readonly going: State[]; readonly leaving: State[] } {
  machine.tested++;
  const tested = machine.hooks.list(machine, node.clause.commands, [state]);
  machine.tested--;
  const going: State[] = [];
  const leaving: State[] = [];
  for (const one of tested) {
    if (one.flow !== 'next') {
      leaving.push(one);
      continue;
    }
    const { yes, no } = branch(one, clausePlace(machine, node), clauseText(machine, node));
    const on = node.kind === 'while' ? yes : no;
    const off = node.kind === 'while' ? no : yes;
    if (on !== undefined) going.push(on);
    if (off !== undefined && !constant) {
      off.status = undefined;
      leaving.push(off);
    }
  }
  return { going: compact(machine, going), leaving };
}

/** A loop that ends when its condition says so. */
interface Course {
  readonly body: CompoundList;
  readonly goesOnWhen: 'holds' | 'fails';
  /** Whether the condition may become certain after some turns. */
  readonly counts: boolean;
  readonly at: Span;
  /** The condition as it is written. */
  readonly text: string;
  /** The paths that the condition leads to, its answer being their status. */
  test(state: State): State[];
  /** What is done after each turn. */
  after?(state: State): void;
}

/** Carries a loop out turn by turn until no path goes on; `undefined` when that takes too long to know. */
function runFewTurns(machine: Machine, state: State, course: Course): State[] | undefined {
  const marks = { events: machine.events.length };
  const seen = new Set(machine.seen);
  const ends = new Map(machine.ends);
  const results: State[] = [];
  let active: State[] = [state];
  state.status = 0;
  machine.repeated++;
  machine.loops++;
  try {
    for (let turn = 0; turn < maxTurns; turn++) {
      const going: State[] = [];
      let open = false;
      for (const one of active) {
        const { status } = one;
        machine.tested++;
        const tested = course.test(one);
        machine.tested--;
        for (const after of tested) {
          if (after.flow !== 'next') {
            results.push(after);
            continue;
          }
          if (after.status === undefined || tested.length > 1) open = true;
          const { yes, no } = branch(after, course.at, course.text);
          const on = course.goesOnWhen === 'holds' ? yes : no;
          const off = course.goesOnWhen === 'holds' ? no : yes;
          if (on !== undefined) going.push(on);
          if (off !== undefined) {
            // The status of a loop is that of the last command in it.
            off.status = status;
            results.push(off);
          }
        }
      }
      if (open && (turn >= maxOpenTurns || !course.counts)) return undo();
      if (going.length === 0) return results;
      const next: State[] = [];
      for (const after of machine.hooks.list(machine, course.body.commands, compact(machine, going)))
        turned(after, next, results);
      for (const after of next) course.after?.(after);
      if (next.length === 0) return results;
      if (machine.budget < 0) return undo();
      active = compact(machine, next);
    }
    return undo();
  } finally {
    machine.repeated--;
    machine.loops--;
  }

  function undo(): undefined {
    machine.events.length = marks.events;
    machine.seen.clear();
    for (const key of seen) machine.seen.add(key);
    machine.ends.clear();
    for (const [key, end] of ends) machine.ends.set(key, end);
    return undefined;
  }
}

/** A loop of which only what any of its turns may do is known. */
function anyTurns(
  machine: Machine,
  state: State,
  body: CompoundList,
  how: { readonly atLeastOnce: boolean; readonly variable?: For },
): State[] {
  const before = how.atLeastOnce ? undefined : fork(state);
  if (before !== undefined) before.status = 0;
  machine.repeated++;
  machine.loops++;
  forget(machine, state, body);
  let results: State[] = [];
  for (let round = 0; round < 3; round++) {
    const start = fork(state);
    if (how.variable !== undefined)
      assign(
        machine,
        start,
        how.variable.name.value,
        unknown(machine, { kind: 'other' }, { nonEmpty: true }),
        placeOf(machine, how.variable.name),
      );
    const after: State[] = [];
    const out: State[] = [];
    for (const one of machine.hooks.list(machine, body.commands, [start])) turned(one, after, out);
    results = compact(machine, [...results, ...out, ...after.map((one) => fork(one))]);
    if (!settle(machine, state, after)) break;
  }
  machine.repeated--;
  machine.loops--;
  return compact(machine, before === undefined ? results : [before, ...results]);
}

/** Whether a path has other traps, functions, folders or options than another one. */
function changesShell(before: State, after: State): boolean {
  return (
    before.traps !== after.traps || before.functions !== after.functions || before.folders !== after.folders
  );
}

/** Makes uncertain at the start of a turn what the turn before may have changed; tells whether anything was new. */
function settle(machine: Machine, state: State, after: readonly State[]): boolean {
  let changed = false;
  for (const one of after) {
    // An option that a turn changes holds for the next one, which is not followed.
    if (
      one.errexit !== state.errexit ||
      one.nounset !== state.nounset ||
      one.pipefail !== state.pipefail ||
      one.errtrace !== state.errtrace
    )
      machine.opaque = true;
    if (one.cwd !== state.cwd && !state.cwd.startsWith('@?')) {
      state.cwd = `@?${machine.nextId++}`;
      changed = true;
    }
    if (one.service !== undefined && state.service === undefined) {
      state.service = one.service;
      changed = true;
    }
    if (one.jobs.length > state.jobs.length) state.jobs = one.jobs;
    if (one.outerJobs.length > state.outerJobs.length) {
      state.outerJobs = one.outerJobs;
      changed = true;
    }
    if (one.files === state.files) continue;
    for (const [key, fact] of one.files) {
      const known = state.files.get(key) ?? machine.world.initialFile(key);
      if (known === fact) continue;
      const presence = known?.presence ?? 'maybe';
      if (presence === fact.presence && known?.content === fact.content) continue;
      if (presence === 'maybe' && known?.content === undefined && known?.written !== undefined) continue;
      if (presence === 'maybe' && fact.presence === 'maybe') continue;
      changed = true;
      setFile(state, key, {
        presence: presence === fact.presence ? presence : 'maybe',
        ...(fact.directory !== undefined && { directory: fact.directory }),
        written: fact.written ?? known?.written,
        since: state.slept,
      });
    }
  }
  return changed;
}

/** Forgets the values of variables that a part assigns, and what was learnt about them. */
function forget(machine: Machine, state: State, node: SyntaxNode): void {
  const { assigned, unset } = assignedNames(node, machine.frame.script.tree);
  if (assigned === 'any') state.blurred = true;
  for (const name of assigned === 'any' ? [...state.vars.keys()] : assigned) {
    const before = state.vars.get(name);
    const stays = before?.set === 'yes' && unset !== 'any' && !unset.has(name);
    setVariable(state, name, {
      value: unknown(machine, { kind: 'other' }),
      set: stays ? 'yes' : 'maybe',
      exported: before?.exported ?? false,
      ...((before?.opaque || before?.elements !== undefined) && { opaque: true }),
      assigned: before?.assigned,
    });
  }
}

/** Whether a condition always holds: `while true`, `while :`, `until false`. */
function isConstant(node: While): boolean {
  const [only] = node.clause.commands;
  if (node.clause.commands.length !== 1 || only?.command.type !== 'Command') return false;
  const name = only.command.name?.value;
  return node.kind === 'while' ? name === 'true' || name === ':' : name === 'false';
}

/** Whether a loop goes on while a process lives. */
function watchesLife(machine: Machine, node: While): boolean {
  const text = machine.frame.script.text.text.slice(node.clause.pos, node.clause.end);
  return node.kind === 'while' && /^\s*(kill\s+(-0|-s\s+0)|ps\s+-p|pgrep|\[\s+-[de]\s+"?\/proc\/)/.test(text);
}
