import type { BashScript } from '../../../syntax/bash/parse-bash.ts';
import { machineOf, type World } from './machine.ts';
import { finish } from './script-end.ts';
import type { ScriptEnd, ScriptEvent } from './state/events.ts';
import type { State } from './state/state.ts';
import { Table } from './state/table.ts';
import { hooks } from './statements.ts';

/** What a script does on all its paths, as far as it could be followed. */
export interface ScriptBehaviour {
  /** In the order in which they were met; one place may have several, for paths that differ. */
  readonly events: readonly ScriptEvent[];
  /** How it may end, one for each difference in the followed files. */
  readonly ends: readonly ScriptEnd[];
  /** Whether something was met that is not understood, or the limit was reached: then nothing is certain. */
  readonly opaque: boolean;
}

/** Commands carried out over all paths before the interpreter gives up; real scripts need a few thousand. */
const usualBudget = 40_000;

/** Follows a script through all its paths, without running it. */
export function interpret(script: BashScript, world: World, budget = usualBudget): ScriptBehaviour {
  const machine = machineOf(world, hooks, { script, source: world.source, depth: 0 }, budget);
  const state: State = {
    vars: new Table(),
    blurred: false,
    files: new Table(),
    known: new Table(),
    functions: new Map(),
    traps: new Map(),
    shared: { vars: false, files: false, known: false, functions: false, traps: false },
    cwd: world.cwd,
    folders: [],
    errexit: false,
    nounset: false,
    pipefail: false,
    errtrace: false,
    allexport: false,
    status: 0,
    flow: 'next',
    levels: 0,
    path: undefined,
    slept: 0,
    slow: [],
    jobs: [],
    outerJobs: [],
    positional: [],
    out: undefined,
    input: undefined,
    locals: undefined,
    service: undefined,
  };
  const end = { pos: script.text.text.length, end: script.text.text.length };
  for (const last of hooks.list(machine, script.tree.commands, [state])) {
    if (last.flow === 'return' || last.flow === 'break' || last.flow === 'continue') last.flow = 'exit';
    finish(machine, last, script.spanOf(end));
  }
  return {
    events: machine.events,
    ends: [...machine.ends.values()],
    opaque: machine.opaque || script.faults.length > 0,
  };
}
