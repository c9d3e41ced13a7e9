import type { Workspace } from '../model/workflow.ts';

/** An analysis: a pure function of one subject, computed once and asked by many rules. */
export type AnalysisOf<Subject extends object, Result> = (
  subject: Subject,
  context: AnalysisContext,
) => Result;

/** Gives the answers of analyses, each computed when first asked for and kept for the workspace. */
export interface AnalysisContext {
  readonly workspace: Workspace;
  ask<Subject extends object, Result>(analysis: AnalysisOf<Subject, Result>, subject: Subject): Result;
}

/** A context over one workspace, with nothing computed yet. */
export function analysisContext(workspace: Workspace): AnalysisContext {
  const answers = new Map<unknown, WeakMap<object, { readonly value: unknown }>>();
  const context: AnalysisContext = {
    workspace,
    ask<Subject extends object, Result>(analysis: AnalysisOf<Subject, Result>, subject: Subject): Result {
      let known = answers.get(analysis);
      if (known === undefined) {
        known = new WeakMap();
        answers.set(analysis, known);
      }
      const answer = known.get(subject);
      if (answer !== undefined) return answer.value as Result;
      const value = analysis(subject, context);
      known.set(subject, { value });
      return value;
    },
  };
  return context;
}
