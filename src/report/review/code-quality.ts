import type { Severity } from '../../diagnostics/finding.ts';
import { jsonText } from '../document/json.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { untoldRuns } from '../document/untold-runs.ts';
import { runOutcome } from '../document/words.ts';
import { harmlessText } from './harmless-text.ts';

/** One entry of GitLab's Code Quality report (docs.gitlab.com, "Code Quality", report format). */
interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** Unlike that of every other entry. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

const severities: Readonly<Record<Severity, CodeQualityIssue['severity']>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** The report as GitLab's Code Quality, which shows findings in merge requests: a list, worded in one line each. */
export function formatCodeQuality(document: ReportDocument): string {
  const taken = new Map<string, number>();
  const unlike = (fingerprint: string): string => {
    const before = taken.get(fingerprint) ?? 0;
    taken.set(fingerprint, before + 1);
    return before === 0 ? fingerprint : `${fingerprint}:${before + 1}`;
  };
  const issues: readonly CodeQualityIssue[] = [
    ...untoldRuns(document).map((run) => ({
      description: harmlessText(`run of ${run.workflow}: ${runOutcome(run)}`),
      check_name: run.cause ?? 'run',
      fingerprint: unlike(`${run.path}:run:${run.mode}:${run.scenario}`),
      severity: severities.error,
      location: { path: run.path, lines: { begin: 1, end: 1 } },
    })),
    ...document.diagnostics.map((one) => ({
      description: harmlessText(one.help === undefined ? one.message : `${one.message}: ${one.help}`),
      check_name: one.rule,
      fingerprint: unlike(`${one.path}:${one.rule}:${one.fingerprint}`),
      severity: severities[one.severity],
      location: { path: one.path, lines: { begin: one.range.start.line, end: one.range.end.line } },
    })),
  ];
  return `${jsonText(issues, 2)}\n`;
}
