import { sentenceOf } from '../diagnostics/fault-trace.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { executeRun } from '../run/engine/execute-run.ts';
import type { Span } from '../source/span.ts';
import type { RunRecord } from '../trace/run-record.ts';
import type { CheckRequest } from './request.ts';
import type { Watcher, World } from './world.ts';

/** What carrying out a plan gave: its record, or our own failure. */
export type Executed =
  | { readonly kind: 'record'; readonly record: RunRecord }
  | {
      readonly kind: 'fault';
      readonly fault: ToolFault;
      /** Of the workflow. */
      readonly path: string;
      /** As far as it is known. */
      readonly record?: RunRecord | undefined;
    };

/**
 * Carries out one plan; its events are watched while they happen. Never rejects.
 *
 * @param serviceStarts where the start script starts its services; asked only when the run failed
 */
export async function executePlan(
  plan: RunPlan,
  stage: {
    readonly request: CheckRequest;
    readonly world: World;
    readonly watcher: Watcher;
    readonly signal: AbortSignal;
  },
  serviceStarts: () => readonly Span[],
): Promise<Executed> {
  const { world, request } = stage;
  let record: RunRecord | undefined;
  try {
    const options = {
      root: world.root,
      repository: world.files,
      serviceStarts,
      keepIn: world.keepIn,
      keep: keptWhole(request, world),
      screenshotIn: request.screenshot === 'take' ? world.screenshotIn : undefined,
    };
    for await (const event of executeRun(plan, world.runPorts, options, stage.signal)) {
      stage.watcher.watch(event);
      if (event.type === 'run-ended') record = event.record;
    }
    return record === undefined ? fault(plan, 'it ended without a record') : { kind: 'record', record };
  } catch (cause) {
    return { ...fault(plan, sentenceOf(cause), cause), record };
  }
}

function keptWhole(request: CheckRequest, world: World): 'all' | 'failed' | undefined {
  if (request.keep === 'keep') return 'all';
  return world.keepsFailed ? 'failed' : undefined;
}

function fault(plan: RunPlan, words: string, cause?: unknown): Extract<Executed, { kind: 'fault' }> {
  return {
    kind: 'fault',
    path: plan.path,
    fault: { kind: 'internal', message: `the run of "${plan.name}" broke: ${words}`, cause },
  };
}
