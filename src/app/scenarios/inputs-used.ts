import type { InputField, Workflow } from '../../model/workflow.ts';
import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunRecord } from '../../trace/run-record.ts';

/** Characters of a value that a report holds; an editor's text may be a whole file. */
const longestValue = 1000;

/**
 * The values of the form that a run was given, by dotted name, for its report. Of a password it says that there was one;
 * a list with passwords in its rows is hidden whole.
 */
export function inputsUsed(
  workflow: Workflow | undefined,
  { passed }: Pick<RunPlan, 'passed'>,
): NonNullable<RunRecord['inputs']> {
  const secret = new Set([...secretNames(workflow?.form.inputs ?? [])]);
  return passed.map(({ name, value }) => ({
    name,
    value: secret.has(name) && value !== '' ? '***' : value.slice(0, longestValue),
  }));
}

function* secretNames(fields: readonly InputField[]): Generator<string> {
  for (const field of fields) {
    const type = field.type?.value;
    const isSecret = type === 'password' || (type === 'list' && !secretNames(field.items).next().done);
    if (isSecret) yield field.reference.join('.');
    yield* secretNames(field.items);
  }
}
