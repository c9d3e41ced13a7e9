import { hasRows } from '../../model/has-rows.ts';
import type { InputField } from '../../model/workflow.ts';
import { valueAt, type YamlNode, type YamlScalar } from '../../syntax/yaml/tree.ts';

/** The value of an attribute of an input. */
export function attributeOf(input: InputField, name: string): YamlNode | undefined {
  return valueAt(input.node, name);
}

/** A scalar that is written out, without an expression in it; empty ones are none. */
export function literalScalar(node: YamlNode | undefined): YamlScalar | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return typeof node.value === 'string' && node.value.includes('${{') ? undefined : node;
}

/** A number that is written out, quotes or not. */
export function literalNumber(node: YamlNode | undefined): number | undefined {
  const scalar = literalScalar(node);
  if (scalar === undefined || scalar.value === '' || typeof scalar.value === 'boolean') return undefined;
  const number = Number(scalar.value);
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a flag is written as true; a flag that is computed is not. */
export function isFlagSet(input: InputField, name: string): boolean {
  const flag = attributeOf(input, name);
  return flag?.kind === 'scalar' && flag.value === true;
}

/** Whether a flag is written as true or computed, so that it may be true. */
export function mayFlagBeSet(input: InputField, name: string): boolean {
  const flag = attributeOf(input, name);
  return flag !== undefined && !(flag.kind === 'scalar' && (flag.value === false || flag.value === null));
}

/** The input and the groups and lists around it, the innermost first. */
export function* enclosing(input: InputField): Generator<InputField> {
  for (let at: InputField | undefined = input; at !== undefined; at = at.parent) yield at;
}

/** Whether an input stands in the template of a list or on a page that repeats. */
export function isInTemplate(input: InputField): boolean {
  for (const at of enclosing(input)) if (at !== input && hasRows(at)) return true;
  return false;
}
