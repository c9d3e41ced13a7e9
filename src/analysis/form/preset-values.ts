import { hasRows } from '../../model/has-rows.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { keyName } from '../structure/key-name.ts';
import { attributeOf } from './input-attributes.ts';

/** A value that the workflow file itself gives to an input. */
export interface PresetValue {
  readonly input: InputField;
  readonly node: YamlNode;
  /** How messages name it: `the default of "size"`. */
  readonly words: string;
}

/** The default of an input, and of a list the values of the fields of its default rows. */
export function* defaultValues(input: InputField): Generator<PresetValue> {
  const node = attributeOf(input, 'default');
  if (node === undefined) return;
  yield { input, node, words: `the default of "${input.name.value}"` };
  yield* rowValues(input, node, 'a default row');
}

/** The values that saved configurations give to the inputs of the form. */
export function* configuredValues(workflow: Workflow): Generator<PresetValue> {
  const configurations = valueAt(workflow.root, 'configurations');
  if (configurations?.kind !== 'map') return;
  for (const pair of configurations.pairs) {
    const words = `the configuration "${keyName(pair)}"`;
    yield* valuesIn(valueAt(pair.value, 'inputs'), workflow.form.inputs, words);
  }
}

function* valuesIn(
  node: YamlNode | undefined,
  inputs: readonly InputField[],
  source: string,
): Generator<PresetValue> {
  for (const input of inputs) {
    const value = valueAt(node, input.name.value);
    if (value === undefined) continue;
    yield { input, node: value, words: `"${input.path.join('.')}" in ${source}` };
    if (input.type?.value === 'group') yield* valuesIn(value, input.items, source);
    else yield* rowValues(input, value, source);
  }
}

/** The values of rows. How rows hold the fields of groups is not published, so that such lists give none. */
function* rowValues(input: InputField, rows: YamlNode, source: string): Generator<PresetValue> {
  if (!hasRows(input) || rows.kind !== 'sequence') return;
  if (input.items.some((item) => item.items.length > 0)) return;
  for (const row of rows.items) {
    for (const item of input.items) {
      const value = valueAt(row, item.name.value);
      if (value === undefined) continue;
      yield {
        input: item,
        node: value,
        words: `"${item.name.value}" in ${source} of "${input.name.value}"`,
      };
    }
  }
}
