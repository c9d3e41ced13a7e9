import { actions } from '../../facts/tables/actions.ts';
import type { Job, Step } from '../../model/workflow.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { lacksKey } from '../structure/lacks-key.ts';
import { isMatrixJob } from './job-graph.ts';
import { type WrittenOutput, type WrittenOutputs, writtenOutputs } from './written-outputs.ts';

/**
 * What actions write, as far as anything that was published shows. The guide reads a port of `update-session`, whatever
 * it is spelt like.
 */
const byAction: ReadonlyMap<string, readonly string[]> = new Map([
  ['parallelworks/checkout', []],
  ['parallelworks/cancel-jobs', []],
  ['parallelworks/update-session', ['local_port', 'localPort']],
]);

/** The outputs of a step, those of its `cleanup` included. */
export function stepOutputs(step: Step, context: AnalysisContext): WrittenOutputs {
  const parts: WrittenOutputs[] = [step.run, step.cleanup]
    .filter((script) => script !== undefined)
    .map((script) => context.ask(writtenOutputs, script));
  const uses = step.uses?.value;
  const span = step.uses?.span;
  if (uses !== undefined && span !== undefined) {
    const known =
      byAction.get(uses) ?? actions.find((action) => action.name === uses)?.outputs.map(({ name }) => name);
    const written = (known ?? []).map((key): WrittenOutput => ({ key, span, byAction: true }));
    parts.push({
      written,
      missed: [],
      opaque: byAction.has(uses) ? undefined : `"${uses}" may write outputs`,
    });
  }
  return joined(parts);
}

/**
 * The outputs of a job: what its steps write, and the names in its `outputs`. Those of a matrix job are opaque, because
 * each instance has its own.
 */
export function jobOutputs(job: Job, context: AnalysisContext): WrittenOutputs {
  const parts = job.steps.map((step) => context.ask(stepOutputs, step));
  const map = valueAt(job.node, 'outputs');
  const named =
    map?.kind === 'map' ? map.pairs.map((pair) => ({ key: pair.key.text.text, span: pair.key.span })) : [];
  const outputsAreOdd = pairOf(job.node, 'outputs') !== undefined && map?.kind !== 'map';
  const lost = pairOf(job.node, 'steps') === undefined && !lacksKey(job.node, 'steps');
  const matrix = isMatrixJob(job) || outputsAreOdd ? 'the outputs of a matrix job are not known' : undefined;
  const opaque = lost ? 'the steps stand under a misspelt key' : matrix;
  return joined([...parts, { written: named, missed: [], opaque }]);
}

function joined(parts: readonly WrittenOutputs[]): WrittenOutputs {
  return {
    written: parts.flatMap((part) => part.written),
    missed: parts.flatMap((part) => part.missed),
    opaque: parts.find((part) => part.opaque !== undefined)?.opaque,
  };
}
