import type { InputField, Workflow } from '../../model/workflow.ts';
import type { WrittenExpression } from '../../model/written-expression.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { namesOf, yieldedPaths } from '../expressions/expressions-within.ts';
import { inputAt } from '../workflow/job-files.ts';

const freeText: ReadonlySet<string> = new Set(['string', 'editor', 'password']);

/**
 * The form fields whose text an expression puts in as the user typed it: strings, editors and passwords that can be
 * seen in the form. Fields that are only compared are left out.
 */
export function freeTextIn(site: WrittenExpression, workflow: Workflow): readonly InputField[] {
  return inputsIn(site, workflow).filter(
    (input) => freeText.has(input.type?.value ?? '') && !isHidden(input),
  );
}

/** The form fields whose value an expression may put in, of whatever type. */
export function inputsIn(site: WrittenExpression, workflow: Workflow): readonly InputField[] {
  // Most expressions are of other contexts, and parsing them is the greater part of the work.
  if (!site.text.text.includes('inputs') || site.expression === undefined) return [];
  const found = new Set<InputField>();
  for (const path of yieldedPaths(site.expression)) {
    const names = path.root === 'inputs' ? namesOf(path) : undefined;
    const input = names && inputAt(workflow, names.slice(1));
    if (input !== undefined) found.add(input);
  }
  return [...found];
}

/** Whether a field, or a group around it, is never shown. */
function isHidden(input: InputField | undefined): boolean {
  if (input === undefined) return false;
  const hidden = valueAt(input.node, 'hidden');
  return (hidden?.kind === 'scalar' && hidden.value === true) || isHidden(input.parent);
}
