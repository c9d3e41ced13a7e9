import type {
  DocumentDiagnostic,
  DocumentRun,
  DocumentWorkflow,
  ReportDocument,
} from '../document/report-document.ts';
import { type FailOn, fails } from '../document/verdict.ts';
import { runOutcome, runTitle } from '../document/words.ts';
import { xmlText } from './xml-text.ts';

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly seconds: number;
  readonly file: string;
  readonly line?: number | undefined;
  readonly body: readonly string[];
  readonly result: 'passed' | 'failed' | 'skipped';
}

/**
 * The report in the XML that JUnit's consumers read: one suite a workflow, one test for linting it and one for each
 * run; findings outside every workflow make a suite of their own.
 */
export function formatJunit(document: ReportDocument, failOn: FailOn): string {
  const suites = document.workflows.map((workflow) => ({
    name: workflow.name,
    cases: casesOf(workflow, document, failOn),
  }));
  const names = new Set(document.workflows.map((workflow) => workflow.name));
  const others = document.diagnostics.filter((one) => one.workflow === undefined || !names.has(one.workflow));
  if (others.length > 0) {
    suites.push({ name: 'files', cases: [lintCase('files', others[0]?.path ?? '', others, failOn)] });
  }
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pw-workflow-check" ${counts(all)}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${xmlText(name)}" ${counts(cases)}>`,
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
  return [lintCase(workflow.name, workflow.path, found, failOn), ...runs.map(runCase)];
}

function lintCase(suite: string, file: string, found: readonly DocumentDiagnostic[], failOn: FailOn): Case {
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
    file: first?.path ?? file,
    line: first?.range.start.line,
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
  const log = run.log.length > 0 ? [`<system-out>${xmlText(run.log.join('\n'))}</system-out>`] : [];
  const result = {
    passed: [],
    failed: [
      `<failure type="${xmlText(run.cause ?? 'failed')}" message="${xmlText(words)}">${xmlText(run.failure?.help ?? words)}</failure>`,
    ],
    skipped: [`<skipped message="${xmlText(run.reason ?? words)}"/>`],
  }[run.outcome];
  return {
    name: `run (${runTitle(run)})`,
    classname: run.workflow,
    seconds: run.phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000,
    file: run.failure?.path ?? run.path,
    line: run.failure?.range?.start.line,
    body: [...result, ...log],
    result: run.outcome,
  };
}

function counts(cases: readonly Case[]): string {
  const of = (result: Case['result']) => cases.filter((one) => one.result === result).length;
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return `tests="${cases.length}" failures="${of('failed')}" errors="0" skipped="${of('skipped')}" time="${seconds.toFixed(3)}"`;
}

function caseLines(one: Case): readonly string[] {
  const line = one.line === undefined ? '' : ` line="${one.line}"`;
  const open = `    <testcase name="${xmlText(one.name)}" classname="${xmlText(one.classname)}" time="${one.seconds.toFixed(3)}" file="${xmlText(one.file)}"${line}`;
  if (one.body.length === 0) return [`${open}/>`];
  return [`${open}>`, ...one.body.map((row) => `      ${row}`), '    </testcase>'];
}
