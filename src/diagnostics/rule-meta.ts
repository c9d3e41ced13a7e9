import type { Severity } from './finding.ts';

/** The rooms of the rule book; each is a folder of `src/rules/` and a section of the documentation. */
export type RuleGroup = 'form' | 'workflow' | 'expression' | 'script' | 'run' | 'security';

/**
 * An example of a rule. A string is one file: `workflow.yaml`, or `start.sh` for rules of the groups `script` and
 * `run`. An object is a small repository, path to text. In bad examples `«` and `»` surround the characters that
 * must be blamed; the marks are removed before the example is read.
 */
export type RuleExample = string | { readonly [path: string]: string };

/** What there is to read about a rule; makes its page, `explain`, the SARIF help and its tests. */
export interface RulePage {
  /** One sentence: what the defect is. */
  readonly what: string;
  /** What happens on the platform because of it. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  readonly examples: {
    readonly bad: readonly [RuleExample, ...RuleExample[]];
    readonly good: readonly [RuleExample, ...RuleExample[]];
  };
}

/** What a rule is called, and how much what it says counts. */
export interface RuleMeta {
  /** The only name; names the defect and reads as "allow <id>". */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly since: `${number}.${number}.${number}`;
  /** Absent: on for everybody. `pedantic`: only when configured or asked for. */
  readonly tier?: 'pedantic';
  /** 0.1 to 10.0; only rules of the group `security` have one. */
  readonly securitySeverity?: number;
  /** How often a report of it is right; absent: `high`. */
  readonly precision?: 'very-high' | 'high' | 'medium' | 'low';
  readonly page: RulePage;
}
