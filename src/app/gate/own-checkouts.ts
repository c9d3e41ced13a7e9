import type { WorkflowFile } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { gitOf, succeeded } from '../changes/git.ts';
import { originAddress, repositoryName } from '../own-repository.ts';
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
  const origin = await originAddress(world);
  if (origin === undefined) return [];
  const own = repositoryName(origin);
  const named = workflows.flatMap((file) =>
    checkoutsOf(file).filter((one) => own !== undefined && repositoryName(one.repository) === own),
  );
  const refs = [...new Set(named.map((one) => one.reference))];
  if (refs.length === 0) return [];
  const listed = await git('ls-remote', '--heads', '--tags', 'origin');
  if (!succeeded(listed)) {
    return [
      'the branches and tags of the origin cannot be read, so that nobody knows what the workflows check out',
    ];
  }
  const known = new Set(
    listed.stdout
      .split('\n')
      .flatMap((line) => /refs\/(?:heads|tags)\/(.+?)(?:\^\{\})?$/.exec(line)?.[1] ?? []),
  );
  return named
    .filter((one) => !known.has(one.reference) && !/^[0-9a-f]{40}$/.test(one.reference))
    .map(
      (one) =>
        `${one.path} checks out "${one.reference}" of this repository, which is neither a branch nor a tag`,
    );
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
