import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { inputTypeNamed, inputTypes, keysOfInputType, publishedTypeNames } from '../../facts/input-types.ts';
import { pairOf, type YamlMap, type YamlPair, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { helpToAdd } from './help-to-add.ts';
import { keyName, scalarText } from './key-name.ts';
import { checkName } from './name-check.ts';
import { andList, nodeWords } from './shape-words.ts';
import { absentKeys, explainUnknown } from './unknown-key.ts';
import { type StructureWalk, slotOf } from './walk.ts';

/** Checks the map of inputs with its settings. */
export function walkForm(node: YamlMap, walk: StructureWalk): void {
  const settings = node.pairs.filter((pair) => keyName(pair) === '$meta');
  for (const pair of settings) walk.value(slotOf(pair), { section: 'form-settings' });
  walkEntries(
    node.pairs.filter((pair) => keyName(pair) !== '$meta'),
    walk,
  );
}

/** Checks the children of an input. */
export function walkInputs(node: YamlMap, walk: StructureWalk): void {
  walkEntries(node.pairs, walk);
}

function walkEntries(pairs: readonly YamlPair[], walk: StructureWalk): void {
  const stray = pairs.filter(isStrayAttribute);
  for (const pair of pairs) if (!stray.includes(pair)) walkInput(pair, walk);
  const [first, ...others] = stray;
  if (first === undefined) return;
  const names = stray.map((pair) => `"${keyName(pair)}"`);
  walk.report('misplaced-attribute', {
    message:
      stray.length === 1
        ? `${names[0]} is an attribute of inputs, expected the name of an input here`
        : `${andList(names)} are attributes of inputs, expected names of inputs here`,
    at: first.key.span,
    related: others.map((pair) => ({ span: pair.key.span, text: 'and this one' })),
    help: 'write the name of an input above them and indent them under it',
  });
}

/** Whether an entry is an attribute that stands one level too high: its name is one and its value is no map. */
function isStrayAttribute(pair: YamlPair): boolean {
  if (pair.value === undefined || pair.value.kind === 'map') return false;
  const name = keyName(pair);
  return inputTypes.some((type) => keysOfInputType(type.name).some((key) => key.name === name));
}

function walkInput(pair: YamlPair, walk: StructureWalk): void {
  checkName(pair.key, 'key', 'input name', walk.report);
  const name = keyName(pair);
  const node = pair.value;
  if (node?.kind !== 'map') {
    walk.report('wrong-type', {
      message: `input "${name}" is ${nodeWords(node)}, expected a map with "type"`,
      at: pair.key.span,
      help: 'write the attributes of the input under its name',
    });
    return;
  }
  const type = node.pairs.findLast((attribute) => keyName(attribute) === 'type');
  if (type === undefined) {
    reportMissingType(pair, node, walk);
    return;
  }
  const text = type.value?.kind === 'scalar' ? scalarText(type.value) : '';
  if (type.value?.kind !== 'scalar' || type.value.value === null) {
    walk.value(slotOf(type, true), 'text');
    return;
  }
  if (inputTypeNamed(text) === undefined) reportUnknownType(name, type.value, walk);
  else walkAttributes(pair, node, text, walk);
}

function reportMissingType(pair: YamlPair, node: YamlMap, walk: StructureWalk): void {
  for (const attribute of node.pairs) {
    if (suggest(keyName(attribute), ['type']) === undefined) continue;
    walk.report('unknown-key', {
      message: `unknown key "${keyName(attribute)}" in an input`,
      at: attribute.key.span,
      ...explainUnknown(attribute, 'type', []),
    });
    return;
  }
  const nested = node.pairs.length > 0 && node.pairs.every((attribute) => attribute.value?.kind === 'map');
  walk.report('missing-key', {
    message: `input "${keyName(pair)}" needs "type"`,
    at: pair.key.span,
    help: nested
      ? 'inputs inside inputs stand under "items" of an input of type group'
      : 'write what kind of input it is, as "type: string"',
  });
}

function reportUnknownType(name: string, type: YamlScalar, walk: StructureWalk): void {
  const text = type.text.text;
  const near = suggest(text, publishedTypeNames) ?? typeSynonyms.get(text.toLowerCase());
  walk.report('unknown-input-type', {
    message: `input "${name}" has unknown type "${text}"`,
    at: type.span,
    ...(near === undefined
      ? { help: `expected one of ${publishedTypeNames.join(', ')}` }
      : {
          ...didYouMean(type.span, near),
        }),
  });
}

/** What other form languages call the types. */
const typeSynonyms: ReadonlyMap<string, string> = new Map([
  ['text', 'string'],
  ['str', 'string'],
  ['textarea', 'editor'],
  ['float', 'number'],
  ['int', 'number'],
  ['bool', 'boolean'],
  ['checkbox', 'boolean'],
  ['toggle', 'boolean'],
  ['select', 'dropdown'],
  ['choice', 'dropdown'],
  ['enum', 'dropdown'],
  ['multi-select', 'multi-dropdown'],
  ['multiselect', 'multi-dropdown'],
  ['cluster', 'compute-clusters'],
  ['resource', 'compute-resources'],
  ['object', 'group'],
  ['section', 'group'],
  ['array', 'list'],
  ['secret', 'password'],
  ['time', 'duration'],
  ['color', 'color-picker'],
]);

function walkAttributes(pair: YamlPair, node: YamlMap, type: string, walk: StructureWalk): void {
  const keys = keysOfInputType(type);
  const meant = new Set<string>();
  const absent = absentKeys(node, keys);
  for (const attribute of node.pairs) {
    const name = keyName(attribute);
    const fact = keys.find((key) => key.name === name);
    if (fact !== undefined) {
      walk.value(slotOf(attribute, fact.required), fact.value);
      continue;
    }
    const others = typesWith(name);
    const children = childrenKeys.find((key) => keys.some((fact) => fact.name === key && fact.required));
    if (children !== undefined && childrenKeys.includes(name) && pairOf(node, children) === undefined) {
      meant.add(children);
      walk.report('misplaced-attribute', {
        message: `"${name}" is not an attribute of ${withArticle(type)} input`,
        at: attribute.key.span,
        ...explainUnknown(attribute, children, []),
      });
      continue;
    }
    const near = suggest(name, absent);
    if (others.length > 0 && (near === undefined || others.length > 1)) {
      walk.report('misplaced-attribute', {
        message: `"${name}" is not an attribute of ${withArticle(type)} input`,
        at: attribute.key.span,
        help: `inputs of type ${others.slice(0, 4).join(', ')}${others.length > 4 ? ' and others' : ''} have it; ${withArticle(type)} input has ${keys.map((key) => key.name).join(', ')}`,
      });
      continue;
    }
    meant.add(near ?? name);
    walk.report('unknown-key', {
      message: `unknown key "${name}" in ${withArticle(type)} input`,
      at: attribute.key.span,
      ...explainUnknown(attribute, near, keys),
    });
  }
  const there = new Set(node.pairs.map((attribute) => keyName(attribute)));
  const missing = keys.filter((key) => key.required && !there.has(key.name) && !meant.has(key.name));
  // an unknown key and a missing one are one fault: the author gave the one another name
  if (missing.length === 0 || [...meant].some((name) => !keys.some((key) => key.name === name))) return;
  walk.report('missing-key', {
    message: `${withArticle(type)} input needs ${missing.map((key) => `"${key.name}"`).join(' and ')}`,
    at: pair.key.span,
    help: helpToAdd(missing),
  });
}

/** The keys under which inputs hold other inputs, each type its own. */
const childrenKeys: readonly string[] = ['items', 'template'];

function typesWith(attribute: string): readonly string[] {
  return inputTypes
    .filter((type) => type.retired === undefined)
    .filter((type) => keysOfInputType(type.name).some((key) => key.name === attribute))
    .map((type) => type.name);
}

function withArticle(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
