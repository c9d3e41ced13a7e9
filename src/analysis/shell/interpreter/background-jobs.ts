import type { Span } from '../../../source/span.ts';
import type { ScriptNode, Statement } from '../../../syntax/bash/tree.ts';
import { fileOf, type Machine, placeOf } from './machine.ts';
import type { PathKey } from './state/job-path.ts';
import { type BackgroundJob, type FileFact, fork, type State, setFile, withoutThose } from './state/state.ts';
import { inheritedStreams } from './state/streams.ts';
import { emptyValue } from './state/value.ts';
import { outsideLoops, subshell } from './subshells.ts';

/** A process substitution runs beside the command that it is written in, and may outlive it. */
export function beside(machine: Machine, state: State, script: ScriptNode): void {
  const { status, out } = state;
  background(machine, state, placeOf(machine, script), (shell) =>
    machine.hooks.list(machine, script.commands, [shell]),
  );
  // Nobody can wait for it by its number.
  const job = state.jobs.at(-1);
  state.jobs = state.jobs.slice(0, -1);
  if (job !== undefined && job.files.size > 0) state.outerJobs = [job, ...state.outerJobs];
  state.status = status;
  state.out = out;
}

/** A statement that ends with `&`. */
export function runBackground(machine: Machine, state: State, statement: Statement): State[] {
  return background(machine, state, placeOf(machine, statement), (shell) =>
    machine.hooks.node(machine, shell, statement.command, inheritedStreams),
  );
}

/** Carries out commands in a shell of their own that works on while this one does. */
function background(machine: Machine, state: State, at: Span, work: (shell: State) => State[]): State[] {
  machine.background++;
  const outer = machine.touched;
  const touched = new Map<PathKey, 'written' | 'removed'>();
  machine.touched = touched;
  const inner = fork(state);
  inner.out = state.out === undefined ? undefined : emptyValue;
  // What it starts is told apart from what runs already.
  inner.service = undefined;
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
      sameText
        ? one
        : {
            presence: same ? one.presence : 'maybe',
            written: after.find((fact) => fact.written !== undefined)?.written,
            since: state.slept,
          },
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
    service: started?.likelihood ?? 'no',
  };
  state.jobs = [...state.jobs, job];
  // What the job itself leaves behind nobody waits for.
  const orphans = results.flatMap((result) => withoutThose(result.outerJobs, state.outerJobs));
  if (orphans.length > 0) state.outerJobs = [...new Set([...orphans, ...state.outerJobs])];
  if (state.service === undefined && started !== undefined) state.service = started;
  // Whoever listens hears what the job prints, now or later.
  if (results.some((result) => result.out === undefined || result.out.length > 0)) state.out = undefined;
  state.status = 0;
  return [state];
}
