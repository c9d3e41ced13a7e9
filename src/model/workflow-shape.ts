import { pairOf, textOf, valueAt, type YamlMap, type YamlNode } from '../syntax/yaml/tree.ts';

/**
 * Whether a document is a workflow of the platform and not one of another system that has jobs with steps too: it has
 * `on.execute`, or another part that only the platform knows, and nothing that only GitHub Actions knows.
 */
export function hasWorkflowShape(root: YamlNode | undefined): boolean {
  if (root?.kind !== 'map') return false;
  const jobs = mapsIn(valueAt(root, 'jobs'));
  const steps = jobs.flatMap(stepsOf);
  if (steps.length === 0 || jobs.some(hasRunner)) return false;
  const on = valueAt(root, 'on');
  if (pairOf(on, 'execute') !== undefined) return true;
  if (on !== undefined) return false;
  return hasOwnSections(root) || jobs.some(hasHost) || steps.some(isOwnStep);
}

/** The same for a text that is no valid YAML, as far as its lines tell. */
export function looksLikeWorkflow(text: string): boolean {
  const steps = /^[ \t]+steps['"]?[ \t]*:/m.test(text);
  const foreign = /^[ \t]+runs-on['"]?[ \t]*:[ \t]*['"]?(?!\$\{\{)[\w[-]/m.test(text);
  return (
    steps &&
    !foreign &&
    (/^[ \t]+execute['"]?[ \t]*:/m.test(text) ||
      /^[\s-]+uses[ \t]*:\s*['"]?(parallelworks|marketplace|workflow)\//m.test(text))
  );
}

function mapsIn(node: YamlNode | undefined): readonly YamlMap[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(({ value }) => (value?.kind === 'map' ? [value] : []));
}

function stepsOf(job: YamlMap): readonly YamlMap[] {
  const steps = valueAt(job, 'steps');
  if (steps?.kind !== 'sequence') return [];
  return steps.items.filter((item) => item?.kind === 'map');
}

/** Whether a job names a machine of GitHub Actions; the platform takes a map or an expression there. */
function hasRunner(job: YamlMap): boolean {
  const runner = valueAt(job, 'runs-on');
  return (
    runner?.kind === 'sequence' ||
    (runner?.kind === 'scalar' && !/^\$\{\{.*inputs\./s.test(textOf(runner) ?? ''))
  );
}

/** Whether the top of a document has a part that GitHub Actions does not have. */
function hasOwnSections(root: YamlMap): boolean {
  return (
    valueAt(root, 'permissions')?.kind === 'sequence' ||
    ['sessions', 'configurations'].some((key) => valueAt(root, key)?.kind === 'map')
  );
}

function hasHost(job: YamlMap): boolean {
  return valueAt(job, 'ssh')?.kind === 'map';
}

function isOwnStep(step: YamlMap): boolean {
  return (
    /^(parallelworks|marketplace|workflow)\//.test(textOf(valueAt(step, 'uses')) ?? '') ||
    ['early-cancel', 'cleanup', 'ssh'].some((key) => pairOf(step, key) !== undefined)
  );
}
