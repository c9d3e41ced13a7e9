import { clockSeconds } from '../../base/clock-time.ts';
import type { InputField } from '../../model/workflow.ts';
import { textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';

/** What an attribute of a field says; `text` is the same for every spelling of the same thing. */
export type WrittenValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'expression'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly data: unknown };

/** The value of an attribute. */
export function writtenAt(field: InputField, key: string): WrittenValue {
  return writtenValue(valueAt(field.node, key));
}

function writtenValue(node: YamlNode | undefined): WrittenValue {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return { kind: 'absent' };
  const text = textOf(node);
  if (text?.includes('${{')) {
    return {
      kind: 'expression',
      text: text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(?<=\{\{) | (?=\}\})/g, ''),
    };
  }
  const data = comparableData(node);
  return { kind: 'value', text: JSON.stringify(data), data };
}

/** Whether two values are the same. */
export function isSame(before: WrittenValue, after: WrittenValue): boolean {
  if (before.kind === 'absent' || after.kind === 'absent') return before.kind === after.kind;
  return before.kind === after.kind && before.text === after.text;
}

/** How a switch stands: `sometimes` where an expression decides. */
export type SwitchState = 'on' | 'off' | 'sometimes';

/** Attributes of a group that hold for all fields in it. */
const inherited: ReadonlySet<string> = new Set(['ignore', 'hidden']);

/** A switch of a field, those of the groups around it included, and the expressions that decide on it. */
export function switchAt(
  field: InputField,
  key: string,
): { readonly state: SwitchState; readonly condition: string } {
  const around = inherited.has(key) ? fieldsAround(field) : [];
  const values = [field, ...around].map((one) => writtenAt(one, key));
  if (values.some((value) => value.kind === 'value' && value.data === true))
    return { state: 'on', condition: '' };
  const conditions = values.flatMap((value) => (value.kind === 'expression' ? [value.text] : []));
  return { state: conditions.length > 0 ? 'sometimes' : 'off', condition: conditions.join(' ') };
}

function fieldsAround(field: InputField): readonly InputField[] {
  return field.parent === undefined ? [] : [field.parent, ...fieldsAround(field.parent)];
}

/** A number, or a time in seconds; `undefined` for anything else. */
export function amountOf(value: WrittenValue): number | undefined {
  if (value.kind !== 'value') return undefined;
  if (typeof value.data === 'number') return value.data;
  return typeof value.data === 'string' ? clockSeconds(value.data) : undefined;
}

/** A node as plain data, spelt the same however it is written. */
export function comparableData(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(comparableData);
    case 'map':
      return node.pairs
        .map((pair): [string, unknown] => [pair.key.text.text, comparableData(pair.value)])
        .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
