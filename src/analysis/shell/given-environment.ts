import type { Script } from '../../model/script.ts';
import { textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { ownerOf } from '../contract/owner.ts';

/** The variables that the `env` of the workflow, the job and the step give a block, with their keys; none for files. */
export function givenEnvironment(script: Script, context: AnalysisContext): ReadonlyMap<string, YamlNode> {
  const given = new Map<string, YamlNode>();
  if (script.job === undefined) return given;
  const file = ownerOf(script, context);
  const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
  const step = job?.steps[script.stepIndex ?? -1];
  for (const part of [file?.tree, job?.node, step?.node]) {
    const node = valueAt(part, 'env');
    if (node?.kind !== 'map') continue;
    for (const { key } of node.pairs) {
      const name = textOf(key);
      if (name !== undefined) given.set(name, key);
    }
  }
  return given;
}
