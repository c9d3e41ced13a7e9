import type {
  DocumentDiagnostic,
  DocumentFault,
  DocumentGate,
  DocumentRun,
  DocumentWorkflow,
  ReportDocument,
} from '../document/report-document.ts';
import { type FailOn, fails, faultsOfCheck } from '../document/verdict.ts';
import { runOutcome, runTitle } from '../document/words.ts';
import { xmlText } from './xml-text.ts';

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly seconds: number;
  readonly body: readonly string[];
  readonly result: 'passed' | 'failed' | 'faulty' | 'skipped';
}

interface Suite {
  readonly name: string;
  /** The file that the suite is about, where it is about one. */
  readonly file?: string | undefined;
  readonly cases: readonly Case[];
}

/**
 * The report in the XML that JUnit's consumers read: one suite a workflow, one test for linting it and one for each
 * run; findings outside every workflow, the release gate and what failed in the tool itself make suites of their own. It holds no more than the schema of Jenkins takes
 * (junit-10.xsd of its xunit plugin), so the place of a fault stands in the text of its failure.
 */
export function formatJunit(document: ReportDocument, failOn: FailOn): string {
  const suites: Suite[] = document.workflows.map((workflow) => ({
    name: workflow.name,
    file: workflow.path,
    cases: casesOf(workflow, document, failOn),
  }));
  const names = new Set(document.workflows.map((workflow) => workflow.name));
  const others = document.diagnostics.filter((one) => one.workflow === undefined || !names.has(one.workflow));
  if (others.length > 0) {
    suites.push({
      name: 'files',
      file: others[0]?.path,
      cases: [lintCase('files', others, failOn)],
    });
  }
  if (document.gate !== undefined) suites.push(gateSuite(document.gate));
  const faults = faultsOfCheck(document.faults);
  if (faults.length > 0) suites.push({ name: document.tool.name, cases: faults.map(faultCase) });
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pw-workflow-check" ${counts(all)}>`,
    ...suites.flatMap(({ name, file, cases }) => [
      `  <testsuite name="${xmlText(name)}" ${counts(cases)} skipped="${number(cases, 'skipped')}"${file === undefined ? '' : ` file="${xmlText(file)}"`}>`,
      ...cases.flatMap(caseLines),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(workflow: DocumentWorkflow, document: ReportDocument, failOn: FailOn): readonly Case[] {
  const found = document.diagnostics.filter((one) => one.workflow === workflow.name);
  const runs = document.runs.filter((run) => run.path === workflow.path);
  return [lintCase(workflow.name, found, failOn), ...runs.map(runCase)];
}

function lintCase(suite: string, found: readonly DocumentDiagnostic[], failOn: FailOn): Case {
  const bad = found.filter((one) => fails(one.severity, failOn));
  const lines = (some: readonly DocumentDiagnostic[]) => some.map(findingLine).join('\n');
  const first = bad[0];
  const body =
    first === undefined
      ? found.length > 0
        ? [`<system-out>${xmlText(lines(found))}</system-out>`]
        : []
      : [
          `<failure type="${xmlText(first.rule)}" message="${xmlText(first.message)}">${xmlText(lines(found))}</failure>`,
        ];
  return {
    name: 'lint',
    classname: suite,
    seconds: 0,
    body,
    result: first === undefined ? 'passed' : 'failed',
  };
}

function findingLine(one: DocumentDiagnostic): string {
  const at = `${one.path}:${one.range.start.line}:${one.range.start.column}`;
  return `${at}: ${one.severity}: ${one.message} [${one.rule}]`;
}

function runCase(run: DocumentRun): Case {
  const words = runOutcome(run);
  const { failure } = run;
  const place = failure?.path === undefined ? '' : `${failure.path}:${failure.range?.start.line ?? 1}: `;
  const told = [`${place}${words}`, ...(failure?.help === undefined ? [] : [failure.help])].join('\n');
  const log = run.log.length > 0 ? [`<system-out>${xmlText(run.log.join('\n'))}</system-out>`] : [];
  const result = {
    passed: [],
    failed: [
      `<failure type="${xmlText(run.cause ?? 'failed')}" message="${xmlText(words)}">${xmlText(told)}</failure>`,
    ],
    skipped: [`<skipped message="${xmlText(run.reason ?? words)}"/>`],
  }[run.outcome];
  return {
    name: `run (${runTitle(run)})`,
    classname: run.workflow,
    seconds: run.phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000,
    body: [...result, ...log],
    result: run.outcome,
  };
}

function gateSuite({ ready, reasons }: DocumentGate): Suite {
  const name = 'release gate';
  const failure = `<failure type="closed" message="the release gate is closed">${xmlText(reasons.join('\n'))}</failure>`;
  const result = ready ? 'passed' : 'failed';
  return { name, cases: [{ name, classname: name, seconds: 0, body: ready ? [] : [failure], result }] };
}

function faultCase({ kind, message }: DocumentFault): Case {
  const body = [`<error type="${xmlText(kind)}" message="${xmlText(message)}"/>`];
  return { name: 'fault of this tool', classname: kind, seconds: 0, body, result: 'faulty' };
}

function counts(cases: readonly Case[]): string {
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return `tests="${cases.length}" failures="${number(cases, 'failed')}" errors="${number(cases, 'faulty')}" time="${seconds.toFixed(3)}"`;
}

function number(cases: readonly Case[], result: Case['result']): number {
  return cases.filter((one) => one.result === result).length;
}

function caseLines(one: Case): readonly string[] {
  const open = `    <testcase name="${xmlText(one.name)}" classname="${xmlText(one.classname)}" time="${one.seconds.toFixed(3)}"`;
  if (one.body.length === 0) return [`${open}/>`];
  return [`${open}>`, ...one.body.map((row) => `      ${row}`), '    </testcase>'];
}
