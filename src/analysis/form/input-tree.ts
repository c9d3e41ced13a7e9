import { suggest } from '../../base/suggest.ts';
import { inputTypeNamed } from '../../facts/input-types.ts';
import type { InputYield } from '../../facts/types.ts';
import { hasRows } from '../../model/has-rows.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type Reference, referencesOf, type Segment } from '../expressions/references.ts';

/** The form as expressions read it: groups by name, flattened ones left out. */
export interface InputNode {
  /** The names from `inputs` to here; `[index]` stands for a row of a list. */
  readonly reference: readonly string[];
  /** `undefined` for `inputs` itself. */
  readonly field: InputField | undefined;
  /** `unknown` when the type is not known, or when a group's items cannot be read. */
  readonly yields: InputYield | 'unknown';
  readonly children: ReadonlyMap<string, InputNode>;
}

/** What a reference to `inputs` leads to. */
export type InputResolution =
  /** A field; `rest` is what is read of its value. */
  | { readonly kind: 'field'; readonly node: InputNode; readonly rest: readonly Segment[] }
  /** Nothing: `at` is the first segment that is not declared, `parent` where it was looked for. */
  | { readonly kind: 'undeclared'; readonly at: number; readonly parent: InputNode }
  /** A field of rows is read without saying which row. */
  | { readonly kind: 'row-missing'; readonly at: number; readonly list: InputNode }
  /** Not known before the run. */
  | { readonly kind: 'unknown' };

/** The form of a workflow as expressions read it. */
export function inputTree(workflow: Workflow): InputNode {
  const children = new Map<string, InputNode>();
  for (const input of workflow.form.inputs) addField(input, [], children);
  return { reference: [], field: undefined, yields: 'group', children };
}

function addField(field: InputField, prefix: readonly string[], siblings: Map<string, InputNode>): void {
  const reference = [...prefix, field.name.value];
  const [child] = field.items;
  const isFlat = child !== undefined && child.reference.length === field.reference.length;
  if (isFlat) {
    for (const item of field.items) addField(item, prefix, siblings);
    return;
  }
  const yields = yieldOf(field);
  const children = new Map<string, InputNode>();
  const inside = yields === 'rows' ? [...reference, '[index]'] : reference;
  for (const item of field.items) addField(item, inside, children);
  siblings.set(field.name.value, { reference, field, yields, children });
}

function yieldOf(field: InputField): InputYield | 'unknown' {
  const fact = field.type && inputTypeNamed(field.type.value);
  if (fact === undefined || field.node === undefined) return 'unknown';
  if ((fact.yields === 'group' || fact.yields === 'rows') && field.items.length === 0) return 'unknown';
  return hasRows(field) ? 'rows' : fact.yields;
}

/** Follows a reference to `inputs` through groups and rows. */
export function resolveInput(tree: InputNode, segments: readonly Segment[]): InputResolution {
  let node = tree;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    switch (node.yields) {
      case 'group': {
        if (segment.kind !== 'name') return { kind: 'unknown' };
        const child = node.children.get(segment.name);
        if (child === undefined) return { kind: 'undeclared', at, parent: node };
        node = child;
        break;
      }
      case 'rows': {
        if (segment.kind !== 'name') {
          node = { ...node, reference: [...node.reference, '[index]'], yields: 'group' };
          break;
        }
        if (!node.children.has(segment.name)) return { kind: 'unknown' };
        return { kind: 'row-missing', at, list: node };
      }
      default:
        return { kind: 'field', node, rest: segments.slice(at) };
    }
  }
  return { kind: 'field', node, rest: [] };
}

/** What each reference to `inputs` in a workflow's expressions leads to. */
export function inputReads(
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlyMap<Reference, InputResolution> {
  const tree = context.ask(inputTree, workflow);
  const reads = new Map<Reference, InputResolution>();
  for (const reference of context.ask(referencesOf, workflow)) {
    if (reference.root === 'inputs') reads.set(reference, resolveInput(tree, reference.segments));
  }
  return reads;
}

/** Every field of the form below a node, groups before their children. */
export function* nodesBelow(node: InputNode): Generator<InputNode> {
  for (const child of node.children.values()) {
    yield child;
    yield* nodesBelow(child);
  }
}

/** Every field of a form by its own name, wherever it stands. */
export function fieldsByName(
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlyMap<string, readonly InputNode[]> {
  const byName = new Map<string, InputNode[]>();
  for (const node of nodesBelow(context.ask(inputTree, workflow))) {
    const name = node.reference.at(-1) ?? '';
    const others = byName.get(name);
    if (others === undefined) byName.set(name, [node]);
    else others.push(node);
  }
  return byName;
}

/** What an undeclared input was probably meant to be. */
export interface InputGuess {
  /** References without `inputs.`; more than one when the form has the name in several places. */
  readonly candidates: readonly string[];
  /** The last segment that a candidate stands for. */
  readonly through: number;
}

/**
 * Looks for what an undeclared input was meant to be: the same name in another group, a missing group, a name that
 * is spelt almost so.
 */
export function guessInput(
  byName: ReadonlyMap<string, readonly InputNode[]>,
  reference: Reference,
  at: number,
): InputGuess {
  const names = reference.segments.map((segment) => (segment.kind === 'name' ? segment.name : '[index]'));
  const wrong = names[at] ?? '';
  const written = (node: InputNode) => node.reference.join('.');
  const same = (byName.get(wrong) ?? []).filter(
    (node) => isReadable(node, reference) && fits(node, names.slice(at + 1)),
  );
  if (same.length > 0) return { candidates: same.map(written), through: at };
  const flat = [...names.slice(0, at), ...names.slice(at + 1, at + 2)];
  const inside = (byName.get(names[at + 1] ?? '') ?? []).filter((node) => written(node) === flat.join('.'));
  // The group or the page of the field is flattened, and its name is not part of references.
  if (inside.length > 0) return { candidates: inside.map(written), through: at + 1 };
  if (byName.size > mostSuggested) return { candidates: [], through: at };
  const readable = [...byName.values()].flat().filter((node) => isReadable(node, reference));
  const parent = names.slice(0, at);
  const siblings = readable.filter(
    (node) =>
      node.reference.length === at + 1 && parent.every((name, index) => node.reference[index] === name),
  );
  const near = suggest(
    wrong,
    siblings.map((node) => node.reference.at(-1) ?? ''),
  );
  if (near !== undefined) return { candidates: [[...parent, near].join('.')], through: at };
  const whole = suggest(names.slice(0, at + 1).join('.'), readable.map(written));
  return { candidates: whole === undefined ? [] : [whole], through: at };
}

/** Forms with more fields than this get no guesses at misspellings, which take time for every single reference. */
const mostSuggested = 1000;

/** Whether what is read behind the name exists there too. */
function fits(node: InputNode, rest: readonly string[]): boolean {
  if (node.yields !== 'group') return true;
  const [first] = rest;
  return first === undefined || node.children.has(first);
}

/** Fields of rows can be named only inside the template of their list. */
function isReadable(node: InputNode, reference: Reference): boolean {
  if (!node.reference.includes('[index]')) return true;
  const { place } = reference.site;
  if (place.kind !== 'input' || node.field === undefined) return false;
  return templateOf(place.input) !== undefined && templateOf(place.input) === templateOf(node.field);
}

/** The list or the repeated page in which a field stands, the innermost one. */
export function templateOf(field: InputField): InputField | undefined {
  for (let parent = field.parent; parent !== undefined; parent = parent.parent) {
    if (hasRows(parent)) return parent;
  }
  return undefined;
}
