import { lastLines } from './neutralise.ts';
import { joinPath } from './paths.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** Shows what the service's script prints until its job has ended or the run stops. */
export async function streamOutput(run: WorkflowRun, signal: AbortSignal): Promise<void> {
  const { service, world } = run;
  if (service === undefined) return;
  const output = joinPath(service.directory, `run.${world.slug}.out`);
  const ended = joinPath(service.directory, 'job.ended');
  let offset = 0;
  for (;;) {
    const over = signal.aborted || world.ports.files.kindOf(ended) !== 'missing';
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
    if (over) return;
    await world.ports.clock.sleep(100, signal);
  }
}
