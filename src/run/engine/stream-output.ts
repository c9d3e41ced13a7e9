import { lastLines } from '../verdict/neutralise.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import type { WorkflowExecution } from './workflow-execution.ts';

/** From `job.ended` until the stream ends, at most. */
const lingerMs = 2000;

/**
 * Shows what the service's script prints until the jobs beside it have ended, the run stops, or `job.ended` has been
 * there for a moment; takes `CANCEL_STREAMING` away, as the job runner does.
 */
export async function streamOutput(
  execution: WorkflowExecution,
  job: JobState,
  signal: AbortSignal,
): Promise<void> {
  const { service, world } = execution;
  if (service === undefined) return;
  const others = [...execution.jobs.values()].filter((one) => one !== job);
  const cancel = joinPath(service.directory, 'CANCEL_STREAMING');
  let endedSince: number | undefined;
  const output = joinPath(service.directory, `run.${world.slug}.out`);
  const ended = joinPath(service.directory, 'job.ended');
  let offset = 0;
  for (;;) {
    if (world.ports.files.kindOf(ended) !== 'missing') endedSince ??= world.elapsed();
    const alone = others.every((one) => one.endedMs > 0);
    const lingered = endedSince !== undefined && world.elapsed() - endedSince >= lingerMs;
    // The original looks for CANCEL_STREAMING only when it has an output to show.
    const begun = world.ports.files.kindOf(output) !== 'missing';
    const cancelled = begun && world.ports.files.kindOf(cancel) !== 'missing';
    const over = signal.aborted || alone || lingered || cancelled;
    const part = world.ports.files.readFrom(output, offset, 65_536);
    offset = part.next;
    if (part.text !== '') {
      world.emit({
        type: 'output',
        job: service.job,
        lines: lastLines(part.text, 50),
        dropped: Math.max(0, part.text.split('\n').length - 51),
      });
    }
    if (over) {
      world.ports.files.remove(cancel);
      if (alone && !begun && others.some((one) => one.outcome === 'failed')) {
        world.note({
          what: `job "${job.id}" of ${execution.workflow.name}`,
          how: 'stand-in',
          why: 'it ended with the others here; on the platform it waits for ever for an output that nobody writes',
        });
      }
      return;
    }
    await world.ports.clock.sleep(100, signal);
  }
}
