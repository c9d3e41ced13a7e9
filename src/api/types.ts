import type {
  DocumentDiagnostic,
  DocumentFix,
  DocumentRange,
  DocumentRun,
  ReportDocument,
} from '../report/document/report-document.ts';
import type { RunMode } from '../trace/run-record.ts';

export type { Severity } from '../diagnostics/finding.ts';

/** Files as texts, by their path in the repository, with forward slashes. */
export type Texts = Readonly<Record<string, string>>;

/** The JSON report, as `--format json` prints it. */
export type Report = ReportDocument;

/** One finding: rule, severity, message, and its place with lines and columns from 1. */
export type Finding = DocumentDiagnostic;

/** A repair that a finding offers. */
export type Fix = DocumentFix;

/** A stretch of a text, from `start` up to, not including, `end`; lines and columns count from 1. */
export type Range = DocumentRange;

/** One run of a workflow. */
export type Run = DocumentRun;

/** What is linted and by which rules; everything may be absent. */
export interface LintOptions {
  /** Folders, workflows and scripts, relative to the repository; absent: what the configuration selects. */
  readonly paths?: readonly string[];
  /** Only these rules, pedantic ones included. */
  readonly only?: readonly string[];
  /** Not these rules. */
  readonly skip?: readonly string[];
}

/** What is run and how, besides; everything may be absent. */
export interface RunOptions extends LintOptions {
  /** Where services are started; absent: in each mode that the workflow offers and that works here. */
  readonly modes?: readonly RunMode[];
  /** Names of scenarios; absent: all of them. */
  readonly scenarios?: readonly string[];
  /** Values of the form, by dotted name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** How long a service may take until it is ready, in milliseconds. */
  readonly timeoutMs?: number;
  /** Ends what was started. */
  readonly signal?: AbortSignal;
}

/** What there is to read about a rule. */
export interface Explanation {
  readonly rule: string;
  /** One sentence: what the defect is. */
  readonly what: string;
  /** What happens on the platform because of it. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
}

/** What repairing gives: all texts afterwards, and the findings whose fix is in them. */
export interface FixedTexts {
  readonly texts: Texts;
  readonly applied: readonly Finding[];
}
