import { clockSeconds } from '../base/clock-time.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { hasRows } from '../model/has-rows.ts';
import type { InputField, Workflow } from '../model/workflow.ts';
import type { EvaluationContexts } from '../syntax/expression/evaluate.ts';
import { type ExpressionValue, isList, isRecord, isTruthy } from '../syntax/expression/value.ts';
import { textOf, valueAt } from '../syntax/yaml/tree.ts';
import { fillValue, templateValue } from './template.ts';

/** What the platform knows and a form can choose from. */
export interface FormWorld {
  /** The stand-in for a compute resource. */
  readonly resource: ExpressionValue;
  readonly roots: Readonly<Record<string, ExpressionValue>>;
}

/** A form filled in. */
export interface FormValues {
  /** As expressions read them: an ignored input is the empty text, one without a value is absent. */
  readonly inputs: Readonly<Record<string, ExpressionValue>>;
  /** As scripts get them: dotted names, ignored ones left out. */
  readonly passed: readonly { readonly name: string; readonly value: string }[];
  /** Required inputs that have no value, by label. */
  readonly findings: readonly MissingInput[];
}

/** A required input without a value. */
export interface MissingInput extends Finding {
  readonly label: string;
}

/** Defaults may read inputs that come later, which again have defaults that do so: this often, and no more. */
const rounds = 4;

type Tree = { [name: string]: ExpressionValue | Tree };

/**
 * Fills in a form as the platform does: what was given, else the default, also one that is an expression.
 *
 * @param given values by reference, nested or dotted: `{hello: {message: 'hi'}}` or `{'hello.message': 'hi'}`
 */
export function formValues(
  workflow: Workflow,
  given: Readonly<Record<string, unknown>>,
  world: FormWorld,
): FormValues {
  const fields = leavesOf(workflow.form.inputs);
  const asGiven = nested(given);
  let inputs: Tree = {};
  for (let round = 0; round < rounds; round++) {
    const before = inputs;
    const next: Tree = {};
    for (const field of fields) {
      const value = valueNow(field, asGiven, world, contextsOf(field, before, world));
      if (value !== undefined) put(next, field.reference, value);
    }
    inputs = next;
    if (JSON.stringify(before) === JSON.stringify(inputs)) break;
  }
  const complete = inputs;
  const passed: { name: string; value: string }[] = [];
  const findings: MissingInput[] = [];
  for (const field of fields) {
    const contexts = contextsOf(field, complete, world);
    if (ignoredNow(field, contexts, complete, world)) {
      put(inputs, field.reference, '');
      continue;
    }
    const value = at(complete, field.reference);
    if (value === undefined || value === '') {
      const finding = missing(field, contexts, complete, world);
      if (finding !== undefined && value === undefined) findings.push(finding);
    }
    // A declared input that has no value is another thing than one that nobody declares.
    if (value === undefined) put(inputs, field.reference, undefined);
    passed.push(...scalars(field.reference.join('.'), value));
  }
  return { inputs: inputs as Readonly<Record<string, ExpressionValue>>, passed, findings };
}

/** The names that a scenario may give values to, dotted. */
export function inputNames(workflow: Workflow): readonly string[] {
  return leavesOf(workflow.form.inputs).map((field) => field.reference.join('.'));
}

/** Inputs that carry a value: groups and pages only hold others, headers hold nothing; rows belong to their list. */
function leavesOf(fields: readonly InputField[]): readonly InputField[] {
  return fields.flatMap((field) => {
    const type = field.type?.value;
    if (type === 'header') return [];
    if (hasRows(field)) return [field];
    return type === 'group' || type === 'step' || field.items.length > 0 ? leavesOf(field.items) : [field];
  });
}

function contextsOf(field: InputField, inputs: Tree, world: FormWorld): EvaluationContexts {
  const base: EvaluationContexts = { roots: { ...world.roots, inputs: inputs as ExpressionValue } };
  const own: Record<string, ExpressionValue> = {};
  for (const name of ['hidden', 'disabled', 'optional']) own[name] = flag(field, name, { ...base, own });
  return { ...base, own };
}

/** A flag; one that cannot be worked out counts as not set. */
function flag(field: InputField, name: string, contexts: EvaluationContexts): boolean {
  const node = valueAt(field.node, name);
  return node === undefined ? false : isTruthy(fillValue(templateValue(node), contexts));
}

/** Whether the field or a group around it has a flag set. */
function inherits(
  name: string,
  field: InputField,
  contexts: EvaluationContexts,
  inputs: Tree,
  world: FormWorld,
): boolean {
  if (flag(field, name, contexts)) return true;
  const { parent } = field;
  return parent !== undefined && inherits(name, parent, contextsOf(parent, inputs, world), inputs, world);
}

const ignoredNow = (
  field: InputField,
  contexts: EvaluationContexts,
  inputs: Tree,
  world: FormWorld,
): boolean => inherits('ignore', field, contexts, inputs, world);

function valueNow(
  field: InputField,
  given: Tree,
  world: FormWorld,
  contexts: EvaluationContexts,
): ExpressionValue {
  const chosen = at(given, field.reference) ?? at(given, field.path);
  const type = field.type?.value ?? 'string';
  if (chosen !== undefined && chosen !== '') return converted(type, chosen, world);
  const node = valueAt(field.node, 'default');
  const value = node === undefined ? undefined : fillValue(templateValue(node), contexts);
  return converted(type, value ?? initial(field, type, contexts), world);
}

/** What a field holds when nobody touches it and it has no default. */
function initial(field: InputField, type: string, contexts: EvaluationContexts): ExpressionValue {
  switch (type) {
    case 'boolean':
      return false;
    case 'multi-dropdown':
    case 'checkbox-group':
    case 'list':
      return [];
    case 'step':
      return [onePage(field, contexts)];
    case 'dropdown':
      return firstOption(field, contexts);
    default:
      return undefined;
  }
}

/** What a repeated page holds when it is filled in once with its defaults. */
function onePage(field: InputField, contexts: EvaluationContexts): ExpressionValue {
  const row: Tree = {};
  const depth = field.reference.length;
  for (const leaf of leavesOf(field.items)) {
    const node = valueAt(leaf.node, 'default');
    const value = node === undefined ? undefined : fillValue(templateValue(node), contexts);
    const filled = value ?? initial(leaf, leaf.type?.value ?? 'string', contexts);
    if (filled !== undefined) put(row, leaf.reference.slice(depth), filled);
  }
  return row as ExpressionValue;
}

/** The seconds of a duration that is given as text: a number, or a time on a clock. */
function secondsOf(text: string): number | undefined {
  return /^-?\d+$/.test(text.trim()) ? Number(text) : clockSeconds(text);
}

function firstOption(field: InputField, contexts: EvaluationContexts): ExpressionValue {
  const node = valueAt(field.node, 'options');
  const options = node === undefined ? undefined : fillValue(templateValue(node), contexts);
  const first = options !== undefined && isList(options) ? options[0] : undefined;
  if (first === undefined || typeof first !== 'object') return first;
  return isRecord(first) ? first['value'] : undefined;
}

function converted(type: string, value: ExpressionValue, world: FormWorld): ExpressionValue {
  switch (type) {
    case 'compute-clusters':
    case 'compute-resources':
      // A name or an address is filled out by the platform; here every name means the one resource there is.
      return typeof value === 'object' ? value : world.resource;
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isNaN(number) ? value : number;
    }
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'duration':
      return typeof value === 'string' ? (secondsOf(value) ?? value) : value;
    case 'string':
    case 'password':
    case 'editor':
    case 'color-picker':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    default:
      return value;
  }
}

/** Lists that the platform fills from the resource or the organization: nobody has to give them here. */
const offered =
  /^(?:slurm-|pbs-|kubernetes-|organization-|ai-model|allocations|bucket|region|zone|instance-type|compute-)/;

function missing(
  field: InputField,
  contexts: EvaluationContexts,
  inputs: Tree,
  world: FormWorld,
): MissingInput | undefined {
  const type = field.type?.value ?? 'string';
  if (offered.test(type)) return undefined;
  if (flag(field, 'optional', contexts) || inherits('hidden', field, contexts, inputs, world))
    return undefined;
  const label = textOf(valueAt(field.node, 'label'));
  const name = field.reference.join('.');
  return {
    label: label ?? name,
    message: `input "${label ?? name}" is required and has no value`,
    at: field.name.span,
    help: `give it a "default", or a value with -i ${name}=… or in a scenario file`,
  };
}

/** A value as scripts get it, one entry for each scalar in it. */
function scalars(name: string, value: ExpressionValue): readonly { name: string; value: string }[] {
  if (value === undefined) return [];
  if (isList(value)) return [{ name, value: JSON.stringify(value) }];
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, inner]) => scalars(`${name}.${key}`, inner));
  return [{ name, value: String(value) }];
}

function at(tree: Tree, path: readonly string[]): ExpressionValue {
  let value: unknown = tree;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value as ExpressionValue;
}

function put(tree: Tree, path: readonly string[], value: ExpressionValue): void {
  let place: Record<string, unknown> = tree;
  for (const name of path.slice(0, -1)) {
    const inside = Object.hasOwn(place, name) ? place[name] : undefined;
    if (typeof inside === 'object' && inside !== null) place = inside as Record<string, unknown>;
    else {
      const fresh: Record<string, unknown> = {};
      Object.defineProperty(place, name, {
        value: fresh,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      place = fresh;
    }
  }
  const last = path.at(-1) ?? '';
  Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
}

/** Given values with dotted names taken apart. */
function nested(given: Readonly<Record<string, unknown>>): Tree {
  const tree: Tree = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, leaf] of flatEntries(value as Record<string, unknown>, [])) {
        put(tree, [...name.split('.'), ...inner], leaf);
      }
    } else put(tree, name.split('.'), value as ExpressionValue);
  }
  return tree;
}

function* flatEntries(
  value: Readonly<Record<string, unknown>>,
  before: readonly string[],
): Generator<readonly [readonly string[], ExpressionValue]> {
  for (const [name, inner] of Object.entries(value)) {
    const path = [...before, ...name.split('.')];
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      yield* flatEntries(inner as Record<string, unknown>, path);
    } else yield [path, inner as ExpressionValue];
  }
}
