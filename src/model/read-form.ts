import { pairOf, textOf, valueAt, type YamlMap, type YamlNode, type YamlPair } from '../syntax/yaml/tree.ts';
import { isRepeatedPage } from './has-rows.ts';
import { asMap, spannedText } from './shapes.ts';
import type { Form, InputField } from './workflow.ts';

/** Reads `on.execute.inputs` of a workflow. */
export function readForm(root: YamlMap): Form {
  const node = asMap(valueAt(valueAt(valueAt(root, 'on'), 'execute'), 'inputs'));
  const meta = asMap(valueAt(node, '$meta'));
  const pagesFlatten = textOf(valueAt(meta, 'flatten')) !== 'false';
  const inputs = readInputs(node, { parent: undefined, prefix: [], pagesFlatten });
  const all: InputField[] = [];
  addAll(inputs, all);
  return { node, meta, inputs, all };
}

/** Adds inputs and all inside them, parents before their children. */
function addAll(inputs: readonly InputField[], all: InputField[]): void {
  for (const input of inputs) {
    all.push(input);
    addAll(input.items, all);
  }
}

interface Surroundings {
  readonly parent: InputField | undefined;
  /** The names by which expressions reach the map that is being read. */
  readonly prefix: readonly string[];
  readonly pagesFlatten: boolean;
}

function readInputs(node: YamlMap | undefined, around: Surroundings): readonly InputField[] {
  if (node === undefined) return [];
  return node.pairs.filter((pair) => pair.key.text.text !== '$meta').map((pair) => readInput(pair, around));
}

function readInput(pair: YamlPair, around: Surroundings): InputField {
  const name = pair.key.text.text;
  const node = asMap(pair.value);
  const type = spannedText(valueAt(node, 'type'));
  const reference = [...around.prefix, name];
  const flattens =
    type?.value === 'step'
      ? around.pagesFlatten && !isRepeatedPage(type.value, node)
      : textOf(valueAt(node, 'flatten')) === 'true';
  const children = childrenOf(node, type?.value);
  const field: Omit<InputField, 'items'> & { items: readonly InputField[] } = {
    name: { value: name, span: pair.key.span },
    path: [...(around.parent?.path ?? []), name],
    reference,
    type,
    node,
    pair,
    parent: around.parent,
    items: [],
  };
  field.items = readInputs(asMap(children), {
    parent: field,
    prefix: flattens ? around.prefix : reference,
    pagesFlatten: around.pagesFlatten,
  });
  return field;
}

/** The key under which an input of a type keeps its children; other types have none. */
export function childrenKey(node: YamlMap | undefined, type: string | undefined): string | undefined {
  if (type === 'step') return 'options';
  if (type === 'list') return 'template';
  if (type === 'group') return 'items';
  return ['items', 'template'].find((key) => pairOf(node, key)?.value?.kind === 'map');
}

function childrenOf(node: YamlMap | undefined, type: string | undefined): YamlNode | undefined {
  const key = childrenKey(node, type);
  return key === undefined ? undefined : valueAt(node, key);
}
