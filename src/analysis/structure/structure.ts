import type { Finding } from '../../diagnostics/finding.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import { walkForm, walkInputs } from './input-walk.ts';
import { walkSection } from './section-walk.ts';
import type { StructureFault, StructureFaultKind } from './structure-fault.ts';
import { walkValue } from './value-walk.ts';
import type { StructureWalk } from './walk.ts';

/**
 * What is wrong with the shape of a workflow, in the order of the file: one fault each, never a cascade.
 *
 * The tables of keys and types are walked, which say what was expected and where. The published schema is made of the same
 * tables; tests hold that both refuse the same files.
 */
export function structureFaults(workflow: Workflow): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  const { root } = workflow;
  const at = root.pairs[0]?.key.span ?? {
    file: root.span.file,
    start: root.span.start,
    end: root.span.start,
  };
  const walk: StructureWalk = {
    root,
    report: (kind, finding) => faults.push({ kind, finding }),
    value: (slot, shape) => walkValue(slot, shape, walk),
    section: (node, name, slot) => walkSection(node, name, slot, walk),
    form: (node) => walkForm(node, walk),
    inputs: (node) => walkInputs(node, walk),
  };
  walk.section(root, 'workflow', { key: '', words: 'the workflow', node: root, at });
  return faults.sort((left, right) => left.finding.at.start - right.finding.at.start);
}

/** The findings of one kind, for the rule that answers it. */
export function* structureFindings(
  workflow: Workflow,
  kind: StructureFaultKind,
  context: AnalysisContext,
): Generator<Finding> {
  for (const fault of context.ask(structureFaults, workflow)) {
    if (fault.kind === kind) yield fault.finding;
  }
}
