import { type ExpressionValue, isRecord } from '../../syntax/expression/value.ts';

/** The values of a called form: nested as in the form. */
export type CalledValues = Readonly<Record<string, ExpressionValue>>;

/**
 * What was passed under a dotted name, else the default; an empty text counts as not passed, because the platform
 * fills it with the default, too.
 */
export function passedOr(passed: CalledValues, name: string, otherwise: ExpressionValue): ExpressionValue {
  let value: ExpressionValue = passed;
  for (const part of name.split('.')) {
    value = value !== undefined && isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value === undefined || value === '' ? otherwise : value;
}

/** A group of the called form. An ignored field is the empty text, whatever was passed. */
export function groupOf(
  passed: CalledValues,
  group: string,
  defaults: Readonly<Record<string, ExpressionValue>>,
  ignored: boolean,
): CalledValues {
  const entries = Object.entries(defaults).map(([name, value]) => [
    name,
    ignored ? '' : passedOr(passed, `${group}.${name}`, value),
  ]);
  return Object.fromEntries(entries);
}

/** The only input of the emulated forms that has no default and is not optional. */
export const lacksResource = (passed: CalledValues): readonly string[] =>
  passedOr(passed, 'resource', undefined) === undefined ? ['resource'] : [];

/** What the emulated forms ask about the script: the text of one, or the path of one that exists. */
export function scriptValues(passed: CalledValues, text: string): CalledValues {
  const existing = passedOr(passed, 'use_existing_script', false);
  return {
    rundir: passedOr(passed, 'rundir', '${PWD}'),
    use_existing_script: existing,
    script: existing === true ? '' : passedOr(passed, 'script', text),
    script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
  };
}
