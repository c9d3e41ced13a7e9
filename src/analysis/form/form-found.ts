import type { Workflow } from '../../model/workflow.ts';
import { pairOf, type YamlMap } from '../../syntax/yaml/tree.ts';
import { lacksKey } from '../structure/lacks-key.ts';

/** Whether a workflow has its form where it belongs, or none; not when another key stands on the way to it. */
export function isFormFound(workflow: Workflow): boolean {
  let node: YamlMap | undefined = workflow.root;
  for (const key of ['on', 'execute', 'inputs']) {
    const pair = pairOf(node, key);
    if (pair === undefined) return key === 'on' ? lacksKey(node, key) : (node?.pairs.length ?? 0) === 0;
    node = pair.value?.kind === 'map' ? pair.value : undefined;
  }
  return true;
}
