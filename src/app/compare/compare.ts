import { analysisContext } from '../../analysis/analysis.ts';
import { endpointCommands } from '../../analysis/endpoints/endpoint-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import { openWorkspace } from '../../model/workspace.ts';
import { lineIndex } from '../../source/line-index.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { commitOf, gitOf } from '../changes/git.ts';
import { revisionFiles } from '../changes/revision-files.ts';
import { prepareRequest } from '../prepare-request.ts';
import type { CheckRequest } from '../request.ts';
import type { World } from '../world.ts';
import { compareForms, compareNames } from './compare-forms.ts';
import { type Bump, bumpOf, type FormChange } from './form-change.ts';

/** What became of the forms since a revision. */
export interface FormComparison {
  readonly base: string;
  readonly commit: string;
  readonly bump: Bump;
  readonly changes: readonly FormChange[];
}

/** A comparison, or why there is none (exit status 2). */
export type CompareAnswer =
  | { readonly kind: 'comparison'; readonly comparison: FormComparison }
  | { readonly kind: 'refused'; readonly message: string };

/** Compares the form of every selected workflow with the one that it had in a revision. */
export async function compare(base: string, request: CheckRequest, world: World): Promise<CompareAnswer> {
  const prepared = await prepareRequest(request, world);
  if (prepared.kind === 'refused') return prepared;
  const revision = (await revisionFiles(base, world)) ?? (await fetchedRevision(base, world));
  if (revision === undefined) {
    return {
      kind: 'refused',
      message: `there is no revision "${base}" in this repository, and it cannot be fetched`,
    };
  }
  const globs = request.workflows.length > 0 ? request.workflows : prepared.configuration.workflows;
  const { exclude } = prepared.configuration;
  const before = openWorkspace(revision.files, { workflows: globs, exclude }).workspace;
  const after = prepared.workspace;
  const old = formsOf(before, (file) => isNamed(file, request));
  const now = formsOf(after, () => true);
  const broken = brokenForm(old, `${base}:`) ?? brokenForm(now, '');
  if (broken !== undefined) return { kind: 'refused', message: broken };
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changes = paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    const name = (is ?? was)?.file.name ?? path;
    const changed = compareForms(name, was?.file.workflow, is?.file.workflow);
    if (was === undefined || is === undefined) return changed;
    return [...changed, ...compareNames(name, 'endpoint', was.endpoints, is.endpoints)];
  });
  return {
    kind: 'comparison',
    comparison: { base, commit: revision.commit, bump: bumpOf(changes), changes },
  };
}

/** A workflow with the names of the endpoints that it starts. */
interface ComparedForm {
  readonly file: WorkflowFile;
  readonly endpoints: readonly string[];
}

/** The wanted workflows by their paths. */
function formsOf(
  workspace: Workspace,
  wanted: (file: WorkflowFile) => boolean,
): ReadonlyMap<string, ComparedForm> {
  const context = analysisContext(workspace);
  const forms = workspace.workflows.filter(wanted).map((file) => ({
    file,
    endpoints: context
      .ask(endpointCommands, file)
      .flatMap(({ verb, name }) => (verb === 'delete' || name === undefined ? [] : [nameIn(name)])),
  }));
  return new Map(forms.map((form) => [form.file.source.path, form]));
}

/** A name as it is written, whatever its quotes. */
function nameIn(word: Word): string {
  return literalOf(word) ?? word.text.replace(/^--?\w+=/, '').replaceAll(/["']/g, '');
}

/** Whether a request names a workflow, one that is there no more included. */
function isNamed({ source, name }: WorkflowFile, { paths }: CheckRequest): boolean {
  return (
    paths.length === 0 ||
    paths.some((path) => path === source.path || path === name || source.path.startsWith(`${path}/`))
  );
}

/** Says which file has no form that could be compared. */
function brokenForm(forms: ReadonlyMap<string, ComparedForm>, revision: string): string | undefined {
  for (const { file } of forms.values()) {
    if (file.workflow !== undefined) continue;
    const [fault] = file.faults;
    const { line, column } = lineIndex(file.source.text).placeOf(fault?.at.start ?? 0);
    const why = fault?.message ?? 'it is no map';
    return `${revision}${file.source.path}:${line}:${column}: the form cannot be compared: ${why}`;
  }
  return undefined;
}

/** A tag that a shallow checkout lacks. */
async function fetchedRevision(base: string, world: World) {
  if (base.startsWith('-') || base === '') return undefined;
  const git = gitOf(world);
  await git('fetch', '--quiet', '--depth=1', 'origin', `refs/tags/${base}:refs/tags/${base}`);
  if ((await commitOf(git, base)) === undefined) {
    await git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', base);
    return revisionFiles('FETCH_HEAD', world);
  }
  return revisionFiles(base, world);
}

/** A comparison as text for a terminal. */
export function comparisonText(comparison: FormComparison): string {
  const { base, bump, changes } = comparison;
  const rows = changes.map((change) => `${change.bump.padEnd(5)}  ${change.workflow}: ${change.message}`);
  const verdict =
    bump === 'none'
      ? `the forms are the same as in ${base}`
      : `compared with ${base} the next version is a ${bump} one`;
  return `${[...rows, ...(rows.length > 0 ? [''] : []), verdict].join('\n')}\n`;
}
