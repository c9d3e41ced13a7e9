import { textOf, valueAt, type YamlMap } from '../syntax/yaml/tree.ts';
import type { InputField } from './workflow.ts';

/** Whether a page of a wizard may be filled in several times; one where that is computed counts as such. */
export function isRepeatedPage(type: string | undefined, node: YamlMap | undefined): boolean {
  if (type !== 'step') return false;
  const multi = textOf(valueAt(node, 'multi'));
  return multi !== undefined && multi !== 'false';
}

/** Whether the value of an input is a list of rows: a list, or a page that repeats. */
export function hasRows(input: InputField): boolean {
  const type = input.type?.value;
  return type === 'list' || isRepeatedPage(type, input.node);
}
