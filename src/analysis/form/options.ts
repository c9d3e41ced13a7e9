import { suggest } from '../../base/suggest.ts';
import type { InputField } from '../../model/workflow.ts';
import { valueAt, type YamlNode, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { scalarText } from '../structure/key-name.ts';
import { attributeOf, literalScalar } from './input-attributes.ts';
import type { PresetValue } from './preset-values.ts';

/** One option of a dropdown, radio or checkbox group. */
export interface FieldOption {
  readonly value: string;
  /** Where the value is written. */
  readonly scalar: YamlScalar;
  /** The whole entry. */
  readonly node: YamlNode;
  readonly label: YamlNode | undefined;
}

/** A list of options; with `option-key` there is one for each value of the other field. */
export interface OptionList {
  /** The value of the other field; absent for a plain list. */
  readonly key?: YamlScalar;
  readonly options: readonly FieldOption[];
}

/** The lists of options of a field as they are written; `undefined` when they are computed or cannot be read. */
export function optionLists(input: InputField): readonly OptionList[] | undefined {
  const node = attributeOf(input, 'options');
  if (input.type?.value === 'step') return undefined;
  if (node?.kind === 'map') {
    const lists: OptionList[] = [];
    for (const pair of node.pairs) {
      const options = optionsOf(pair.value);
      if (options === undefined) return undefined;
      lists.push({ key: pair.key, options });
    }
    return lists;
  }
  const options = optionsOf(node);
  return options && [{ options }];
}

function optionsOf(node: YamlNode | undefined): readonly FieldOption[] | undefined {
  if (node?.kind !== 'sequence') return undefined;
  const options: FieldOption[] = [];
  for (const item of node.items) {
    const scalar = literalScalar(item?.kind === 'map' ? valueAt(item, 'value') : item);
    if (item === undefined || scalar === undefined) return undefined;
    options.push({
      value: scalarText(scalar),
      scalar,
      node: item,
      label: item.kind === 'map' ? valueAt(item, 'label') : undefined,
    });
  }
  return options;
}

/** A value that is none of the options of its field. */
export interface Stranger {
  readonly scalar: YamlScalar;
  /** The options, each once. */
  readonly values: readonly string[];
  /** The option that was meant, as it seems. */
  readonly near: string | undefined;
}

const choices: readonly string[] = ['dropdown', 'multi-dropdown', 'radio', 'checkbox-group'];

/** The values given to a field with options that are none of these. An empty one chooses nothing and is none. */
export function* strangers({ input, node }: PresetValue): Generator<Stranger> {
  const lists = choices.includes(input.type?.value ?? '') ? optionLists(input) : undefined;
  const values = [...new Set(lists?.flatMap((list) => list.options.map((option) => option.value)))];
  if (values.length === 0) return;
  for (const item of node.kind === 'sequence' ? node.items : [node]) {
    const scalar = literalScalar(item);
    const text = scalar === undefined ? '' : scalarText(scalar);
    if (scalar === undefined || text === '' || values.includes(text)) continue;
    yield { scalar, values, near: suggest(text, values) };
  }
}
