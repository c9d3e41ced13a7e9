import { directoryOf } from '../../model/read-workflow.ts';
import type { InputField, Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import { workflowPaths } from '../../model/workspace.ts';
import type { FilePath } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { workflowTexts } from '../workflow/workflow-texts.ts';
import { type InputNode, inputReads, nodesBelow } from './input-tree.ts';

/**
 * The inputs that some expression of the workflow reads, the groups around them included; `undefined` when that cannot
 * be told because an expression does not parse or computes what it reads.
 */
export function inputsRead(
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlySet<InputField> | undefined {
  if (workflow.expressions.some((site) => site.expression === undefined)) return undefined;
  const read = new Set<InputField>();
  for (const found of context.ask(inputReads, workflow).values()) {
    if (found.kind === 'unknown') return undefined;
    if (found.kind === 'field') addWhole(found.node, read);
    else if (found.kind === 'row-missing') addWhole(found.list, read);
  }
  return read;
}

function addWhole(node: InputNode, read: Set<InputField>): void {
  for (let field = node.field; field !== undefined; field = field.parent) read.add(field);
  for (const below of nodesBelow(node)) if (below.field !== undefined) read.add(below.field);
}

/** Files by which the platform or a step hands the whole form to scripts, and the variables that do the same. */
const wholeForm = /(?<!\$\{\{[^{}]{0,200})\binputs\.(?:sh|json|env|ya?ml)\b|\bPW_INPUT_|\binput_form\w*\b/;
/** How many scripts of a repository may be looked through for those that read the form. */
const mostFiles = 5000;

/** The scripts of the repository by the folders that they stand in; none of them is read. */
function scriptsByFolder({ files }: Workspace): ReadonlyMap<string, readonly FilePath[]> {
  const byFolder = new Map<string, FilePath[]>();
  const scripts = files.paths.filter((path) => /\.(sh|bash|py|pl|js|R|jl|rb|tcl)$/.test(path));
  for (const path of scripts.slice(0, mostFiles)) {
    for (const folder of foldersAround(path)) {
      const known = byFolder.get(folder);
      if (known === undefined) byFolder.set(folder, [path]);
      else known.push(path);
    }
  }
  return byFolder;
}

/** The scripts that take the whole form and stand in no folder of a workflow, but for one at the top of the repository. */
function sharedReaders(workspace: Workspace, context: AnalysisContext): ReadonlyMap<FilePath, string> {
  const folders = new Set<string>(workflowPaths(workspace).map(directoryOf));
  folders.delete('');
  const scripts = context.ask(scriptsByFolder, workspace).get('') ?? [];
  const shared = scripts.filter((path) => !foldersAround(path).some((folder) => folders.has(folder)));
  return takingForm(shared, workspace);
}

/** The texts of those scripts that take the whole form, by path. */
function takingForm(scripts: readonly FilePath[], { files }: Workspace): ReadonlyMap<FilePath, string> {
  const found = new Map<FilePath, string>();
  for (const path of scripts) {
    const content = files.read(path);
    if (content.kind === 'text' && wholeForm.test(content.text)) found.set(path, content.text);
  }
  return found;
}

/** The folders around a file, the top of the repository first. */
function foldersAround(path: FilePath): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, depth) => parts.slice(0, depth).join('/'));
}

/**
 * The text of every script that takes the whole form and may run for a workflow: those in its folder, and shared ones
 * whose name or top folder it or a script beside it mentions.
 */
export function formReaders(file: WorkflowFile, context: AnalysisContext): readonly string[] {
  const { workspace } = context;
  const beside = context.ask(scriptsByFolder, workspace).get(file.directory) ?? [];
  const own = [...takingForm(beside, workspace).values()];
  if (file.directory === '') return own;
  const texts = [file.source.text, ...file.scripts.map((script) => script.text.text)].join('\n');
  const shared = [...context.ask(sharedReaders, workspace)].filter(([path]) => {
    const [folder = '', ...rest] = path.split('/');
    return texts.includes(rest.at(-1) ?? folder) || (rest.length > 0 && namesFolder(texts, folder));
  });
  return [...own, ...shared.map(([, text]) => text)];
}

function namesFolder(texts: string, folder: string): boolean {
  return [`/${folder}/`, ` ${folder}/`, `"${folder}/`, `'${folder}/`, `- ${folder}\n`].some((form) =>
    texts.includes(form),
  );
}

/** Whether inputs can reach scripts otherwise than by an expression of the workflow. */
export function formLeavesWorkflow(file: WorkflowFile, context: AnalysisContext): boolean {
  return wholeForm.test(file.source.text) || context.ask(formReaders, file).length > 0;
}

/**
 * Whether other workflows may call this one and pass inputs that its form hides: it neither opens sessions nor asks
 * for permissions, or another workflow of the repository names its file.
 */
export function mayBeCalled(file: WorkflowFile, context: AnalysisContext): boolean {
  const { workflow } = file;
  if (workflow === undefined || workflow.sessions.length === 0) return true;
  const names = context.ask(filesCalled, context.workspace);
  return [...names].some((name) => file.source.path === name || file.source.path.endsWith(`/${name}`));
}

function filesCalled(workspace: Workspace, context: AnalysisContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of context.ask(workflowTexts, workspace).values()) {
    for (const match of text.matchAll(/^[ \t]*\$yaml:[ \t]*["']?([^"'\s#]+)/gm)) names.add(match[1] ?? '');
  }
  names.delete('');
  return names;
}
