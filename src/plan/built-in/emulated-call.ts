import { isConditional } from '../../facts/called-workflows.ts';
import type { CalledInputFact, CalledWorkflowFact } from '../../facts/types.ts';
import { type ExpressionValue, isRecord, isTruthy } from '../../syntax/expression/value.ts';
import type { PlannedCall, PlannedJob } from '../run-plan.ts';
import { fillValue } from '../template.ts';
import { ownValue } from './step-builder.ts';

/** The values of a called form: nested as in the form. */
export type CalledValues = Readonly<Record<string, ExpressionValue>>;

/** A call of the emulation of a published workflow, whose form is filled in as its table says. */
export function emulatedCall(form: CalledWorkflowFact, jobs: readonly PlannedJob[]): PlannedCall {
  return {
    runsService: true,
    injectsMarkers: (inputs) =>
      form.markers === 'asked' ? isYes(inputs['inject_markers']) : form.markers === 'always',
    missing: (passed) => form.inputs.filter((input) => lacks(input, passed)).map(({ name }) => name),
    fill: (passed) => filledForm(form.inputs, passed),
    workflow: { name: form.slug, env: [], jobs },
  };
}

const isYes = (value: ExpressionValue): boolean => value === true || value === 'true';

/** Whether nothing was passed: an empty text counts as that, because the platform puts the default in its place. */
const isAbsent = (value: ExpressionValue): boolean => value === undefined || value === '';

/** Whether a value is asked for and not passed; what is hidden or ignored at times is not asked for. */
function lacks(input: CalledInputFact, passed: CalledValues): boolean {
  if (input.items !== undefined || input.optional === true || input.default !== undefined) return false;
  return !isConditional(input) && isAbsent(passed[input.name]);
}

/** A form with the values passed, else the defaults; an ignored input is the empty text, whatever was passed. */
function filledForm(inputs: readonly CalledInputFact[], passed: CalledValues): CalledValues {
  const values = withDefaults(inputs, passed);
  return withoutIgnored(inputs, values, values);
}

/** @param form the values of the whole form as far as they are known, which defaults may read; absent: these are it */
function withDefaults(
  inputs: readonly CalledInputFact[],
  passed: CalledValues,
  form?: CalledValues,
): CalledValues {
  // what the form does not know reaches the called workflow all the same
  const values: Record<string, ExpressionValue> = { ...passed };
  for (const { name, items, assumed, default: written = assumed } of inputs) {
    const value = values[name];
    if (items !== undefined) values[name] = withDefaults(items, groupOf(value), form ?? values);
    else if (isAbsent(value)) values[name] = evaluated(written, form ?? values);
  }
  return values;
}

function withoutIgnored(
  inputs: readonly CalledInputFact[],
  values: CalledValues,
  form: CalledValues,
): CalledValues {
  const kept: Record<string, ExpressionValue> = { ...values };
  for (const { name, items, ignore } of inputs) {
    if (items !== undefined) kept[name] = withoutIgnored(items, groupOf(values[name]), form);
    else if (isTruthy(evaluated(ignore, form))) kept[name] = '';
  }
  return kept;
}

const groupOf = (value: ExpressionValue): CalledValues =>
  value !== undefined && isRecord(value) ? value : {};

const evaluated = (written: CalledInputFact['default'], inputs: CalledValues): ExpressionValue =>
  typeof written === 'string' ? fillValue(ownValue(written), { roots: { inputs } }) : written;
