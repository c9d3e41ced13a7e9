import type { AnalysisContext } from '../analysis/analysis.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { RuleMeta } from '../diagnostics/rule-meta.ts';
import type { Script } from '../model/script.ts';
import type {
  ExpressionSite,
  InputField,
  Job,
  Step,
  Workflow,
  WorkflowFile,
  Workspace,
} from '../model/workflow.ts';
import type { RunRecord } from '../trace/run-record.ts';

/** What a rule may look at, and with what around it. */
export interface Subjects {
  readonly workspace: Workspace;
  /** A workflow file, also one that does not parse. */
  readonly file: WorkflowFile;
  readonly workflow: { readonly workflow: Workflow; readonly file: WorkflowFile };
  readonly input: { readonly input: InputField; readonly workflow: Workflow; readonly file: WorkflowFile };
  readonly job: { readonly job: Job; readonly workflow: Workflow; readonly file: WorkflowFile };
  readonly step: {
    readonly step: Step;
    readonly job: Job;
    readonly workflow: Workflow;
    readonly file: WorkflowFile;
  };
  readonly expression: {
    readonly site: ExpressionSite;
    readonly workflow: Workflow;
    readonly file: WorkflowFile;
  };
  /** Every script once: files, and `run:` and `cleanup:` blocks; `file` is absent for a lone script. */
  readonly script: { readonly script: Script; readonly file: WorkflowFile | undefined };
  readonly run: { readonly record: RunRecord; readonly file: WorkflowFile };
}

/** The kind of a subject. */
export type SubjectKind = keyof Subjects;

/** A rule: one file, one value. It returns findings; it never prints, reads, waits, keeps state or throws. */
export interface Rule<Kind extends SubjectKind> {
  readonly meta: RuleMeta;
  readonly on: Kind;
  check(subject: Subjects[Kind], context: AnalysisContext): Iterable<Finding>;
}

/** A rule over any subject. */
export type AnyRule = { [Kind in SubjectKind]: Rule<Kind> }[SubjectKind];

/** Declares a rule; the identity, with types. */
export function defineRule<Kind extends SubjectKind>(rule: Rule<Kind>): Rule<Kind> {
  return rule;
}
