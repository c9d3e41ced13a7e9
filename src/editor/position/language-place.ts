import { chooseShape } from '../../analysis/structure/choose-shape.ts';
import { keyName, scalarText } from '../../analysis/structure/key-name.ts';
import { keysOfInputType } from '../../facts/input-types.ts';
import { sectionNamed } from '../../facts/sections.ts';
import { actions } from '../../facts/tables/actions.ts';
import type { KeyFact, SectionFact, ValueShape } from '../../facts/types.ts';
import { pairOf, textOf, valueAt, type YamlMap, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { YamlPlace, YamlStep } from './yaml-place.ts';

/** What a node of a workflow is, by the tables of the language. */
export type LanguageNode =
  /** A map with a closed list of keys. */
  | { readonly kind: 'keys'; readonly section: SectionFact; readonly keys: readonly KeyFact[] }
  /** An input of the form; its keys are those of its type. */
  | { readonly kind: 'input'; readonly type: string | undefined; readonly keys: readonly KeyFact[] }
  /** What a step passes to what it calls, or in a group of it: the names from the top lead there. */
  | {
      readonly kind: 'arguments';
      readonly uses: string;
      readonly step: YamlMap;
      readonly groups: readonly string[];
    }
  /** A map whose keys the author chooses. */
  | { readonly kind: 'names'; readonly of: 'inputs' | ValueShape }
  /** A value; `fact` is the key that it stands under, as an item of a list also the key of the list. */
  | { readonly kind: 'value'; readonly shape: ValueShape; readonly fact: KeyFact | undefined };

/** What stands at a place of a workflow, and in what. */
export interface LanguagePlace {
  /** What the map around is, for a key; what the value is, for a value. */
  readonly node: LanguageNode;
  /** The key that the place is, or that the value stands under. */
  readonly key: KeyFact | undefined;
}

type Expected =
  | { readonly shape: ValueShape; readonly fact: KeyFact | undefined }
  | { readonly input: true }
  | { readonly argumentsOf: YamlMap; readonly groups: readonly string[] };

const top: Expected = { shape: { section: 'workflow' }, fact: undefined };

/** What the language says about a place; `undefined` where it says nothing, as inside of values that may be anything. */
export function languagePlace({ steps, on }: YamlPlace): LanguagePlace | undefined {
  let expected: Expected | undefined = top;
  let key: KeyFact | undefined;
  for (const [index, step] of steps.entries()) {
    if (expected === undefined) return undefined;
    const isLast = index === steps.length - 1;
    if (step.kind === 'item') {
      expected = itemOf(expected);
      continue;
    }
    const node = nodeOf(expected, step.map);
    key = keysIn(node).find((fact) => fact.name === keyName(step.pair));
    if (isLast && on === 'key') return { node, key };
    expected = expectedUnder(node, key, step);
  }
  if (expected === undefined) return undefined;
  const last = steps.at(-1);
  const value = last?.kind === 'pair' ? last.pair.value : last?.item;
  return { node: nodeOf(expected, value), key };
}

/** The keys that a map may have, where they are a closed list. */
export function keysIn(node: LanguageNode): readonly KeyFact[] {
  return node.kind === 'keys' || node.kind === 'input' ? node.keys : [];
}

/** What is expected, seen together with what stands there. */
function nodeOf(expected: Expected, node: YamlNode | undefined): LanguageNode {
  if ('input' in expected) {
    const type = textOf(valueAt(node, 'type'));
    const keys = keysOfInputType(type ?? '');
    return { kind: 'input', type, keys: keys.length > 0 ? keys : keysOfInputType('string').slice(0, 1) };
  }
  if ('argumentsOf' in expected) {
    const { argumentsOf: step, groups } = expected;
    return { kind: 'arguments', uses: textOf(valueAt(step, 'uses')) ?? '', step, groups };
  }
  const { shape, fact } = expected;
  const chosen = chooseShape(node, shape) ?? mapAmong(shape, node) ?? shape;
  if (typeof chosen === 'object' && node?.kind === 'map') {
    if ('section' in chosen) {
      const section = sectionNamed(chosen.section);
      return { kind: 'keys', section, keys: section.keys };
    }
    if ('inputs' in chosen) return { kind: 'names', of: 'inputs' };
    if ('map' in chosen) return { kind: 'names', of: chosen.map };
  }
  if (chosen === 'form' && node?.kind === 'map') return { kind: 'names', of: 'inputs' };
  return { kind: 'value', shape, fact };
}

/** The alternative that a map may be, where nothing fits as it is. */
function mapAmong(shape: ValueShape, node: YamlNode | undefined): ValueShape | undefined {
  if (node?.kind !== 'map' || typeof shape !== 'object' || !('either' in shape)) return undefined;
  return shape.either.find((one) => typeof one === 'object' && ('section' in one || 'map' in one));
}

/** What the value of a key of a map should be. */
function expectedUnder(
  node: LanguageNode,
  key: KeyFact | undefined,
  { map, pair }: Extract<YamlStep, { kind: 'pair' }>,
): Expected | undefined {
  switch (node.kind) {
    case 'keys': {
      if (node.section.name === 'step' && keyName(pair) === 'with') return withOf(map);
      if (key !== undefined) return { shape: key.value, fact: key };
      return undefined;
    }
    case 'input':
      return key === undefined ? undefined : { shape: key.value, fact: key };
    case 'names':
      if (node.of !== 'inputs') return { shape: node.of, fact: undefined };
      return keyName(pair) === '$meta'
        ? { shape: { section: 'form-settings' }, fact: undefined }
        : { input: true };
    case 'arguments':
      return { argumentsOf: node.step, groups: [...node.groups, keyName(pair)] };
    case 'value':
      return undefined;
  }
}

function withOf(step: YamlMap): Expected {
  const uses = pairOf(step, 'uses')?.value;
  const name = uses?.kind === 'scalar' ? scalarText(uses) : '';
  const action = actions.find((one) => one.name === name);
  return action === undefined
    ? { argumentsOf: step, groups: [] }
    : { shape: { section: action.with }, fact: undefined };
}

function itemOf(expected: Expected): Expected | undefined {
  if (!('shape' in expected)) return undefined;
  const { shape, fact } = expected;
  if (typeof shape !== 'object') return undefined;
  const lists = 'either' in shape ? shape.either : [shape];
  for (const one of lists) if (typeof one === 'object' && 'list' in one) return { shape: one.list, fact };
  return undefined;
}
