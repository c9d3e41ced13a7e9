import type { AnalysisContext } from '../../analysis/analysis.ts';
import { calledForm } from '../../analysis/form/called-form.ts';
import { calledWorkflowOf } from '../../facts/called-workflows.ts';
import type { Step } from '../../model/workflow.ts';

/** What may be passed to a called workflow. */
export interface CallArgument {
  readonly name: string;
  /** The type of the input that takes it. */
  readonly type: string;
  readonly default?: string | number | boolean;
  /** Whether a call without it is refused; absent: it is not known. */
  readonly required?: 'yes' | 'no' | 'maybe';
  /** The values that a literal must be one of; absent: any. */
  readonly options?: readonly string[] | undefined;
  readonly items?: readonly CallArgument[];
}

/**
 * The arguments that a call takes, at the top or in a group of them; none where what is called is not known.
 *
 * @param uses what is called, as it is written
 * @param step the step that calls; `undefined` while nobody can read it
 * @param groups the names of the groups around, from the top
 */
export function callArguments(
  uses: string,
  step: Step | undefined,
  groups: readonly string[],
  context: AnalysisContext,
): readonly CallArgument[] {
  const inside = (top: readonly CallArgument[] | undefined): readonly CallArgument[] | undefined => {
    let list = top;
    for (const group of groups) list = list?.find((one) => one.name === group)?.items;
    return list;
  };
  const published = inside(calledWorkflowOf(uses)?.inputs);
  const form = inside(step && context.ask(calledForm, step)?.inputs);
  return (published ?? form ?? []).map((one) => ({ ...form?.find(({ name }) => name === one.name), ...one }));
}
