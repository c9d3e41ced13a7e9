import { sentenceOf } from '../../diagnostics/fault-trace.ts';
import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import type { RunEvent } from '../../trace/run-event.ts';
import type { Fidelity, RunPhase, RunRecord } from '../../trace/run-record.ts';
import { breakingFiles } from './breaking-files.ts';
import { eventQueue } from './event-queue.ts';
import type { RunParts } from './execute-before.ts';
import { executePhases } from './run-phases.ts';
import type { PlainEvent, RunOptions } from './run-world.ts';

/**
 * Carries out a plan and says what happens. The last event is `run-ended` with the record of the run. Whatever
 * happens, an aborted signal and an early end of the reading included, nothing that was started is left.
 *
 * @throws only for faults of ours, a disk that is full among them; what is known then has been said before
 */
export async function* executeRun(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, undefined> {
  const queue = eventQueue<RunEvent>();
  const left = new AbortController();
  const started = ports.clock.now();
  const elapsed = (): number => ports.clock.now() - started;
  let over = false;
  const emit = (event: PlainEvent): void => {
    // The record is the last word; what a step that was killed still says comes too late.
    if (over) return;
    over = event.type === 'run-ended';
    queue.push({
      ...event,
      atMs: Math.round(elapsed()),
      workflow: plan.name,
      mode: plan.mode,
      scenario: plan.scenario,
    } as RunEvent);
  };
  const work = run(plan, ports, options, AbortSignal.any([signal, left.signal]), { elapsed, emit }).finally(
    queue.end,
  );
  // The failure is met again below; until then it must not count as unhandled.
  work.catch(() => {});
  try {
    yield* queue;
  } finally {
    left.abort();
    await work;
  }
}

interface Sinks {
  readonly elapsed: () => number;
  readonly emit: (event: PlainEvent) => void;
}

async function run(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  signal: AbortSignal,
  sinks: Sinks,
): Promise<void> {
  const fidelity = new Map<string, Fidelity>(plan.fidelity.map((one) => [one.what, one]));
  const phases: { phase: RunPhase; ms: number }[] = [];
  const inPhase = async <Result>(phase: RunPhase, work: () => Promise<Result>): Promise<Result> => {
    const from = sinks.elapsed();
    sinks.emit({ type: 'phase', phase, state: 'started' });
    try {
      return await work();
    } finally {
      phases.push({ phase, ms: Math.round(sinks.elapsed() - from) });
      sinks.emit({ type: 'phase', phase, state: 'ended' });
    }
  };
  const breaking = breakingFiles(ports.files);
  const guarded = { ...ports, files: breaking.files };
  const parts = await outcomeOf(plan, guarded, options, AbortSignal.any([signal, breaking.signal]), {
    ...sinks,
    inPhase,
    note: (one) => fidelity.set(one.what, one),
  });
  const broke = breaking.broke();
  const record: RunRecord = {
    workflow: plan.name,
    path: plan.path,
    mode: plan.mode,
    scenario: plan.scenario,
    ...parts,
    ...(broke !== undefined && { outcome: 'skipped', skipped: `the run broke: ${sentenceOf(broke)}` }),
    phases,
    fidelity: [...fidelity.values()].sort((one, other) => (one.what < other.what ? -1 : 1)),
  };
  sinks.emit({ type: 'run-ended', record });
  if (broke !== undefined) throw broke;
}

const nothing = { observations: [], coordination: [], jobs: [], leftovers: [], log: [] };

async function outcomeOf(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  signal: AbortSignal,
  sinks: Parameters<typeof executePhases>[4],
): Promise<RunParts> {
  const missing = plan.requires.filter(
    (program) => ports.machine.find(program) === undefined && !Object.hasOwn(plan.stubs, program),
  );
  if (missing.length > 0) {
    const verb = missing.length === 1 ? 'is' : 'are';
    return {
      ...nothing,
      outcome: 'skipped',
      skipped: `needs ${missing.join(', ')}, which ${verb} not installed`,
    };
  }
  if (plan.unsupported !== undefined) {
    const { what, at } = plan.unsupported;
    return {
      ...nothing,
      outcome: 'skipped',
      skipped: `unsupported: ${what} needs a cluster that a local run does not have`,
      failure: { cause: 'unsupported', message: `${what} cannot be run here`, at },
    };
  }
  if (signal.aborted) return { ...nothing, outcome: 'skipped', skipped: 'interrupted before it started' };
  return executePhases(plan, ports, options, signal, sinks);
}
