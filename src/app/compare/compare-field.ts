import { inputTypeNamed } from '../../facts/input-types.ts';
import { hasRows } from '../../model/has-rows.ts';
import type { InputField } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { attributeChanges } from './attribute-changes.ts';
import type { FieldChange } from './form-change.ts';
import { amountOf, comparableData, isSame, switchAt, writtenAt } from './written-value.ts';

/**
 * The differences of two versions of one field, as somebody notices them who has saved values for it or passes some: a
 * value that is refused or means something else asks for a major version. What cannot be told counts as refused.
 */
export function compareField(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  const [oldType, newType] = [typeOf(before), typeOf(after)];
  const typed = `the type of "${input}" changed from "${oldType}" to "${newType}"`;
  if (oldType !== newType && !keepsValues(before, after)) return [{ bump: 'major', message: typed }];
  const needs = needChanges(input, before, after);
  const attributes = attributeChanges(input, before, after);
  // What is said of a value that is needed says it all.
  const said =
    needs.length > 0
      ? attributes.filter(
          ({ message }) => !/" (?:is hidden|cannot be changed|may not stay empty)/.test(message),
        )
      : attributes;
  return [
    ...(oldType === newType ? [] : [{ bump: 'minor' as const, message: typed }]),
    ...optionChanges(input, before, after),
    ...needs,
    ...defaultChanges(input, before, after),
    ...said,
  ];
}

/** Whether a run cannot do without a value: neither a default nor a way to leave it out. */
export function isRequired(field: InputField): boolean {
  const free = ['optional', 'ignore'].every((key) => switchAt(field, key).state === 'off');
  const chosen = writtenAt(field, 'autoselect');
  const picked = chosen.kind !== 'absent' && !(chosen.kind === 'value' && chosen.data === false);
  const none = writtenAt(field, 'default').kind === 'absent';
  return free && !picked && typeOf(field) !== 'boolean' && !hasRows(field) && none;
}

/** Whether the form lets nobody give a value. */
export function isClosed(field: InputField): boolean {
  return ['hidden', 'disabled'].some((key) => switchAt(field, key).state === 'on');
}

function needChanges(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  if (!isRequired(after)) return [];
  if (!isRequired(before)) return [{ bump: 'major', message: `"${input}" needs a value now` }];
  const closed = (['hidden', 'disabled'] as const).find(
    (key) => switchAt(before, key).state === 'off' && switchAt(after, key).state !== 'off',
  );
  if (closed === undefined) return [];
  return [
    { bump: 'major', message: `"${input}" is ${closed} now and has no default: nobody can give it a value` },
  ];
}

function typeOf(field: InputField): string {
  return field.type?.value ?? 'string';
}

/** Types whose values are valid for each other. */
const sameValues: readonly (readonly [from: string, to: string])[] = [
  ['dropdown', 'radio'],
  ['radio', 'dropdown'],
  ['multi-dropdown', 'checkbox-group'],
  ['checkbox-group', 'multi-dropdown'],
  ['integer', 'number'],
  ['storage', 'bucket'],
  ['bucket', 'storage'],
];

/** Whether every value that was saved for one field is one of the other: text stays text as long as no line is lost. */
function keepsValues(before: InputField, after: InputField): boolean {
  const [from, to] = [typeOf(before), typeOf(after)];
  if (sameValues.some(([one, other]) => one === from && other === to)) return true;
  const isText = inputTypeNamed(from)?.yields === 'string' && ['string', 'editor', 'password'].includes(to);
  return isText && (!hasLines(before) || hasLines(after));
}

function hasLines(field: InputField): boolean {
  return (
    typeOf(field) === 'editor' || (typeOf(field) === 'string' && switchAt(field, 'textarea').state === 'on')
  );
}

function optionChanges(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  const [old, now] = [writtenAt(before, 'options'), writtenAt(after, 'options')];
  const offers = [before, after].every((field) =>
    ['string', 'list'].includes(inputTypeNamed(typeOf(field))?.yields ?? ''),
  );
  if (!offers || isSame(old, now) || now.kind === 'absent' || hasRows(after)) return [];
  const [values, next] = [optionsOf(before), optionsOf(after)];
  if (values === undefined || next === undefined) {
    return [
      {
        bump: 'major',
        message: `nobody can tell whether "${input}" still offers what was saved: an expression has its options`,
      },
    ];
  }
  const gone = [...values.keys()].filter((option) => !next.has(option));
  const fresh = [...next.keys()].filter((option) => !values.has(option));
  const reworded = [...next].some(([option, words]) => values.has(option) && values.get(option) !== words);
  return [
    ...(gone.length > 0
      ? [{ bump: 'major' as const, message: `"${input}" no longer offers ${quoted(gone)}` }]
      : []),
    ...(fresh.length > 0
      ? [{ bump: 'minor' as const, message: `"${input}" also offers ${quoted(fresh)}` }]
      : []),
    ...(reworded
      ? [{ bump: 'patch' as const, message: `the words of the options of "${input}" changed` }]
      : []),
  ];
}

/** The options by their values, each with all that is written of it; `undefined` where an expression has them. */
function optionsOf(field: InputField): ReadonlyMap<string, string> | undefined {
  const node = valueAt(field.node, 'options');
  if (node?.kind !== 'sequence') return undefined;
  const entries = node.items.flatMap((item): [string, string][] => {
    const value = textOf(valueAt(item, 'value') ?? item);
    return value === undefined ? [] : [[value, JSON.stringify(comparableData(item))]];
  });
  return new Map(entries);
}

function defaultChanges(input: string, before: InputField, after: InputField): readonly FieldChange[] {
  if (startOf(before) === startOf(after)) return [];
  if (isRequired(after)) return [];
  return [
    {
      bump: 'minor',
      message: `the default of "${input}" ${startOf(after) === undefined ? 'is gone' : 'changed'}`,
    },
  ];
}

/** What the form starts with, that of fields without a default included. */
function startOf(field: InputField): string | undefined {
  const written = writtenAt(field, 'default');
  if (written.kind === 'expression') return written.text;
  if (written.kind === 'value')
    return typeOf(field) === 'duration' ? String(amountOf(written) ?? written.text) : written.text;
  switch (typeOf(field)) {
    case 'boolean':
      return 'false';
    case 'multi-dropdown':
    case 'checkbox-group':
      return '[]';
    default:
      return undefined;
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
