import type { ForgettingContext } from '../analysis/analysis.ts';
import { sentenceOf } from '../diagnostics/fault-trace.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { AnyRule, Rule, SubjectKind } from '../rules/rule.ts';
import type { SubjectGroup } from './subjects.ts';

/** A finding with who said it, not yet filtered by configuration and comments. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly url?: string | undefined;
  readonly workflow?: string | undefined;
}

/** What the rules said, and which of them failed. */
export interface Answers {
  readonly said: readonly RuleFinding[];
  readonly faults: readonly ToolFault[];
}

/**
 * Asks every rule about every subject of its kind, workflow by workflow. A rule that throws is a fault of ours: it is
 * not asked again, and the others go on.
 */
export function askRules(
  rules: readonly AnyRule[],
  groups: Iterable<SubjectGroup>,
  context: ForgettingContext,
): Answers {
  const said: RuleFinding[] = [];
  const faults: ToolFault[] = [];
  const failed = new Set<string>();
  for (const group of groups) {
    for (const rule of rules) {
      if (failed.has(rule.meta.id)) continue;
      try {
        askOne(rule, group, context, said);
      } catch (cause) {
        failed.add(rule.meta.id);
        faults.push(ruleFault(rule.meta.id, group, cause));
      }
    }
    // What is known about one workflow is of no use to the next, and would only fill the memory.
    context.forget();
  }
  return { said, faults };
}

function askOne(
  rule: AnyRule,
  { file, subjects }: SubjectGroup,
  context: ForgettingContext,
  said: RuleFinding[],
): void {
  // The types know rules and subjects only kind by kind.
  const one = rule as Rule<SubjectKind>;
  const { id, severity } = one.meta;
  for (const subject of subjects[one.on]) {
    for (const finding of one.check(subject, context)) {
      said.push({
        ...finding,
        rule: id,
        severity: finding.severity ?? severity,
        ...(file && { workflow: file.name }),
      });
    }
  }
}

function ruleFault(id: string, { file }: SubjectGroup, cause: unknown): ToolFault {
  const where = file === undefined ? '' : ` on ${file.source.path}`;
  return { kind: 'rule-threw', message: `the rule "${id}" failed${where}: ${sentenceOf(cause)}`, cause };
}
