import { analysisContext } from '../analysis/analysis.ts';
import { coordination } from '../analysis/script/coordination.ts';
import { servicesOf } from '../analysis/script/services.ts';
import { startScript } from '../analysis/script/start-script.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import type { Span } from '../source/span.ts';

/** Where the start script of a workflow starts its services, told by reading it; empty when that is not certain. */
export function serviceStarts(file: WorkflowFile, workspace: Workspace): readonly Span[] {
  const context = analysisContext(workspace);
  const start = context.ask(startScript, file);
  const contract = start === undefined ? undefined : context.ask(coordination, start.script);
  return contract === undefined ? [] : servicesOf(contract).map(({ at }) => at);
}
