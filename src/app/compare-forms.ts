import { suggest } from '../base/suggest.ts';
import { hasRows } from '../model/has-rows.ts';
import type { InputField, Workflow } from '../model/workflow.ts';
import { textOf, valueAt, type YamlNode } from '../syntax/yaml/tree.ts';

/** What a change of a form asks of the next version, as semantic versioning has it. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** One difference between two forms that somebody who calls the workflow notices. */
export interface FormChange {
  readonly workflow: string;
  /** The input by its reference, or nothing when the workflow as a whole came or went. */
  readonly input?: string | undefined;
  readonly bump: Exclude<Bump, 'none'>;
  readonly message: string;
}

const weight: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** The largest bump that any of the changes asks for. */
export function bumpOf(changes: readonly FormChange[]): Bump {
  return changes.reduce<Bump>((most, { bump }) => (weight[bump] > weight[most] ? bump : most), 'none');
}

/** Whether a version bump is large enough for what changed. */
export function allows(given: Bump, needed: Bump): boolean {
  return weight[given] >= weight[needed];
}

/** The differences between two versions of one workflow's form; either may be missing. */
export function compareForms(
  workflow: string,
  before: Workflow | undefined,
  after: Workflow | undefined,
): readonly FormChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ workflow, bump: 'minor', message: 'the workflow is new' }];
  if (after === undefined) return [{ workflow, bump: 'major', message: 'the workflow is gone' }];
  const old = fieldsOf(before);
  const fresh = fieldsOf(after);
  const changes: FormChange[] = [];
  for (const [input, field] of old) {
    const now = fresh.get(input);
    if (now === undefined) changes.push(removed(workflow, input, old, fresh));
    else changes.push(...compareField(workflow, input, field, now));
  }
  for (const [input, field] of fresh) {
    if (!old.has(input)) changes.push(added(workflow, input, field));
  }
  return changes;
}

/** The inputs that carry values, by the name under which expressions and callers know them. */
function fieldsOf(workflow: Workflow): ReadonlyMap<string, InputField> {
  const fields = new Map<string, InputField>();
  for (const field of workflow.form.all) {
    const type = field.type?.value;
    const isFrame = type === 'header' || type === 'group' || (type === 'step' && !hasRows(field));
    if (isFrame || field.reference.length === 0) continue;
    fields.set(field.reference.join('.'), field);
  }
  return fields;
}

function removed(
  workflow: string,
  input: string,
  old: ReadonlyMap<string, InputField>,
  fresh: ReadonlyMap<string, InputField>,
): FormChange {
  const near = suggest(
    input,
    [...fresh.keys()].filter((name) => !old.has(name)),
  );
  const renamed = near === undefined ? '' : `; "${near}" is new: was it renamed?`;
  return { workflow, input, bump: 'major', message: `the input "${input}" is gone${renamed}` };
}

function added(workflow: string, input: string, field: InputField): FormChange {
  if (isRequired(field)) {
    return {
      workflow,
      input,
      bump: 'major',
      message: `the input "${input}" is new and has no default: runs that were saved lack a value for it`,
    };
  }
  return { workflow, input, bump: 'minor', message: `the input "${input}" is new` };
}

function compareField(
  workflow: string,
  input: string,
  before: InputField,
  after: InputField,
): readonly FormChange[] {
  const change = (bump: FormChange['bump'], message: string): FormChange => ({
    workflow,
    input,
    bump,
    message,
  });
  const [oldType, newType] = [before.type?.value ?? 'string', after.type?.value ?? 'string'];
  if (oldType !== newType) {
    return [change('major', `the type of "${input}" changed from "${oldType}" to "${newType}"`)];
  }
  const changes: FormChange[] = [];
  const [oldOptions, newOptions] = [optionsOf(before), optionsOf(after)];
  if (oldOptions !== undefined && newOptions !== undefined) {
    const gone = oldOptions.filter((option) => !newOptions.includes(option));
    const fresh = newOptions.filter((option) => !oldOptions.includes(option));
    if (gone.length > 0) changes.push(change('major', `"${input}" no longer offers ${quoted(gone)}`));
    if (fresh.length > 0) changes.push(change('minor', `"${input}" also offers ${quoted(fresh)}`));
  }
  if (!isRequired(before) && isRequired(after)) {
    changes.push(change('major', `"${input}" needs a value now`));
  }
  for (const [limit, tighter] of [
    ['min', (old: number, now: number) => now > old],
    ['max', (old: number, now: number) => now < old],
  ] as const) {
    const [old, now] = [numberAt(before, limit), numberAt(after, limit)];
    if (now !== undefined && (old === undefined || tighter(old, now))) {
      changes.push(change('major', `"${input}" has a narrower "${limit}": ${now}`));
    } else if (old !== now) changes.push(change('minor', `"${input}" has a wider "${limit}"`));
  }
  const [oldDefault, newDefault] = [writtenAt(before, 'default'), writtenAt(after, 'default')];
  if (oldDefault !== newDefault && newDefault !== undefined) {
    changes.push(change('minor', `the default of "${input}" changed`));
  }
  if (writtenAt(before, 'label') !== writtenAt(after, 'label')) {
    changes.push(change('patch', `the label of "${input}" changed`));
  }
  return changes;
}

/** Whether somebody has to give a value: neither a default, nor optional, hidden or chosen by the platform. */
function isRequired(field: InputField): boolean {
  const off = (key: string): boolean => {
    const text = textOf(valueAt(field.node, key));
    return text === undefined || text === 'false';
  };
  const free = ['optional', 'hidden', 'ignore', 'autoselect'].every(off);
  const type = field.type?.value;
  return free && type !== 'boolean' && !hasRows(field) && valueAt(field.node, 'default') === undefined;
}

function optionsOf(field: InputField): readonly string[] | undefined {
  const node = valueAt(field.node, 'options');
  if (node?.kind !== 'sequence') return undefined;
  return node.items.flatMap((item) => textOf(valueAt(item, 'value') ?? item) ?? []);
}

function numberAt(field: InputField, key: string): number | undefined {
  const node = valueAt(field.node, key);
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** A value as data, spelt the same however it is written. */
function writtenAt(field: InputField, key: string): string | undefined {
  const node = valueAt(field.node, key);
  return node === undefined ? undefined : JSON.stringify(dataOf(node));
}

function dataOf(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(dataOf);
    case 'map':
      return node.pairs.map((pair) => [pair.key.text.text, dataOf(pair.value)]);
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
