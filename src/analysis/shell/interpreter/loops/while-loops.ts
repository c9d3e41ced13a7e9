import type { Span } from '../../../../source/span.ts';
import type { SyntaxNode, While } from '../../../../syntax/bash/tree.ts';
import { branch } from '../conditions/branches.ts';
import { type Machine, noteStay, placeOf } from '../machine.ts';
import { compact } from '../state/merge.ts';
import { fork, type State } from '../state/state.ts';
import { changesShell, forget, settle } from './any-turns.ts';
import { runFewTurns, turned } from './known-turns.ts';

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
    const links = machine.linked.size;
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
    if (!changed && machine.linked.size === links) break;
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
export function counts(machine: Machine, node: While): boolean {
  return /-(lt|le|gt|ge|eq|ne)\b|\(\(|\[\[.*[<>]/.test(
    machine.frame.script.text.text.slice(node.clause.pos, node.clause.end),
  );
}

/**
 * Asks the condition of a loop in a state: gives the states that go into its body and those that leave it.
 *
 * @param constant whether it always holds, so that nobody leaves by it
 */
export function condition(
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
