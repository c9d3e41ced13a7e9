import type { AnalysisContext } from '../analysis/analysis.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { AnyRule, Rule, SubjectKind } from '../rules/rule.ts';
import type { AllSubjects, SubjectOf } from './subjects.ts';

/** A finding with who said it, not yet weighed by configuration and comments. */
export interface SaidFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly url?: string | undefined;
  readonly workflow?: string | undefined;
}

/** What the rules said, and which of them failed. */
export interface Answers {
  readonly said: readonly SaidFinding[];
  readonly faults: readonly ToolFault[];
}

/** Asks every rule about every subject of its kind. A rule that throws is a fault of ours, and the others go on. */
export function askRules(
  rules: readonly AnyRule[],
  subjects: AllSubjects,
  context: AnalysisContext,
): Answers {
  const said: SaidFinding[] = [];
  const faults: ToolFault[] = [];
  const ask = <Kind extends SubjectKind>(rule: Rule<Kind>, all: readonly SubjectOf<Kind>[]): void => {
    const { id, severity } = rule.meta;
    for (const { subject, file } of all) {
      try {
        for (const finding of rule.check(subject, context)) {
          said.push({ ...finding, rule: id, severity, ...(file && { workflow: file.name }) });
        }
      } catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        const where = file === undefined ? '' : ` on ${file.source.path}`;
        faults.push({ kind: 'rule-threw', message: `the rule "${id}" failed${where}: ${words}`, cause });
        return;
      }
    }
  };
  for (const rule of rules) askOne(rule, subjects, ask);
  return { said, faults };
}

/** Brings a rule together with the subjects of its kind, which the types know only kind by kind. */
function askOne(
  rule: AnyRule,
  subjects: AllSubjects,
  ask: <Kind extends SubjectKind>(rule: Rule<Kind>, all: readonly SubjectOf<Kind>[]) => void,
): void {
  ask(rule as Rule<SubjectKind>, subjects[rule.on] as readonly SubjectOf<SubjectKind>[]);
}
