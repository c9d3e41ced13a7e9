import type { InputField } from '../../model/workflow.ts';
import type { FieldChange } from './form-change.ts';
import {
  amountOf,
  isSame,
  type SwitchState,
  switchAt,
  type WrittenValue,
  writtenAt,
} from './written-value.ts';

type Bump = FieldChange['bump'];

/** A switch: what turning it on and off asks of the next version, and how that is said. */
interface SwitchRow {
  readonly key: string;
  readonly on: readonly [Bump, string];
  readonly off: readonly [Bump, string];
}

/** The switches that somebody notices who has saved values for a form. */
const switches: readonly SwitchRow[] = [
  { key: 'ignore', on: ['major', 'is not passed to the run'], off: ['minor', 'is passed to the run'] },
  { key: 'multi', on: ['major', 'is a list'], off: ['major', 'is no list'] },
  { key: 'lowercase', on: ['major', 'is turned into lower case'], off: ['minor', 'keeps its capitals'] },
  { key: 'textarea', on: ['minor', 'takes several lines'], off: ['major', 'takes one line only'] },
  {
    key: 'include-workspace',
    on: ['minor', 'offers the workspace'],
    off: ['major', 'does not offer the workspace'],
  },
  {
    key: 'include-unprovisioned',
    on: ['minor', 'offers clusters that are not running'],
    off: ['major', 'does not offer clusters that are not running'],
  },
  { key: 'includeEmpty', on: ['minor', 'may be none'], off: ['major', 'may not be none'] },
  { key: 'generateCredentials', on: ['minor', 'has credentials'], off: ['major', 'has no credentials'] },
  { key: 'hidden', on: ['minor', 'is hidden'], off: ['minor', 'is shown'] },
  { key: 'disabled', on: ['minor', 'cannot be changed'], off: ['minor', 'can be changed'] },
  { key: 'optional', on: ['minor', 'may stay empty'], off: ['major', 'may not stay empty'] },
];

/** Attributes that narrow what may be chosen or typed: a new or another one may refuse what was saved. */
const filters: readonly string[] = ['csp', 'provider', 'sanitize'];

/** Attributes that only people look at. */
const words: readonly string[] = [
  'label',
  'description',
  'tooltip',
  'placeholder',
  'width',
  'anchor-below',
  'title',
  'size',
  'bold',
  'text',
  'language',
  'slider',
  'collapsed',
  'items-collapsible',
  'optionLabelPosition',
  'nextLabel',
  'prevLabel',
  'disableLabel',
  'prefillDefault',
];

/** What is compared by itself. */
const elsewhere: readonly string[] = [
  'type',
  'default',
  'options',
  'items',
  'template',
  'disableValue',
  'step',
];

const limits = [
  { keys: ['min', 'minLength'], narrower: (old: number, now: number) => now > old },
  { keys: ['max', 'maxLength'], narrower: (old: number, now: number) => now < old },
] as const;

/** The differences of two versions of a field in all attributes but its type, its default and its options. */
export function attributeChanges(
  input: string,
  before: InputField,
  after: InputField,
): readonly FieldChange[] {
  const judged = new Set([
    ...switches.map(({ key }) => key),
    ...filters,
    ...words,
    ...elsewhere,
    ...limits.flatMap(({ keys }) => keys),
  ]);
  const other = [before, after].flatMap((field) => field.node?.pairs.map((pair) => pair.key.text.text) ?? []);
  return [
    ...switches.flatMap((row) => switchChange(input, row, before, after)),
    ...limits.flatMap(({ keys, narrower }) =>
      keys.flatMap((key) => limitChange(input, key, narrower, before, after)),
    ),
    ...stepChange(input, before, after),
    ...filters.flatMap((key) => filterChange(input, key, before, after)),
    ...escapeChange(input, before, after),
    ...words.flatMap((key) => differs(key, before, after, 'patch', `the ${key} of "${input}" changed`)),
    ...[...new Set(other)]
      .filter((key) => !judged.has(key))
      .flatMap((key) => differs(key, before, after, 'minor', `"${key}" of "${input}" changed`)),
  ];
}

function differs(
  key: string,
  before: InputField,
  after: InputField,
  bump: Bump,
  message: string,
): readonly FieldChange[] {
  return isSame(writtenAt(before, key), writtenAt(after, key)) ? [] : [{ bump, message }];
}

const weight: Readonly<Record<SwitchState, number>> = { off: 0, sometimes: 1, on: 2 };

function switchChange(
  input: string,
  { key, on, off }: SwitchRow,
  before: InputField,
  after: InputField,
): readonly FieldChange[] {
  const [old, now] = [switchAt(before, key), switchAt(after, key)];
  if (old.state === now.state) {
    if (old.condition === now.condition) return [];
    const bump = on[0] === 'major' || off[0] === 'major' ? 'major' : 'minor';
    return [{ bump, message: `another condition decides whether "${input}" ${on[1]}` }];
  }
  const [bump, said] = weight[now.state] > weight[old.state] ? on : off;
  return [{ bump, message: `"${input}" ${said} ${now.state === 'sometimes' ? 'under a condition' : 'now'}` }];
}

/** Without a limit every saved value stays good. */
function noLonger(input: string, key: string): FieldChange {
  return { bump: 'minor', message: `"${input}" has no "${key}" any more` };
}

function limitChange(
  input: string,
  key: string,
  narrower: (old: number, now: number) => boolean,
  before: InputField,
  after: InputField,
): readonly FieldChange[] {
  const [old, now] = [writtenAt(before, key), writtenAt(after, key)];
  if (isSame(old, now)) return [];
  if (now.kind === 'absent') return [noLonger(input, key)];
  const [least, next] = [amountOf(old), amountOf(now)];
  if (next === undefined)
    return [{ bump: 'major', message: `"${input}" may have a narrower "${key}": ${shown(now)}` }];
  if (least === next) return [];
  if (least === undefined || narrower(least, next))
    return [{ bump: 'major', message: `"${input}" has a narrower "${key}": ${shown(now)}` }];
  return [{ bump: 'minor', message: `"${input}" has a wider "${key}"` }];
}

/** Values lie on a grid that begins at the least one; all of the old grid must be on the new one. */
function stepChange(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  const [old, now] = [writtenAt(before, 'step'), writtenAt(after, 'step')];
  const [oldStart, start] = [before, after].map((field) => amountOf(writtenAt(field, 'min')) ?? 0);
  if (now.kind === 'absent') {
    return old.kind === 'absent' ? [] : [noLonger(input, 'step')];
  }
  if (isSame(old, now) && oldStart === start) return [];
  const [distance, next] = [amountOf(old), amountOf(now)];
  const fits =
    distance !== undefined &&
    next !== undefined &&
    divides(next, distance) &&
    divides(next, (oldStart ?? 0) - (start ?? 0));
  if (!fits)
    return [{ bump: 'major', message: `"${input}" has a "step" that leaves values out: ${shown(now)}` }];
  return isSame(old, now) ? [] : [{ bump: 'minor', message: `"${input}" has a finer "step"` }];
}

function divides(part: number, whole: number): boolean {
  const count = whole / part;
  return Math.abs(count - Math.round(count)) < 1e-9;
}

function filterChange(
  input: string,
  key: string,
  before: InputField,
  after: InputField,
): readonly FieldChange[] {
  const [old, now] = [writtenAt(before, key), writtenAt(after, key)];
  if (isSame(old, now)) return [];
  if (now.kind === 'absent') return [noLonger(input, key)];
  const [some, all] = [listOf(old), listOf(now)];
  if (some !== undefined && all !== undefined && some.every((one) => all.includes(one)))
    return [{ bump: 'minor', message: `"${input}" has a wider "${key}"` }];
  return [{ bump: 'major', message: `"${input}" has a narrower "${key}"` }];
}

function listOf(value: WrittenValue): readonly unknown[] | undefined {
  if (value.kind !== 'value') return undefined;
  return Array.isArray(value.data) ? value.data : undefined;
}

/** The value that stands for no limit. */
function escapeChange(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  const [old, now] = [writtenAt(before, 'disableValue'), writtenAt(after, 'disableValue')];
  if (isSame(old, now)) return [];
  return old.kind === 'absent'
    ? [{ bump: 'minor', message: `"${input}" may have no limit now` }]
    : [{ bump: 'major', message: `"${input}" has another "disableValue", or none` }];
}

function shown(value: WrittenValue): string {
  return value.kind === 'absent' ? '' : value.text;
}
