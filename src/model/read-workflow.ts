import type { Finding } from '../diagnostics/finding.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type FilePath, filePath } from '../source/span.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { valueAt, type YamlMap } from '../syntax/yaml/tree.ts';
import { type ExpressionCollector, expressionCollector, type PathLink } from './read-expressions.ts';
import { childrenKey, readForm } from './read-form.ts';
import { readJobs } from './read-jobs.ts';
import { scriptFile } from './read-script.ts';
import type { Script, ScriptRole } from './script.ts';
import { asMap } from './shapes.ts';
import { sizeFault } from './size-fault.ts';
import type { InputField, Workflow, WorkflowFile } from './workflow.ts';

/**
 * Reads a workflow file and the scripts beside it. Any text gives a model: what has the wrong shape is left out of
 * it. A file with an error of YAML syntax has no `workflow`, because what was read of it may not be what was meant; nor has
 * one that is too large.
 */
export function readWorkflowFile(source: SourceFile, files: RepositoryFiles): WorkflowFile {
  const { root, comments, faults, broken } = parseYaml(source);
  const directory = directoryOf(source.path);
  const scripts = scriptsBeside(directory, files);
  const shape = broken ? [] : shapeFaults(source, root);
  const readable = !broken && root?.kind === 'map' ? root : undefined;
  const size = readable && sizeFault(readable);
  return {
    source,
    name: nameOf(source.path),
    directory,
    tree: root,
    comments,
    faults: [...faults, ...shape, ...(size === undefined ? [] : [size]), ...scripts.faults],
    workflow: readable !== undefined && size === undefined ? readWorkflow(source, readable) : undefined,
    scripts: scripts.scripts,
  };
}

/** A workflow file of which nothing can be read, for the one reason given. */
export function unreadableWorkflowFile(path: FilePath, message: string): WorkflowFile {
  return {
    source: { path, text: '' },
    name: nameOf(path),
    directory: directoryOf(path),
    tree: undefined,
    comments: [],
    faults: [{ message: `the workflow cannot be read: ${message}`, at: { file: path, start: 0, end: 0 } }],
    workflow: undefined,
    scripts: [],
  };
}

/** The folder's name for `workflow.yaml`, the file's name without its ending for any other. */
export function nameOf(path: FilePath): string {
  const parts = path.split('/');
  const base = (parts.at(-1) ?? '').replace(/\.ya?ml$/i, '');
  return base === 'workflow' ? (parts.at(-2) ?? base) : base;
}

/** The folder of a path; empty for the top of the repository. */
export function directoryOf(path: FilePath): FilePath {
  return filePath(path.split('/').slice(0, -1).join('/'));
}

/** A path inside a folder. */
export function pathIn(directory: FilePath, name: string): FilePath {
  return filePath(directory === '' ? name : `${directory}/${name}`);
}

function readWorkflow(source: SourceFile, root: YamlMap): Workflow {
  const expressions = expressionCollector();
  const form = readForm(root);
  const jobs = readJobs(source.path, valueAt(root, 'jobs'), expressions);
  for (const pair of root.pairs) {
    const key = pair.key.text.text;
    const path: PathLink = { key, parent: undefined };
    expressions.collectScalar(pair.key, path, { kind: 'workflow', key });
    if (key === 'jobs' && pair.value?.kind === 'map') continue;
    if (key === 'on') collectOn(pair.value, path, form.node, expressions);
    else expressions.collect(pair.value, path, { kind: 'workflow', key });
  }
  const inputsPath = ['on', 'execute', 'inputs'].reduce<PathLink | undefined>(
    (parent, key) => ({ key, parent }),
    undefined,
  );
  for (const input of form.inputs) collectInput(input, inputsPath, expressions);
  const sessions = asMap(valueAt(root, 'sessions'))?.pairs ?? [];
  return {
    path: source.path,
    root,
    env: asMap(valueAt(root, 'env'))?.pairs ?? [],
    sessions: sessions.map((pair) => ({
      name: { value: pair.key.text.text, span: pair.key.text.spanOf(0, pair.key.text.text.length) },
      pair,
    })),
    form,
    jobs,
    expressions: expressions.sites(),
    scripts: jobs.flatMap((job) =>
      job.steps.flatMap((step) => [step.run, step.cleanup].filter((script) => script !== undefined)),
    ),
  };
}

/** Collects what stands under `on` beside the inputs themselves, the form's settings included. */
function collectOn(
  node: Workflow['root']['pairs'][number]['value'],
  path: PathLink,
  inputs: YamlMap | undefined,
  expressions: ExpressionCollector,
): void {
  const place = { kind: 'workflow' as const, key: 'on' };
  if (node?.kind !== 'map') {
    expressions.collect(node, path, place);
    return;
  }
  for (const pair of node.pairs) {
    const name = pair.key.text.text;
    const inside: PathLink = { key: name, parent: path };
    if (pair.value === inputs && inputs !== undefined) {
      const settings = inputs.pairs.filter((one) => one.key.text.text === '$meta');
      for (const one of settings) expressions.collect(one.value, { key: '$meta', parent: inside }, place);
    } else collectOn(pair.value, inside, inputs, expressions);
  }
}

function collectInput(
  input: InputField,
  above: PathLink | undefined,
  expressions: ExpressionCollector,
): void {
  const path: PathLink = { key: input.name.value, parent: above };
  if (input.node === undefined) {
    expressions.collect(input.pair.value, path, { kind: 'input', input, attribute: '' });
    return;
  }
  expressions.collectScalar(input.pair.key, path, { kind: 'input', input, attribute: '' });
  const children = childrenKey(input.node, input.type?.value);
  for (const pair of input.node.pairs) {
    const attribute = pair.key.text.text;
    const inside: PathLink = { key: attribute, parent: path };
    if (attribute === children && pair.value?.kind === 'map') {
      for (const item of input.items) collectInput(item, inside, expressions);
    } else {
      expressions.collectScalar(pair.key, inside, { kind: 'input', input, attribute });
      expressions.collect(pair.value, inside, { kind: 'input', input, attribute });
    }
  }
}

function shapeFaults(source: SourceFile, root: WorkflowFile['tree']): readonly Finding[] {
  if (root?.kind === 'map') return [];
  const help = 'a workflow is a map with the key "jobs", and with the form under "on: execute: inputs:"';
  if (root === undefined) {
    return [{ message: 'the workflow is empty', at: { file: source.path, start: 0, end: 0 }, help }];
  }
  const shape = root.kind === 'sequence' ? 'a list' : 'a single value';
  const { span } = root;
  const lineBreak = source.text.slice(span.start, span.end).search(/[\r\n]/);
  const end = lineBreak === -1 ? span.end : span.start + lineBreak;
  return [{ message: `a workflow is a map, and this is ${shape}`, at: { ...span, end }, help }];
}

/** The scripts of a workflow that stand beside it, and what each is for. */
export const scriptsOfFolder: readonly { readonly name: string; readonly role: ScriptRole }[] = [
  { name: 'start.sh', role: 'start' },
  { name: 'setup.sh', role: 'setup' },
];

function scriptsBeside(
  directory: FilePath,
  files: RepositoryFiles,
): { readonly scripts: readonly Script[]; readonly faults: readonly Finding[] } {
  const scripts: Script[] = [];
  const faults: Finding[] = [];
  for (const { name, role } of scriptsOfFolder) {
    const path = pathIn(directory, name);
    const content = files.read(path);
    if (content.kind === 'text') scripts.push(scriptFile({ path, text: content.text }, role));
    else if (content.problem !== 'missing') {
      faults.push({
        message: `${name} cannot be read: ${content.message}`,
        at: { file: path, start: 0, end: 0 },
      });
    }
  }
  return { scripts, faults };
}
