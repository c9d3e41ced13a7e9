import { calledWorkflowOf, isConditional } from '../../facts/called-workflows.ts';
import type { CalledInputFact } from '../../facts/types.ts';
import { hasRows } from '../../model/has-rows.ts';
import type { InputField, Step, Workflow, Workspace } from '../../model/workflow.ts';
import { readWorkflowAt } from '../../model/workspace.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { referencesOf } from '../expressions/references.ts';
import { isOwnBranch, ownRepositories } from '../workflow/own-repositories.ts';
import { usesReference } from '../workflow/uses-reference.ts';
import { attributeOf, mayFlagBeSet } from './input-attributes.ts';
import { formLeavesWorkflow } from './input-use.ts';
import { optionLists } from './options.ts';

/** One input of the form of a called workflow. */
export interface CalledInput {
  readonly name: string;
  readonly type: string;
  /** Whether a call without it is refused. `maybe`: the form hides or ignores it at times. */
  readonly required: 'yes' | 'no' | 'maybe';
  /** The values that a literal must be one of; `undefined`: any. */
  readonly options: readonly string[] | undefined;
  /** The items of a group; empty for anything else. */
  readonly items: readonly CalledInput[];
}

/** The form of a called workflow. */
export interface CalledForm {
  /** How messages name it. */
  readonly words: string;
  readonly inputs: readonly CalledInput[];
  /** `another`: it is called at a branch, tag or commit that need not hold what stands here. */
  readonly tree: 'this' | 'another';
  /** Whether it reads a value, or something inside or around it, declared or not: callers may pass that too. */
  reads(path: readonly string[]): boolean;
}

/** The types that give no value by themselves when nothing is passed. */
const valueless: readonly string[] = [
  'string',
  'number',
  'integer',
  'password',
  'editor',
  'compute-clusters',
  'compute-resources',
  'bucket',
];

/**
 * The form that a step calls, when it is known: a published workflow that is the same on every deployment, or a file
 * of this repository.
 */
export function calledForm(step: Step, context: AnalysisContext): CalledForm | undefined {
  const uses = step.uses?.value;
  if (uses === undefined) return undefined;
  const published = calledWorkflowOf(uses);
  if (published !== undefined) {
    if (!published.sameEverywhere) return undefined;
    return {
      words: uses,
      inputs: published.inputs.map(inputOfFact),
      tree: 'this',
      reads: () => false,
    };
  }
  const path = calledFile(step, context);
  const form = path === undefined ? undefined : formAt(path, context);
  return form && { ...form, tree: calledTree(step, context.workspace) };
}

/** Whether a step calls a file of this repository as it stands here, or at a ref that need not hold the same. */
export function calledTree(step: Step, workspace: Workspace): 'this' | 'another' {
  const reference = usesReference(step.uses?.value ?? '');
  if (reference.kind !== 'github' && reference.kind !== 'gitlab') return 'another';
  return reference.ref === undefined || isOwnBranch(reference.ref, workspace) ? 'this' : 'another';
}

/** The file of this repository that a step calls, whether it exists or not; `undefined` when it calls anything else. */
export function calledFile(step: Step, context: AnalysisContext): FilePath | undefined {
  const reference = usesReference(step.uses?.value ?? '');
  if (reference.kind !== 'github' && reference.kind !== 'gitlab') return undefined;
  if (!context.ask(ownRepositories, context.workspace).has(reference.repository.toLowerCase()))
    return undefined;
  const written = valueAt(step.with, '$yaml');
  const text = written === undefined ? 'workflow.yaml' : textOf(written);
  if (text === undefined || /[$*]/.test(text)) return undefined;
  return filePath(text.replace(/^\.?\/+/, ''));
}

/** The form of a workflow file of this repository; `undefined` when there is none that can be read. */
export function formAt(path: FilePath, context: AnalysisContext): Omit<CalledForm, 'tree'> | undefined {
  return context.ask(formsOfFiles, context.workspace)(path);
}

/** Reads forms of files of the repository, each once. */
function formsOfFiles(
  workspace: Workspace,
  context: AnalysisContext,
): (path: FilePath) => Omit<CalledForm, 'tree'> | undefined {
  const known = new Map<FilePath, Omit<CalledForm, 'tree'> | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, formOfFile(path, workspace, context));
    return known.get(path);
  };
}

/** `inputs` as a whole, or with a name that is computed. */
const bare = /\binputs\b(?![\w.-])/;

function formOfFile(
  path: FilePath,
  workspace: Workspace,
  context: AnalysisContext,
): Omit<CalledForm, 'tree'> | undefined {
  const selected = workspace.workflows.find((file) => file.source.path === path);
  if (selected === undefined && workspace.files.kindOf(path) !== 'file') return undefined;
  const file = selected ?? readWorkflowAt(path, workspace.files);
  const { workflow } = file;
  if (workflow === undefined) return undefined;
  const takesAll =
    formLeavesWorkflow(file, context) || workflow.expressions.some(({ text }) => bare.test(text.text));
  const read = referencesRead(workflow, context);
  return {
    words: path,
    inputs: workflow.form.inputs.flatMap(inputsOfField),
    reads: (wanted) => takesAll || read.some((names) => overlap(names, wanted)),
  };
}

/** The names along each reference to `inputs`; `*` where they are computed. */
function referencesRead(workflow: Workflow, context: AnalysisContext): readonly (readonly string[])[] {
  return context
    .ask(referencesOf, workflow)
    .filter((reference) => reference.root === 'inputs')
    .map(({ segments }) => segments.map((segment) => (segment.kind === 'name' ? segment.name : '*')));
}

/** Whether one path is the other, lies inside it or around it. */
function overlap(left: readonly string[], right: readonly string[]): boolean {
  return left.every((name, index) => {
    const other = right[index];
    return other === undefined || other === name || name === '*' || other === '*';
  });
}

function inputOfFact(fact: CalledInputFact): CalledInput {
  const isOpen = fact.optional === true || fact.default !== undefined || !valueless.includes(fact.type);
  return {
    name: fact.name,
    type: fact.type,
    required: isOpen ? 'no' : isConditional(fact) ? 'maybe' : 'yes',
    options: undefined,
    items: (fact.items ?? []).map(inputOfFact),
  };
}

/**
 * An input as callers pass it. How those of flattened groups and of pages are passed is not published: both ways are
 * taken, and neither is asked for.
 */
function inputsOfField(field: InputField): readonly CalledInput[] {
  const type = field.type?.value ?? '';
  if (type === 'header') return [];
  const items = field.items.flatMap(inputsOfField);
  if ((type === 'step' && !hasRows(field)) || isFlattened(field)) {
    const open = items.map(asOptional);
    const { value: name } = field.name;
    return [{ name, type: 'group', required: 'no', options: undefined, items: open }, ...open];
  }
  const isOpen =
    mayFlagBeSet(field, 'optional') ||
    attributeOf(field, 'default') !== undefined ||
    !valueless.includes(type);
  const lists = optionLists(field);
  return [
    {
      name: field.name.value,
      type,
      required: isOpen ? 'no' : isHiddenAtTimes(field) ? 'maybe' : 'yes',
      options: lists?.flatMap((list) => list.options.map((option) => option.value)),
      items: type === 'group' ? items : [],
    },
  ];
}

function isFlattened({ items: [item], reference }: InputField): boolean {
  return item !== undefined && item.reference.length === reference.length;
}

function asOptional(input: CalledInput): CalledInput {
  return {
    ...input,
    required: input.required === 'yes' ? 'maybe' : input.required,
    items: input.items.map(asOptional),
  };
}

function isHiddenAtTimes(field: InputField): boolean {
  for (let at: InputField | undefined = field; at !== undefined; at = at.parent) {
    if (mayFlagBeSet(at, 'hidden') || mayFlagBeSet(at, 'ignore')) return true;
  }
  return false;
}
