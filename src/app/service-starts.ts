import { analysisContext } from '../analysis/analysis.ts';
import { coordination } from '../analysis/contract/coordination.ts';
import { servicesOf } from '../analysis/contract/services.ts';
import { startScript } from '../analysis/contract/start-script.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import type { Span } from '../source/span.ts';

/** Where the start script of a workflow starts its services, told by reading it; empty when that is not certain. */
export function serviceStarts(file: WorkflowFile, workspace: Workspace): readonly Span[] {
  const context = analysisContext(workspace);
  const start = context.ask(startScript, file);
  const contract = start === undefined ? undefined : context.ask(coordination, start.script);
  return contract === undefined ? [] : servicesOf(contract).map(({ at }) => at);
}
