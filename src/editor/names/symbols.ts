import type { InputField, Workflow } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Reading } from '../typing/last-good.ts';

/** One entry of the outline of a workflow. */
export interface OutlineEntry {
  readonly kind: 'part' | 'group' | 'input' | 'session' | 'job' | 'step';
  readonly name: string;
  /** What it is, in a word or two: the type of an input, what a step uses. */
  readonly detail?: string | undefined;
  readonly span: Span;
  /** The name alone; inside of the span. */
  readonly at: Span;
  readonly children: readonly OutlineEntry[];
}

/** The outline of a workflow: its sessions, jobs with their steps, and the form. */
export function outlineOf({ workspace }: Reading, path: FilePath): readonly OutlineEntry[] {
  const workflow = workspace.workflows.find((file) => file.source.path === path)?.workflow;
  if (workflow === undefined) return [];
  return workflow.root.pairs.map((pair): OutlineEntry => {
    const name = pair.key.text.text;
    return { kind: 'part', name, span: pair.span, at: pair.key.span, children: childrenOf(name, workflow) };
  });
}

function childrenOf(part: string, workflow: Workflow): readonly OutlineEntry[] {
  switch (part) {
    case 'on':
      return workflow.form.inputs.map(ofInput);
    case 'sessions':
      return workflow.sessions.map(({ name, pair }) => ({
        kind: 'session',
        name: name.value,
        span: pair.span,
        at: pair.key.span,
        children: [],
      }));
    case 'jobs':
      return workflow.jobs.map((job) => ({
        kind: 'job',
        name: job.id.value,
        span: job.pair.span,
        at: job.pair.key.span,
        children: job.steps.map(({ index, name, id, uses, node, run }) => ({
          kind: 'step',
          name: name?.value ?? id?.value ?? uses?.value ?? (run === undefined ? `step ${index + 1}` : 'run'),
          detail: uses?.value,
          span: node.span,
          at: name?.span ?? node.pairs[0]?.key.span ?? node.span,
          children: [],
        })),
      }));
    default:
      return [];
  }
}

function ofInput(field: InputField): OutlineEntry {
  return {
    kind: field.items.length > 0 ? 'group' : 'input',
    name: field.name.value,
    detail: field.type?.value,
    span: field.pair.span,
    at: field.pair.key.span,
    children: field.items.map(ofInput),
  };
}
