import type { WorkflowFile } from '../model/workflow.ts';
import { openWorkspace } from '../model/workspace.ts';
import { commitOf, gitOf } from './changes/git.ts';
import { revisionFiles } from './changes/revision-files.ts';
import { type Bump, bumpOf, compareForms, type FormChange } from './compare-forms.ts';
import { prepareRequest } from './prepare-request.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

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
  const before = openWorkspace(revision.files, { workflows: globs, exclude }).workspace.workflows;
  const after = prepared.workspace.workflows;
  const byPath = (files: readonly WorkflowFile[]) => new Map(files.map((file) => [file.source.path, file]));
  const [old, now] = [byPath(before), byPath(after)];
  const whole = request.paths.length === 0 && request.shard === undefined;
  const paths = [...new Set([...(whole ? old.keys() : []), ...now.keys()])].sort();
  const changes = paths.flatMap((path) => {
    const name = (now.get(path) ?? old.get(path))?.name ?? path;
    return compareForms(name, old.get(path)?.workflow, now.get(path)?.workflow);
  });
  return {
    kind: 'comparison',
    comparison: { base, commit: revision.commit, bump: bumpOf(changes), changes },
  };
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
