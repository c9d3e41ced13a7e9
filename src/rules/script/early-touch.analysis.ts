import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { WriteEvent } from '../../analysis/contract/coordination.ts';
import { coordinationFiles } from '../../analysis/contract/job-world.ts';
import { sessionScripts } from '../../analysis/contract/session.ts';
import { jobsBefore } from '../../analysis/workflow/job-order.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';

/** Where a block touches job.started before the start script is even handed to its runner. */
export function earlyTouch(
  script: Script,
  file: WorkflowFile,
  context: AnalysisContext,
): WriteEvent | undefined {
  const session = context.ask(sessionScripts, file);
  const runner = session?.start.runner;
  const workflow = file.workflow;
  if (session === undefined || runner === undefined || workflow === undefined) return undefined;
  const { started, port } = coordinationFiles;
  const place = runner.job.steps.indexOf(runner.step);
  const isBefore =
    script.job === runner.job.id.value
      ? (script.stepIndex ?? place) < place
      : jobsBefore(runner.job, workflow).has(script.job ?? '');
  const block = session.blocks.find((one) => one.script === script);
  if (!isBefore || block === undefined || block.behaviour.opaque) return undefined;
  const { events } = block.behaviour;
  // A block that has to do with the port may be the one that knows of the service.
  const other = events.some(
    (event) =>
      ((event.kind === 'write' || event.kind === 'read') && event.file === port) ||
      (event.kind === 'remove' && event.file === started),
  );
  if (other || /SESSION_PORT/.test(script.shell.text)) return undefined;
  return events.find(
    (event): event is WriteEvent =>
      event.kind === 'write' && event.file === started && event.at.file === script.path,
  );
}
