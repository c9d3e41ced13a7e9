import { dataOf } from '../../lint/configuration/shapes.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';

/** The choice of a form that a scenario is about. */
export interface Branch {
  readonly reference: readonly string[];
  readonly value: string | boolean;
}

/**
 * Every input of a form as YAML, each below a comment with its type, label and options. Inputs with a default have it as
 * their value; the others stand in comments, to be filled in.
 *
 * @param branch the one value to set, all others in comments; absent: every default is set
 */
export function formTemplate(workflow: Workflow, branch?: Branch): string {
  return linesOf(workflow.form.inputs, 0, branch)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(
  fields: readonly InputField[],
  depth: number,
  branch: Branch | undefined,
): readonly string[] {
  return fields.flatMap((field) => {
    const type = field.type?.value ?? 'string';
    if (type === 'header') return [];
    const holds = (type === 'group' || type === 'step') && field.items.length > 0;
    // A flattened group has no name of its own in references.
    if (holds && field.reference.length === depth) return linesOf(field.items, depth, branch);
    const indent = '  '.repeat(depth);
    const name = field.reference.at(-1) ?? field.name.value;
    if (holds) {
      const label = textOf(valueAt(field.node, 'label'));
      const inside = linesOf(field.items, depth + 1, branch);
      const isSet = inside.some((line) => !/^\s*#/.test(line));
      return [
        ...(label === undefined ? [] : [`${indent}# ${oneLine(label)}`]),
        `${indent}${isSet ? '' : '# '}${name}:`,
        ...inside,
      ];
    }
    return [`${indent}# ${description(field, type)}`, `${indent}${assignment(field, type, name, branch)}`];
  });
}

function description(field: InputField, type: string): string {
  const label = textOf(valueAt(field.node, 'label'));
  const optional = textOf(valueAt(field.node, 'optional')) === 'true' ? ', optional' : '';
  const options = optionsOf(field);
  const limits = ['min', 'max'].flatMap((key) => {
    const limit = textOf(valueAt(field.node, key));
    return limit === undefined ? [] : [`${key} ${limit}`];
  });
  const more = [...(options.length > 0 ? [`one of ${options.join(', ')}`] : []), ...limits];
  return oneLine(`${label ?? field.name.value} (${[type, ...more].join('; ')}${optional})`);
}

function assignment(field: InputField, type: string, name: string, branch: Branch | undefined): string {
  if (branch !== undefined && branch.reference.join('.') === field.reference.join('.')) {
    return `${name}: ${JSON.stringify(branch.value)}`;
  }
  const node = valueAt(field.node, 'default');
  const text = textOf(node);
  const value =
    node === undefined || text?.includes('${{') === true ? undefined : JSON.stringify(dataOf(node));
  if (value === undefined || value === 'null')
    return `# ${name}: ${type === 'boolean' ? 'false' : ''}`.trimEnd();
  return `${branch === undefined ? '' : '# '}${name}: ${value}`;
}

function optionsOf(field: InputField): readonly string[] {
  const options = dataOf(valueAt(field.node, 'options'));
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) => {
    const value = typeof option === 'object' && option !== null && 'value' in option ? option.value : option;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return text === '' ? [] : [text];
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Values of one input that scenarios are made of, at most. */
const mostValues = 12;

/**
 * The branches of a form: for each input whose value decides what others do (their `hidden`, `ignore`, `disabled` or
 * `optional`) or whether a job or step runs (`if`), the values that it does not have anyway.
 */
export function branchesOf(workflow: Workflow): readonly Branch[] {
  const conditions = conditionsOf(workflow).join('\n');
  return workflow.form.all.flatMap((field) => {
    const { reference } = field;
    const read = new RegExp(
      `\\binputs\\.${reference.join('\\.').replaceAll(/[$()*+?[\]^{|}]/g, '\\$&')}(?![\\w.-])`,
    );
    if (!read.test(conditions)) return [];
    const given = textOf(valueAt(field.node, 'default'));
    return valuesOf(field, conditions)
      .filter((value) => String(value) !== given)
      .slice(0, mostValues)
      .map((value) => ({ reference, value }));
  });
}

function conditionsOf({ form, jobs }: Workflow): readonly string[] {
  const flags = form.all.flatMap((field) =>
    ['hidden', 'ignore', 'disabled', 'optional'].flatMap((key) => textOf(valueAt(field.node, key)) ?? []),
  );
  const runs = jobs.flatMap(({ node, steps }) =>
    [node, ...steps.map((step) => step.node)].flatMap((one) => textOf(valueAt(one, 'if')) ?? []),
  );
  return [...flags, ...runs];
}

/** The values that make a difference: both of a yes or no, the options of a choice, the texts that others compare with. */
function valuesOf(field: InputField, conditions: string): readonly (string | boolean)[] {
  if (field.type?.value === 'boolean')
    return [true, false].filter((value) => value || valueAt(field.node, 'default') !== undefined);
  const options = optionsOf(field);
  if (options.length > 0) return options;
  if (field.type?.value !== 'string') return [];
  const compared = new RegExp(`\\binputs\\.${field.reference.join('\\.')}\\s*[!=]=\\s*'([^']+)'`, 'g');
  return [...new Set([...conditions.matchAll(compared)].map((match) => match[1] ?? ''))];
}
