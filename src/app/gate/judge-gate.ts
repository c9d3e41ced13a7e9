import { plural } from '../../base/plural.ts';
import type { DocumentGate, ReportDocument } from '../../report/document/report-document.ts';
import { fails } from '../../report/document/verdict.ts';
import { runTitle } from '../../report/document/words.ts';
import type { FormComparison } from '../compare/compare.ts';
import { allows, type Bump } from '../compare/form-change.ts';

/** What a release must hold, as far as it is known. */
export interface GateFacts {
  /** The commit that is to be released; absent when the tree has changes or there is no repository. */
  readonly commit: string | undefined;
  /** Everything that has to have been checked. */
  readonly workflows: readonly { readonly name: string; readonly path: string }[];
  readonly runs: readonly { readonly path: string; readonly mode: string; readonly scenario: string }[];
  /** The forms compared with the release before; absent for the first release. */
  readonly comparison: FormComparison | undefined;
  /** The version bump at hand; absent when the version to be released, or the one before, is not known. */
  readonly bump: Bump | undefined;
  /** Why it is not known which release this is and which one it follows. */
  readonly release: readonly string[];
  /** What is wrong with the places that check this repository out. */
  readonly checkouts: readonly string[];
}

/** Judges whether a report lets a release be made; every reason that it does not is told. */
export function judgeGate(document: ReportDocument, facts: GateFacts): DocumentGate {
  const reasons = [
    ...commitReasons(document, facts),
    ...faultReasons(document),
    ...coverageReasons(document, facts),
    ...facts.release,
    ...formReasons(facts),
    ...facts.checkouts,
  ];
  return { ready: reasons.length === 0, reasons };
}

function commitReasons(document: ReportDocument, { commit }: GateFacts): readonly string[] {
  if (commit === undefined) {
    return [
      'the commit to be released is not known: the tree has changes that are not committed, or git is missing',
    ];
  }
  if (document.commit === undefined) return ['the report does not say which commit it is of'];
  if (document.commit !== commit) {
    return [
      `the report is of the commit ${document.commit.slice(0, 12)}, the release of ${commit.slice(0, 12)}`,
    ];
  }
  return [];
}

function faultReasons(document: ReportDocument): readonly string[] {
  const found = document.diagnostics.filter((one) => fails(one.severity, 'warning')).length;
  return [
    ...(found > 0 ? [`${plural(found, 'error or warning', 'errors and warnings')} found`] : []),
    ...document.runs
      .filter((run) => run.outcome === 'failed')
      .map(
        (run) =>
          `the run of "${run.workflow}" (${runTitle(run)}) failed: ${run.cause ?? 'no cause is known'}`,
      ),
    ...document.faults.map((fault) => `the check is not complete: ${fault.message}`),
    ...(document.leftOut ?? []).map((what) => `the report leaves out ${what}`),
  ];
}

function coverageReasons(document: ReportDocument, facts: GateFacts): readonly string[] {
  const reasons: string[] = [];
  if (facts.workflows.length === 0) reasons.push('there is no workflow to release');
  const looked = new Set(document.workflows.map((workflow) => workflow.path));
  for (const { name, path } of facts.workflows) {
    if (!looked.has(path)) reasons.push(`"${name}" was not checked`);
  }
  for (const { path, mode, scenario } of facts.runs) {
    const own = document.runs.filter(
      (run) => run.path === path && run.mode === mode && run.scenario === scenario,
    );
    const name = facts.workflows.find((workflow) => workflow.path === path)?.name ?? path;
    const title = `"${name}" (${runTitle({ mode: mode as never, scenario })})`;
    const [first] = own;
    if (first === undefined) reasons.push(`${title} was not run`);
    else if (own.every((run) => run.outcome === 'skipped')) {
      reasons.push(`${title} was skipped: ${first.reason ?? 'no reason is known'}`);
    }
  }
  return reasons;
}

function formReasons({ comparison, bump }: GateFacts): readonly string[] {
  if (comparison === undefined || comparison.bump === 'none') return [];
  if (bump === undefined) {
    return [
      `the form changed since "${comparison.base}" as only a ${comparison.bump} release may, and nobody can tell whether this is one: two versions such as v1.2.3 are needed for that`,
    ];
  }
  const worst = comparison.changes.filter((change) => !allows(bump, change.bump));
  return worst.map(
    (change) =>
      `a ${bump === 'none' ? 'release without a new number' : `${bump} release`} must not change the form so: ${change.workflow}: ${change.message} (since ${comparison.base})`,
  );
}
