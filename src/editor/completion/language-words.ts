import { keyName } from '../../analysis/structure/key-name.ts';
import { calledWorkflows } from '../../facts/called-workflows.ts';
import { inputTypes } from '../../facts/input-types.ts';
import { sectionNamed } from '../../facts/sections.ts';
import { actions } from '../../facts/tables/actions.ts';
import { withSpecials } from '../../facts/tables/with-specials.ts';
import type { KeyFact, ValueShape } from '../../facts/types.ts';
import type { Workflow } from '../../model/workflow.ts';
import { textOf } from '../../syntax/yaml/tree.ts';
import { keysIn, type LanguageNode, languagePlace } from '../position/language-place.ts';
import type { YamlPlace } from '../position/yaml-place.ts';
import type { Reading } from '../typing/last-good.ts';
import { type CallArgument, callArguments } from '../words/call-arguments.ts';
import { keyText } from '../words/markdown.ts';
import type { Suggestion } from './suggestion.ts';

/** The keys that may stand at a place, without those that stand there already. */
export function keyWords(
  place: YamlPlace,
  workflow: Workflow | undefined,
  reading: Reading,
): readonly Suggestion[] {
  const last = place.steps.at(-1);
  if (last?.kind !== 'pair') return [];
  const there = new Set(last.map.pairs.filter((pair) => pair !== last.pair).map((pair) => keyName(pair)));
  const meant = languagePlace(place);
  const known = meant === undefined ? [] : keysIn(meant.node);
  const words =
    known.length > 0 ? known.filter(isCurrent).map(keyWord) : argumentWords(place, workflow, reading);
  return words.filter(({ label }) => !there.has(label));
}

const isCurrent = (key: KeyFact): boolean => key.retired === undefined;

function keyWord(key: KeyFact): Suggestion {
  return {
    label: key.name,
    kind: 'key',
    detail: key.required ? 'required' : key.default,
    text: keyText(key),
    insert: holdsMore(key.value) ? `${key.name}:` : `${key.name}: `,
    isFirst: key.required,
  };
}

/** Whether a value is written on lines of its own. */
function holdsMore(shape: ValueShape): boolean {
  if (typeof shape === 'string') return shape === 'form';
  if ('either' in shape) return shape.either.every((one) => one === 'nothing' || holdsMore(one));
  return !('words' in shape || 'name' in shape);
}

/** What may be passed to a called workflow, in groups too. */
function argumentWords(
  place: YamlPlace,
  workflow: Workflow | undefined,
  reading: Reading,
): readonly Suggestion[] {
  const node = languagePlace(place)?.node;
  if (node?.kind !== 'arguments') return [];
  const specials =
    node.groups.length === 0 && /^git(?:hub|lab)\//.test(node.uses) ? withSpecials.map(keyWord) : [];
  return [
    ...specials,
    ...argumentsAt(place, node, workflow, reading).map(
      ({ name, type, default: initial, required, items = [] }): Suggestion => ({
        label: name,
        kind: 'key',
        detail:
          initial === undefined
            ? `${type}${required === 'yes' ? ', required' : ''}`
            : `${type}, ${JSON.stringify(initial)} without it`,
        insert: items.length > 0 ? `${name}:` : `${name}: `,
        isFirst: required === 'yes',
      }),
    ),
  ];
}

/** The arguments at a place of a text that was mended: its step is found again in the workflow by its number. */
function argumentsAt(
  { steps }: YamlPlace,
  { uses, groups }: Extract<LanguageNode, { kind: 'arguments' }>,
  workflow: Workflow | undefined,
  { context }: Reading,
): readonly CallArgument[] {
  const job = steps[1]?.kind === 'pair' ? keyName(steps[1].pair) : '';
  const item = steps.find((one) => one.kind === 'item');
  const step = workflow?.jobs
    .find((one) => one.id.value === job)
    ?.steps.find((one) => one.index === item?.index && one.uses?.value === uses);
  return callArguments(uses, step, groups, context);
}

/** The values that may stand at a place. */
export function valueWords(
  place: YamlPlace,
  workflow: Workflow | undefined,
  reading: Reading,
): readonly Suggestion[] {
  const pair = place.steps.findLast((step) => step.kind === 'pair');
  const name = pair?.kind === 'pair' ? keyName(pair.pair) : '';
  const meant = languagePlace(place);
  if (meant?.node.kind === 'arguments') return argumentValues(name, place, meant.node, workflow, reading);
  if (meant?.node.kind !== 'value') return [];
  const { key, node } = meant;
  if (name === 'needs') return needWords(place, workflow);
  if (name === 'uses') return callWords();
  if (key?.name === 'type' && isInputType(key)) return typeWords();
  return wordsOf(node.shape).map((label) => ({ label, kind: 'word', detail: key?.name }));
}

function argumentValues(
  name: string,
  place: YamlPlace,
  { groups, ...node }: Extract<LanguageNode, { kind: 'arguments' }>,
  workflow: Workflow | undefined,
  reading: Reading,
): readonly Suggestion[] {
  // The place is the value, so that its own name is the last of the groups.
  const around = { ...node, groups: groups.slice(0, -1) };
  const input = argumentsAt(place, around, workflow, reading).find((one) => one.name === name);
  const values = input?.type === 'boolean' ? ['true', 'false'] : (input?.options ?? []);
  return values.map((label) => ({ label, kind: 'word', detail: input?.type }));
}

/** The keys of what an item of a list is, when it is a map with a closed list of them. */
export function itemKeyWords(place: YamlPlace): readonly Suggestion[] {
  const meant = languagePlace(place);
  if (meant?.node.kind !== 'value') return [];
  const { shape } = meant.node;
  const among = typeof shape === 'object' && 'either' in shape ? shape.either : [shape];
  return among.flatMap((one) =>
    typeof one === 'object' && 'section' in one
      ? sectionNamed(one.section).keys.filter(isCurrent).map(keyWord)
      : [],
  );
}

function isInputType({ value, required }: KeyFact): boolean {
  return value === 'text' && required === true;
}

function typeWords(): readonly Suggestion[] {
  return inputTypes
    .filter((type) => type.retired === undefined)
    .map(({ name, description }) => ({ label: name, kind: 'type', detail: description }));
}

function callWords(): readonly Suggestion[] {
  return [
    ...actions.map(
      ({ name, description }): Suggestion => ({ label: name, kind: 'call', detail: description }),
    ),
    ...calledWorkflows.toReversed().map(
      ({ slug, version, description }): Suggestion => ({
        label: `marketplace/${slug}/${version}`,
        kind: 'call',
        detail: description,
      }),
    ),
  ];
}

/** The jobs that a job may wait for: all but itself and those that it names already. */
function needWords({ steps }: YamlPlace, workflow: Workflow | undefined): readonly Suggestion[] {
  const job = steps[1]?.kind === 'pair' ? keyName(steps[1].pair) : '';
  const list = steps.find((step) => step.kind === 'pair' && keyName(step.pair) === 'needs');
  const value = list?.kind === 'pair' ? list.pair.value : undefined;
  const items = value?.kind === 'sequence' ? value.items : [];
  const named = new Set(items.flatMap((item) => textOf(item) ?? []));
  return (workflow?.jobs ?? [])
    .map((one) => one.id.value)
    .filter((name) => name !== job && !named.has(name))
    .map((label) => ({ label, kind: 'name', detail: 'a job' }));
}

function wordsOf(shape: ValueShape): readonly string[] {
  if (shape === 'boolean') return ['true', 'false'];
  if (typeof shape === 'string') return [];
  if ('words' in shape) return shape.words;
  return 'either' in shape ? [...new Set(shape.either.flatMap(wordsOf))] : [];
}
