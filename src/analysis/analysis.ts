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

/** A context that can let go of what it knows, but for what it knows about the workspace as a whole. */
export interface ForgettingContext extends AnalysisContext {
  forget(): void;
}

type Answers = Map<unknown, Map<object, unknown>>;

interface Question {
  readonly analysis: { readonly name: string };
  readonly subject: object;
}

/** A context over one workspace, with nothing computed yet. */
export function analysisContext(workspace: Workspace): ForgettingContext {
  const ofWorkspace: Answers = new Map();
  let ofParts: Answers = new Map();
  const open: Question[] = [];
  const context: ForgettingContext = {
    workspace,
    ask<Subject extends object, Result>(analysis: AnalysisOf<Subject, Result>, subject: Subject): Result {
      const answers = (subject as object) === workspace ? ofWorkspace : ofParts;
      let known = answers.get(analysis);
      if (known === undefined) {
        known = new Map();
        answers.set(analysis, known);
      }
      const answer = known.get(subject);
      if (answer !== undefined || known.has(subject)) return answer as Result;
      const start = open.findIndex((one) => one.analysis === analysis && one.subject === subject);
      if (start !== -1) throw new Error(circleOf([...open.slice(start), { analysis, subject }]));
      open.push({ analysis, subject });
      try {
        const value = analysis(subject, context);
        known.set(subject, value);
        return value;
      } finally {
        open.pop();
      }
    },
    forget() {
      ofParts = new Map();
    },
  };
  return context;
}

function circleOf(questions: readonly Question[]): string {
  const names = questions.map(({ analysis }) => analysis.name || 'an analysis without a name');
  return `analyses ask each other in a circle: ${names.join(' → ')}`;
}
