import type { PlannedJob } from '../../plan/run-plan.ts';
import { fillValue } from '../../plan/template.ts';
import { type ExpressionValue, isList, isRecord, looselyEqual } from '../../syntax/expression/value.ts';
import type { WorkflowExecution } from './workflow-execution.ts';

/** One instance of a matrix job. */
export interface MatrixInstance {
  readonly id: string;
  readonly value: ExpressionValue;
}

type Combination = Readonly<Record<string, ExpressionValue>>;

/** The instances of a matrix job, `job-0` and so on; expanded before the run from inputs and literals alone. */
export function matrixInstances(execution: WorkflowExecution, job: PlannedJob): readonly MatrixInstance[] {
  const filled =
    job.matrix === undefined
      ? undefined
      : fillValue(job.matrix.values, { roots: { inputs: execution.inputs as ExpressionValue } });
  const matrix = filled !== undefined && isRecord(filled) ? filled : {};
  const axes = Object.entries(matrix).filter(([name]) => name !== 'include' && name !== 'exclude');
  let combinations: readonly Combination[] = axes.length === 0 ? [] : [{}];
  for (const [name, values] of axes) {
    const list = values !== undefined && isList(values) ? values : [values];
    combinations = combinations.flatMap((combination) =>
      list.map((value) => ({ ...combination, [name]: value })),
    );
  }
  const excluded = records(matrix['exclude']);
  const kept = combinations.filter((combination) => !excluded.some((one) => matches(combination, one)));
  const included = records(matrix['include']);
  const axisNames = axes.map(([name]) => name);
  const extended = kept.map((combination) => {
    const fitting = included.filter((one) => fits(combination, one, axisNames));
    return Object.assign({}, combination, ...fitting) as Combination;
  });
  const added = included.filter((one) => !kept.some((combination) => fits(combination, one, axisNames)));
  return [...extended, ...added].map((value, index) => ({ id: `${job.id}-${index}`, value }));
}

const records = (value: ExpressionValue): readonly Combination[] =>
  value !== undefined && isList(value)
    ? (value.filter((item) => item !== undefined && isRecord(item)) as readonly Combination[])
    : [];

const matches = (combination: Combination, wanted: Combination): boolean =>
  Object.entries(wanted).every(([name, value]) => looselyEqual(combination[name], value));

/** Whether an inclusion extends a combination: it changes none of its axes and shares at least one. */
function fits(combination: Combination, wanted: Combination, axes: readonly string[]): boolean {
  const shared = axes.filter((name) => Object.hasOwn(wanted, name));
  return shared.length > 0 && shared.every((name) => looselyEqual(combination[name], wanted[name]));
}
