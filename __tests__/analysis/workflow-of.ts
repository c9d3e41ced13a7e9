import { type AnalysisContext, analysisContext } from '../../src/analysis/analysis.ts';
import { readWorkflowFile } from '../../src/model/read-workflow.ts';
import type { Workflow, WorkflowFile } from '../../src/model/workflow.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { filePath } from '../../src/source/span.ts';

/** A workflow in a repository that exists only in memory, ready to be asked about. */
export interface OpenWorkflow {
  readonly workflow: Workflow;
  readonly file: WorkflowFile;
  readonly context: AnalysisContext;
  /** The text of the file, for looking at spans. */
  readonly text: string;
}

/** Opens a workflow; further files of its repository by path. */
export function workflowOf(text: string, files: Readonly<Record<string, string>> = {}): OpenWorkflow {
  const path = 'workflows/demo/workflow.yaml';
  const repository = memoryFiles({ [path]: text, ...files });
  const file = readWorkflowFile({ path: filePath(path), text }, repository);
  if (file.workflow === undefined) throw new Error(file.faults.map((fault) => fault.message).join('\n'));
  const context = analysisContext({ files: repository, workflows: [file], loneScripts: [] });
  return { workflow: file.workflow, file, context, text };
}

/** The findings of a rule about the expressions or the whole of a workflow, as `marked text: message`. */
export function said(
  { text }: OpenWorkflow,
  findings: Iterable<{
    readonly at: { readonly start: number; readonly end: number };
    readonly message: string;
  }>,
): readonly string[] {
  return [...findings].map(({ at, message }) => `${text.slice(at.start, at.end)}: ${message}`);
}
