import { assertNever } from '../../../base/assert-never.ts';
import type { AndOr, CommandNode, Statement, SyntaxNode } from '../../../syntax/bash/tree.ts';
import { beside, runBackground } from './background-jobs.ts';
import { capture } from './command-substitution.ts';
import { runCommand } from './commands.ts';
import { branch, runCase, runIf } from './conditions/branches.ts';
import { decided, testExpression } from './conditions/conditions.ts';
import { checked } from './errexit.ts';
import { runFor } from './loops/for-loops.ts';
import { runWhile } from './loops/while-loops.ts';
import { type Hooks, type Machine, note, placeOf } from './machine.ts';
import { runPipeline } from './pipelines.ts';
import { redirected } from './redirections.ts';
import { finish, isOver } from './script-end.ts';
import { compact } from './state/merge.ts';
import { type State, setFunction } from './state/state.ts';
import { inheritedStreams, type Streams } from './state/streams.ts';
import { leave, outsideLoops, subshell } from './subshells.ts';
import { evaluate } from './words/arithmetic.ts';
import { partsValue } from './words/words.ts';

/** The interpreter's own parts, as the others call them. */
export const hooks: Hooks = { capture, list: runList, node: runNode, subshell, beside, leave };

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
