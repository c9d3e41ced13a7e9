import type { DocumentDiagnostic, DocumentRun } from '../document/report-document.ts';

/** The name under which a finding can be linked to: the same as long as the finding is. */
export function findingId({ fingerprint }: Pick<DocumentDiagnostic, 'fingerprint'>): string {
  return `f-${word(fingerprint)}`;
}

/** The name under which a run can be linked to. */
export function runId({
  workflow,
  mode,
  scenario,
}: Pick<DocumentRun, 'workflow' | 'mode' | 'scenario'>): string {
  return `run-${word(workflow)}-${mode}-${word(scenario)}`;
}

/** The name under which what a rule means can be linked to. */
export function ruleId(rule: string): string {
  return `rule-${word(rule)}`;
}

function word(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/g, '-');
}
