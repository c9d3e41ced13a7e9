import type { WorkflowFile } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { type Git, gitOf, succeeded } from '../changes/git.ts';
import { originNames, repositoryName } from '../own-repository.ts';
import type { World } from '../world.ts';

/**
 * What is wrong with the steps that check this very repository out: each must name a branch or tag that exists at the
 * origin, because the platform takes the scripts from there.
 */
export async function ownCheckoutFaults(
  workflows: readonly WorkflowFile[],
  world: Pick<World, 'root' | 'tools'>,
): Promise<readonly string[]> {
  const git = gitOf(world);
  const own = await originNames(world);
  const named = workflows.flatMap((file) =>
    checkoutsOf(file).filter((one) => own.has(repositoryName(one.repository) ?? '')),
  );
  const refs = [...new Set(named.map((one) => one.reference))];
  if (refs.length === 0) return [];
  const known = await knownReferences(git);
  if (known === undefined) {
    return [
      'the branches and tags of the origin cannot be read, so that nobody knows what the workflows check out',
    ];
  }
  return named
    .filter((one) => !known.has(one.reference) && !/^[0-9a-f]{40}$/.test(one.reference))
    .map(
      (one) =>
        `${one.path} checks out "${one.reference}" of this repository, which is neither a branch nor a tag`,
    );
}

/**
 * The branches and tags of the origin; when it does not answer (a private repository without credentials), those that a
 * whole clone brought along. `undefined` when nobody knows.
 */
async function knownReferences(git: Git): Promise<ReadonlySet<string> | undefined> {
  const listed = await git('ls-remote', '--heads', '--tags', 'origin');
  if (succeeded(listed)) return namesIn(listed.stdout);
  const shallow = await git('rev-parse', '--is-shallow-repository');
  if (!succeeded(shallow) || shallow.stdout.trim() !== 'false') return undefined;
  const cloned = await git('for-each-ref', '--format=%(refname)', 'refs/remotes/origin', 'refs/tags');
  return succeeded(cloned) ? namesIn(cloned.stdout) : undefined;
}

function namesIn(references: string): ReadonlySet<string> {
  const name = /refs\/(?:heads|tags|remotes\/origin)\/(.+?)(?:\^\{\})?$/;
  return new Set(references.split('\n').flatMap((line) => name.exec(line)?.[1] ?? []));
}

function checkoutsOf(file: WorkflowFile) {
  return (file.workflow?.jobs ?? []).flatMap((job) =>
    job.steps.flatMap((step) => {
      if (step.uses === undefined || !/^parallelworks\/checkout(@|$)/.test(step.uses.value)) return [];
      const repository = textOf(valueAt(step.with, 'repo'));
      const reference = textOf(valueAt(step.with, 'branch')) ?? textOf(valueAt(step.with, 'ref'));
      if (repository === undefined || reference === undefined || reference.includes('${{')) return [];
      return [{ path: file.source.path, repository, reference }];
    }),
  );
}
