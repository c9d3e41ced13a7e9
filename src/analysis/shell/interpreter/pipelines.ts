import type { CommandNode, Pipeline } from '../../../syntax/bash/tree.ts';
import { checked } from './errexit.ts';
import { type Machine, placeOf } from './machine.ts';
import { single } from './state/merge.ts';
import { type State, setTrap, type Trap } from './state/state.ts';
import type { Streams } from './state/streams.ts';
import { emptyValue, type Value } from './state/value.ts';
import { outsideLoops, subshell } from './subshells.ts';

/** Commands joined by `|`, each in a shell of its own, and what `!` and `time` stand before. */
export function runPipeline(machine: Machine, state: State, node: Pipeline, streams: Streams): State[] {
  // Two negations are none, for `set -e` as well.
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
  if (node.commands.length === 1) {
    const [only] = node.commands;
    if (only === undefined) return [state];
    // Inside a negated group bash runs the trap on errors, though `set -e` ends nothing there.
    const simple = only.type === 'Command' || only.type === 'Subshell' || only.type === 'TestCommand';
    if (negated && !simple && machine.tested === 0 && state.traps.has('ERR')) machine.opaque = true;
    if (negated) machine.tested++;
    const results = machine.hooks.node(machine, state, only, streams);
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
  const around = state.traps.get('EXIT');
  for (const command of node.commands.slice(0, -1)) {
    if (current === undefined) break;
    const taken: Value | undefined = current.out;
    current.out = emptyValue;
    const piped: Streams = { ...streams, stdout: { kind: 'pipe' }, input };
    const results: State[] = subshell(machine, current, (inner) => {
      inner.sinks = undefined;
      return runPiece(machine, inner, command, piped, around);
    });
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
    runPiece(machine, inner, last, { ...streams, input }, around),
  );
  machine.tested = tested;
  for (const result of results) {
    if (state.pipefail && failing && result.status === 0) result.status = undefined;
    if (negated) result.status = opposite(result.status);
  }
  return negated ? results : checked(machine, results, at);
}

function runPiece(
  machine: Machine,
  state: State,
  node: CommandNode,
  streams: Streams,
  exitTrap: Trap | undefined,
): State[] {
  state.input = streams.input;
  const before = machine.leaving.length;
  const results = outsideLoops(machine, () => machine.hooks.node(machine, state, node, streams));
  if (exitTrap !== undefined && node.type === 'Command' && node.name?.value !== 'exit') {
    // Where an expansion fails in a single command of a pipeline, bash runs the exit trap of the shell around it as well.
    for (const gone of [...machine.leaving.slice(before), ...results])
      if (gone.flow === 'exit') setTrap(gone, 'EXIT', { ...exitTrap, maybe: true });
  }
  return results;
}

function opposite(status: number | undefined): number | undefined {
  return status === undefined ? undefined : status === 0 ? 1 : 0;
}
