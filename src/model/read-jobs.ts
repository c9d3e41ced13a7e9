import type { FilePath } from '../source/span.ts';
import { valueAt, type YamlMap, type YamlNode, type YamlPair } from '../syntax/yaml/tree.ts';
import type { ExpressionCollector, PathLink } from './read-expressions.ts';
import { scriptBlock } from './read-script.ts';
import type { Script } from './script.ts';
import { asMap, spannedText } from './shapes.ts';
import type { Job, Step } from './workflow.ts';

/** Reads `jobs`, collecting the expressions in them. */
export function readJobs(
  path: FilePath,
  node: YamlNode | undefined,
  expressions: ExpressionCollector,
): readonly Job[] {
  const jobsPath: PathLink = { key: 'jobs', parent: undefined };
  return asMap(node)?.pairs.map((pair) => readJob(path, pair, jobsPath, expressions)) ?? [];
}

function readJob(path: FilePath, pair: YamlPair, above: PathLink, expressions: ExpressionCollector): Job {
  const id = { value: pair.key.text.text, span: pair.key.text.spanOf(0, pair.key.text.text.length) };
  const node = asMap(pair.value);
  const steps: Step[] = [];
  const job: Job = { id, pair, node, needs: readNeeds(valueAt(node, 'needs')), steps };
  const jobPath: PathLink = { key: id.value, parent: above };
  expressions.collectScalar(pair.key, jobPath, { kind: 'job', job, key: '' });
  if (node === undefined) expressions.collect(pair.value, jobPath, { kind: 'job', job, key: '' });
  for (const entry of node?.pairs ?? []) {
    const key = entry.key.text.text;
    const entryPath: PathLink = { key, parent: jobPath };
    if (key !== 'steps' || entry.value?.kind !== 'sequence') {
      expressions.collectScalar(entry.key, entryPath, { kind: 'job', job, key });
      expressions.collect(entry.value, entryPath, { kind: 'job', job, key });
      continue;
    }
    entry.value.items.forEach((item, index) => {
      const stepPath: PathLink = { key: index, parent: entryPath };
      if (item?.kind === 'map') steps.push(readStep(path, item, { job, index, stepPath, expressions }));
      else expressions.collect(item, stepPath, { kind: 'job', job, key });
    });
  }
  return job;
}

function readNeeds(node: YamlNode | undefined): Job['needs'] {
  const items = node?.kind === 'sequence' ? node.items : [node];
  return items.flatMap((item) => {
    if (item?.kind !== 'scalar' || item.value === null) return [];
    const written = item.text.text;
    if (written.includes('${{')) return [];
    const any = written.endsWith(':any');
    const value = any ? written.slice(0, -':any'.length) : written;
    return [{ value, span: item.text.spanOf(0, value.length), any }];
  });
}

interface StepSurroundings {
  readonly job: Job;
  readonly index: number;
  readonly stepPath: PathLink;
  readonly expressions: ExpressionCollector;
}

function readStep(path: FilePath, node: YamlMap, around: StepSurroundings): Step {
  const { job, index, stepPath, expressions } = around;
  const uses = spannedText(valueAt(node, 'uses'));
  const step: Omit<Step, 'run' | 'cleanup'> & { run: Script | undefined; cleanup: Script | undefined } = {
    kind: has(node, 'run') ? 'run' : has(node, 'uses') ? 'uses' : 'none',
    index,
    node,
    id: spannedText(valueAt(node, 'id')),
    name: spannedText(valueAt(node, 'name')),
    uses,
    with: asMap(valueAt(node, 'with')),
    run: undefined,
    cleanup: undefined,
  };
  for (const pair of node.pairs) {
    const key = pair.key.text.text;
    const place = { kind: 'step' as const, job, step, key };
    const pairPath: PathLink = { key, parent: stepPath };
    expressions.collectScalar(pair.key, pairPath, place);
    if ((key === 'run' || key === 'cleanup') && pair.value?.kind === 'scalar') {
      const holes = expressions.collectScalar(pair.value, pairPath, place);
      if (pair.value.value === null) continue;
      step[key] = scriptBlock(path, key, pair.value.text, holes, { job: job.id.value, stepIndex: index });
    } else expressions.collect(pair.value, pairPath, place);
  }
  return step;
}

function has(node: YamlMap, key: string): boolean {
  return node.pairs.some((pair) => pair.key.text.text === key);
}
