import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type Reference, type Segment, spanIn } from '../../analysis/expressions/references.ts';
import { calledFile, calledTree } from '../../analysis/form/called-form.ts';
import { type InputResolution, inputReads } from '../../analysis/form/input-tree.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { reachedScripts } from '../../lint/reached-scripts.ts';
import { pathIn } from '../../model/read-workflow.ts';
import type { Script } from '../../model/script.ts';
import type { InputField, WorkflowFile } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { fileVariable, inputVariable } from './input-variable.ts';
import type { Occurrence } from './occurrence.ts';

/** Everywhere that the inputs of a workflow are named: its form, its expressions, scripts, callers and scenarios. */
export function inputOccurrences(file: WorkflowFile, context: AnalysisContext): readonly Occurrence[] {
  const { workflow } = file;
  if (workflow === undefined) return [];
  const found: Occurrence[] = [];
  const add = (field: InputField, role: Occurrence['role'], span: Span, form: Occurrence['form'] = 'name') =>
    found.push({ kind: 'input', key: [file.source.path, ...field.path], role, span, form });
  for (const field of workflow.form.all) add(field, 'declaration', textSpan(field.pair.key));
  for (const [reference, resolution] of context.ask(inputReads, workflow)) {
    for (const { field, span } of fieldsRead(reference, resolution)) add(field, 'use', span);
  }
  const leaves = workflow.form.all.filter((field) => field.items.length === 0).reverse();
  const ofPlatform = new Map(leaves.map((field) => [inputVariable(field.path), field] as const));
  const ofFile = new Map(leaves.map((field) => [fileVariable(field.path), field] as const));
  for (const script of scriptsOf(file, context)) {
    const { text } = script.text;
    if (text.includes('PW_INPUT_'))
      for (const { field, span } of variablesRead(script, ofPlatform, context))
        add(field, 'use', span, 'variable');
    if (/\binputs\.sh\b/.test(text))
      for (const { field, span } of variablesRead(script, ofFile, context))
        add(field, 'use', span, 'file-variable');
  }
  for (const { node, fields } of valuesFor(file, context)) {
    for (const { field, span } of fieldsNamed(node, fields)) add(field, 'use', span);
  }
  return found;
}

/** Where the characters of a scalar stand, without its quotes. */
function textSpan(scalar: YamlScalar): Span {
  return scalar.text.spanOf(0, scalar.text.text.length);
}

interface Named {
  readonly field: InputField;
  readonly span: Span;
}

/** The fields that a reference names one after the other. */
function fieldsRead(reference: Reference, resolution: InputResolution): readonly Named[] {
  if (resolution.kind !== 'field') return [];
  const { segments, site } = reference;
  const along = segments.slice(0, segments.length - resolution.rest.length);
  const names = along.filter((one): one is Segment & { kind: 'name' } => one.kind === 'name');
  const found: Named[] = [];
  let field = resolution.node.field;
  for (const segment of names.toReversed()) {
    if (field === undefined) break;
    const written = site.text.text.slice(segment.start, segment.end);
    const inner = written.indexOf(segment.name);
    if (inner !== -1) {
      const start = segment.start + inner;
      found.push({ field, span: spanIn(site, { start, end: start + segment.name.length }) });
    }
    field = readableParent(field);
  }
  return found;
}

/** The nearest group around a field whose name is part of references. */
function readableParent(field: InputField): InputField | undefined {
  let inner = field;
  for (let parent = field.parent; parent !== undefined; parent = parent.parent) {
    if (parent.reference.length < inner.reference.length) return parent;
    inner = parent;
  }
  return undefined;
}

/** The scripts that run for a workflow: its blocks, those beside it, and those that these source or start. */
function scriptsOf(file: WorkflowFile, context: AnalysisContext): readonly Script[] {
  const reached = context.ask(reachedScripts, context.workspace).filter((one) => one.file === file);
  return [...file.scripts, ...(file.workflow?.scripts ?? []), ...reached.map((one) => one.script)];
}

function variablesRead(
  script: Script,
  variables: ReadonlyMap<string, InputField>,
  context: AnalysisContext,
): readonly Named[] {
  return context.ask(shellOccurrences, script).flatMap(({ variable, start, end }) => {
    const field = variable === undefined ? undefined : variables.get(variable);
    const inner = variable === undefined ? -1 : script.shell.text.slice(start, end).indexOf(variable);
    if (field === undefined || variable === undefined || inner === -1) return [];
    const from = start + inner;
    return [{ field, span: script.text.spanOf(from, from + variable.length) }];
  });
}

interface Values {
  readonly node: YamlNode | undefined;
  readonly fields: readonly InputField[];
}

/** Maps of values for the form: what other workflows of the repository pass to it, and its scenarios. */
function valuesFor(file: WorkflowFile, context: AnalysisContext): readonly Values[] {
  const { workspace } = context;
  const fields = file.workflow?.form.inputs ?? [];
  const passed = workspace.workflows.flatMap((caller) =>
    (caller.workflow?.jobs ?? []).flatMap((job) =>
      job.steps
        .filter((step) => context.ask(calledFile, step) === file.source.path)
        .filter((step) => calledTree(step, workspace) === 'this')
        .map((step) => ({ node: step.with, fields })),
    ),
  );
  const folder = `${pathIn(file.directory, 'ci')}/`;
  const scenarios = workspace.files.paths
    .filter((path) => path.startsWith(folder) && /^[^/]+\.ya?ml$/.test(path.slice(folder.length)))
    .flatMap((path) => {
      const content = workspace.files.read(path);
      return content.kind === 'text' ? [{ node: parseYaml({ path, text: content.text }).root, fields }] : [];
    });
  return [...passed, ...scenarios];
}

/** The fields that the keys of a map of values name, groups inside of it or with dots: `group.item`. */
function fieldsNamed(node: YamlNode | undefined, fields: readonly InputField[]): readonly Named[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(({ key, value }) => {
    const named: Named[] = [];
    const { text } = key.text;
    let inside: readonly InputField[] = readableItems(fields);
    let from = 0;
    for (const name of text.split('.')) {
      const field = inside.find((one) => one.name.value === name);
      if (field === undefined) break;
      named.push({ field, span: key.text.spanOf(from, from + name.length) });
      from += name.length + 1;
      inside = readableItems(field.items);
    }
    return [...named, ...fieldsNamed(value, named.at(-1)?.field.items ?? [])];
  });
}

/** Fields and, of flattened groups and pages among them, what is inside. */
function readableItems(fields: readonly InputField[]): readonly InputField[] {
  return fields.flatMap((field) => {
    const [item] = field.items;
    const isFlat = item !== undefined && item.reference.length === field.reference.length;
    return isFlat ? [field, ...readableItems(field.items)] : [field];
  });
}
