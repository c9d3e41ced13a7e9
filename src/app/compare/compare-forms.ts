import { suggest } from '../../base/suggest.ts';
import { hasRows } from '../../model/has-rows.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { compareField, isClosed, isRequired } from './compare-field.ts';
import type { FormChange } from './form-change.ts';

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
    else for (const one of compareField(input, field, now)) changes.push({ workflow, input, ...one });
  }
  for (const [input, field] of fresh) {
    if (!old.has(input)) changes.push(added(workflow, input, field));
  }
  const named = (key: string, of: Workflow) => {
    const node = valueAt(of.root, key);
    return node?.kind === 'map' ? node.pairs.map((pair) => pair.key.text.text) : [];
  };
  const sessions = [before, after].map((one) => one.sessions.map((session) => session.name.value));
  return [
    ...changes,
    ...compareNames(workflow, 'session', sessions[0] ?? [], sessions[1] ?? []),
    ...compareNames(
      workflow,
      'configuration',
      named('configurations', before),
      named('configurations', after),
    ),
  ];
}

/** What others know a workflow's services or saved inputs by: a name that goes takes their links and calls along. */
export function compareNames(
  workflow: string,
  what: 'session' | 'endpoint' | 'configuration',
  before: readonly string[],
  after: readonly string[],
): readonly FormChange[] {
  const fresh = [...new Set(after)].filter((name) => !before.includes(name));
  const gone = [...new Set(before)].filter((name) => !after.includes(name));
  return [
    ...gone.map((name): FormChange => {
      const near = suggest(name, fresh) ?? (gone.length === 1 && fresh.length === 1 ? fresh[0] : undefined);
      const renamed = near === undefined ? '' : `; "${near}" is new: was it renamed?`;
      return { workflow, bump: 'major', message: `the ${what} "${name}" is gone${renamed}` };
    }),
    ...fresh.map(
      (name): FormChange => ({ workflow, bump: 'minor', message: `the ${what} "${name}" is new` }),
    ),
  ];
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
    const how = isClosed(field)
      ? 'is new, has no default and cannot be filled in'
      : 'is new and has no default';
    const message = `the input "${input}" ${how}: runs that were saved lack a value for it`;
    return { workflow, input, bump: 'major', message };
  }
  return { workflow, input, bump: 'minor', message: `the input "${input}" is new` };
}
