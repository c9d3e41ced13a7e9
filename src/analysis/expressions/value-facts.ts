import { resourceFields } from '../../facts/tables/resource-fields.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import { pairOf, textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type InputNode, inputTree, resolveInput } from '../form/input-tree.ts';
import { jobOutputs, stepOutputs } from '../workflow/job-outputs.ts';
import { type MatrixValue, matrixValue } from '../workflow/matrix-shape.ts';
import { outputReference } from '../workflow/output-references.ts';
import type { Reference, Segment } from './references.ts';

/** What is known before the run about the value that a reference gives. */
export interface ValueFacts {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'rows' | 'object' | 'resource' | 'unknown';
  /** Every text that it can be, but for the empty one; `undefined` when there is no such list. */
  readonly values: readonly string[] | undefined;
  /** The same for the elements of a list. */
  readonly elements: readonly string[] | undefined;
  /** In words, for messages: `the dropdown "mode"`, `an output`. */
  readonly words: string;
  readonly field: InputField | undefined;
}

const unknown: ValueFacts = {
  kind: 'unknown',
  values: undefined,
  elements: undefined,
  words: 'a value',
  field: undefined,
};

/** What is known about the value of a reference. */
export function valueFacts(reference: Reference, workflow: Workflow, context: AnalysisContext): ValueFacts {
  switch (reference.root) {
    case 'inputs':
      return inputFacts(reference, workflow, context);
    case 'matrix':
      return matrixFacts(reference, workflow, context);
    case 'needs':
    case 'steps':
      return isOutput(reference) ? outputFacts(reference, workflow, context) : unknown;
    case 'sessions':
      return reference.segments.length === 1
        ? { ...unknown, kind: 'text', words: 'the name of a session' }
        : unknown;
    case '':
      return ownFacts(reference);
    default:
      return unknown;
  }
}

/** An output is text; what it can be is known when every line that writes it has its value written out. */
function outputFacts(reference: Reference, workflow: Workflow, context: AnalysisContext): ValueFacts {
  const text: ValueFacts = { ...unknown, kind: 'text', words: 'an output, which is text,' };
  const read = outputReference(reference, workflow, context);
  if (read?.key === undefined || (read.stepName !== undefined && read.step === undefined)) return text;
  const { key, job, step } = read;
  const outputs = step === undefined ? context.ask(jobOutputs, job) : context.ask(stepOutputs, step);
  const writers = outputs.written.filter((each) => each.key === key.name);
  if (outputs.opaque !== undefined || writers.length === 0) return text;
  const values = writers.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length < writers.length) return text;
  return { ...text, values: [...new Set(values)], words: `the output "${key.name}"` };
}

function isOutput({ segments }: Reference): boolean {
  const beforeLast = segments.at(-2);
  return beforeLast?.kind === 'name' && beforeLast.name === 'outputs' && segments.at(-1)?.kind === 'name';
}

const flags = ['hidden', 'ignore', 'optional', 'disabled'];

function ownFacts({ segments }: Reference): ValueFacts {
  const [segment, more] = segments;
  if (segment?.kind !== 'name' || more !== undefined || !flags.includes(segment.name)) return unknown;
  return { ...unknown, kind: 'boolean', words: `the flag "${segment.name}"` };
}

/** A field of the form that a reference reads, through `inputs` or through a matrix over a list of rows. */
export interface FieldRead {
  readonly node: InputNode;
  /** What is read of its value. */
  readonly rest: readonly Segment[];
}

/** The field of the form that a reference reads; `undefined` when it reads none, or it is not known which. */
export function fieldRead(
  reference: Reference,
  workflow: Workflow,
  context: AnalysisContext,
): FieldRead | undefined {
  if (reference.root === 'inputs') {
    const resolution = resolveInput(context.ask(inputTree, workflow), reference.segments);
    return resolution.kind === 'field' ? resolution : undefined;
  }
  const value = matrixRead(reference, workflow, context);
  if (value?.kind !== 'rows') return undefined;
  const row: InputNode = { ...value.list, yields: 'group' };
  const resolution = resolveInput(row, reference.segments.slice(1));
  return resolution.kind === 'field' ? resolution : undefined;
}

function matrixRead(
  { root, segments, site }: Reference,
  workflow: Workflow,
  context: AnalysisContext,
): MatrixValue | undefined {
  const [first] = segments;
  const { place } = site;
  if (root !== 'matrix' || first?.kind !== 'name' || (place.kind !== 'job' && place.kind !== 'step')) {
    return undefined;
  }
  return matrixValue(place.job, first.name, workflow, context);
}

function inputFacts(reference: Reference, workflow: Workflow, context: AnalysisContext): ValueFacts {
  const read = fieldRead(reference, workflow, context);
  if (read === undefined) return unknown;
  const { node, rest } = read;
  if (rest.length === 0) return fieldFacts(node, workflow);
  if (node.yields === 'resource') return resourceFacts(node, rest);
  return unknown;
}

/** Values that are written out in a matrix may be texts or numbers, so only their spelling is known. */
function matrixFacts(reference: Reference, workflow: Workflow, context: AnalysisContext): ValueFacts {
  const value = matrixRead(reference, workflow, context);
  if (value?.kind !== 'scalars') return inputFacts(reference, workflow, context);
  const [first, more] = reference.segments;
  if (first?.kind !== 'name' || more !== undefined) return unknown;
  const numbers = value.values.map(Number);
  const words = `"${first.name}" of the matrix`;
  return { ...unknown, kind: numbers.some(Number.isNaN) ? 'unknown' : 'number', values: value.values, words };
}

/** What is known about a field of a compute resource. */
function resourceFacts(node: InputNode, rest: readonly Segment[]): ValueFacts {
  const [segment, more] = rest;
  if (segment?.kind !== 'name' || more !== undefined) return unknown;
  const fact = resourceFields.find((field) => field.name === segment.name);
  if (fact === undefined) return unknown;
  const values: readonly string[] | undefined = 'values' in fact ? fact.values : undefined;
  return {
    ...unknown,
    kind: 'text',
    values: values?.filter((value) => value !== ''),
    words: `"${segment.name}" of a resource`,
    field: node.field,
  };
}

/** What is known about a field of the form, whatever is chosen. */
export function fieldFacts(node: InputNode, workflow: Workflow): ValueFacts {
  const { field } = node;
  if (field === undefined) return unknown;
  const type = field.type?.value ?? '';
  const words = `the ${type} "${node.reference.join('.')}"`;
  switch (node.yields) {
    case 'string':
      return { ...unknown, kind: 'text', values: optionValues(field, workflow), words, field };
    case 'number':
      return { ...unknown, kind: 'number', words, field };
    case 'boolean':
      // A default in quotes is a text; what the platform makes of it is not known.
      if (hasTextDefault(field)) return unknown;
      return { ...unknown, kind: 'boolean', words, field };
    case 'list':
      return { ...unknown, kind: 'list', elements: optionValues(field, workflow), words, field };
    case 'rows':
      return { ...unknown, kind: 'rows', words, field };
    case 'resource':
      return { ...unknown, kind: isMultiple(field) ? 'unknown' : 'resource', words, field };
    case 'group':
      return { ...unknown, kind: 'object', words, field };
    default:
      return { ...unknown, words, field };
  }
}

/** Whether several resources can be chosen, which makes the value a list. */
function isMultiple(field: InputField): boolean {
  return pairOf(field.node, 'multi') !== undefined;
}

function hasTextDefault(field: InputField): boolean {
  const node = valueAt(field.node, 'default');
  return node?.kind === 'scalar' && typeof node.value === 'string' && !node.value.includes('${{');
}

const choices = ['dropdown', 'radio', 'multi-dropdown', 'checkbox-group'];

/**
 * The values of a field's options, its default and its presets; `undefined` when the field has no options or when
 * any of them is computed.
 */
export function optionValues(field: InputField, workflow: Workflow): readonly string[] | undefined {
  if (!choices.includes(field.type?.value ?? '')) return undefined;
  const options = valueAt(field.node, 'options');
  const lists = options?.kind === 'map' ? options.pairs.map((pair) => pair.value) : [options];
  const values = new Set<string>();
  for (const list of lists) {
    if (list?.kind !== 'sequence') return undefined;
    for (const item of list.items) {
      const value = item?.kind === 'map' ? valueAt(item, 'value') : item;
      const text = value?.kind === 'scalar' ? value.text.text : undefined;
      if (text === undefined || text.includes('${{')) return undefined;
      values.add(text);
    }
  }
  for (const node of [valueAt(field.node, 'default'), ...presetsOf(field, workflow)]) {
    for (const value of node?.kind === 'sequence' ? node.items : [node]) {
      if (value === undefined) continue;
      const text = textOf(value);
      if (value.kind !== 'scalar' || text?.includes('${{')) return undefined;
      if (text !== undefined) values.add(text);
    }
  }
  values.delete('');
  return [...values];
}

/** The values that saved configurations give a field. */
function presetsOf(field: InputField, workflow: Workflow): readonly (YamlNode | undefined)[] {
  const configurations = valueAt(workflow.root, 'configurations');
  if (configurations?.kind !== 'map') return [];
  return configurations.pairs.flatMap((pair) => {
    let node = valueAt(pair.value, 'inputs');
    for (const name of field.path) node = valueAt(node, name);
    return node === undefined ? [] : [node];
  });
}
