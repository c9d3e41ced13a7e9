import { plural } from '../../base/plural.ts';
import { byteLength } from '../document/byte-length.ts';
import type { SourceLines } from '../document/document-of.ts';
import type {
  DocumentDiagnostic,
  DocumentRun,
  DocumentWorkflow,
  ReportDocument,
} from '../document/report-document.ts';
import { faultsOfCheck, worstFirst } from '../document/verdict.ts';
import {
  duration,
  findingCount,
  hasPassedWithWarnings,
  leftoverWords,
  runOutcome,
  runTitle,
  workflowCount,
  workflowWords,
} from '../document/words.ts';
import { codeFrame } from '../terminal/code-frame.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from './markdown-text.ts';
import { timeline } from './timeline.ts';

/** How a Markdown report may differ. */
export interface MarkdownOptions {
  /** The address of a line of a file, when there is a server that shows it. */
  readonly linkTo?: ((path: string, line: number) => string | undefined) | undefined;
  /** Most bytes of UTF-8; what does not fit is counted and left out. */
  readonly maxBytes: number;
  /** Sentences for the reader: what could not be published, how many findings are annotated. */
  readonly notes?: readonly string[] | undefined;
  /** The heading; absent: the name of this program. */
  readonly title?: string | undefined;
}

/** Bytes kept free for the sentences that tell what was left out. */
const reserve = 2000;

/**
 * The report as GitHub's Markdown: a table of workflows, the findings with code frames, the runs with their
 * timeline and folded logs, and what differed from the platform.
 */
export function formatMarkdown(
  document: ReportDocument,
  lines: SourceLines,
  options: MarkdownOptions,
): string {
  const parts: string[] = [];
  let bytes = 0;
  let left = 0;
  const add = (part: string): boolean => {
    const size = byteLength(part) + 1;
    if (bytes + size > options.maxBytes - reserve) return false;
    bytes += size;
    parts.push(part);
    return true;
  };
  const { summary } = document;
  add(`## ${verdictSign(document)} ${markdownText(options.title ?? document.tool.name)}\n`);
  add(`**${workflowCount(document)}** &nbsp; ${findingCount(summary)}\n`);
  if (document.gate) {
    add(`**release gate: ${document.gate.ready ? 'open ✅' : 'closed ❌'}**\n`);
    for (const reason of document.gate.reasons) add(`- ${markdownText(reason)}`);
    add('');
  }
  for (const note of options.notes ?? []) add(`> ${markdownText(note)}\n`);
  for (const fault of document.faults) add(`> **fault of this tool:** ${markdownText(fault.message)}\n`);
  if (document.workflows.length > 0) {
    add('| | workflow | result | findings |\n|---|---|---|---|');
    for (const workflow of document.workflows) if (!add(tableRow(workflow, document))) left++;
    add('');
  }
  if (left > 0) parts.push(`${plural(left, 'workflow')} not shown: the report would be too long.\n`);
  left = 0;
  const findings = worstFirst(document.diagnostics);
  const grave = findings.filter((one) => one.severity !== 'note');
  const notes = findings.slice(grave.length);
  if (findings.length > 0) add('### Findings\n');
  for (const one of grave) if (left > 0 || !add(findingPart(one, lines, options))) left++;
  if (notes.length > 0) {
    if (left === 0) add(`<details><summary>${plural(notes.length, 'note')}</summary>\n`);
    const before = left;
    for (const one of notes) if (left > 0 || !add(findingPart(one, lines, options))) left++;
    if (before === 0) parts.push('</details>\n');
  }
  if (left > 0) parts.push(`${plural(left, 'finding')} not shown: the report would be too long.\n`);
  left = 0;
  if (document.runs.length > 0) add('### Runs\n');
  for (const run of document.runs) if (left > 0 || !add(runPart(run, options))) left++;
  if (left > 0) parts.push(`${plural(left, 'run')} not shown: the report would be too long.\n`);
  for (const remark of document.remarks) add(`- ${markdownText(remark)}`);
  if (document.allowed.length > 0) {
    const rows = document.allowed.map(
      (one) => `- ${markdownCode(one.rule)} ${place(one, options)}: ${markdownText(one.reason)}`,
    );
    add(
      `\n<details><summary>${plural(rows.length, 'finding')} allowed in the files</summary>\n\n${rows.join('\n')}\n\n</details>`,
    );
  }
  return `${parts.join('\n')}\n`;
}

const signs = { passed: '✅', failed: '❌', skipped: '⏭️' } as const;
const severitySigns = { error: '❌', warning: '⚠️', note: 'ℹ️' } as const;

function verdictSign({ summary, faults, gate }: ReportDocument): string {
  if (faultsOfCheck(faults).length > 0) return '💥';
  if (summary.errors > 0 || summary.failed > 0 || gate?.ready === false) return '❌';
  return summary.warnings > 0 ? '⚠️' : '✅';
}

function tableRow(workflow: DocumentWorkflow, document: ReportDocument): string {
  const runs = document.runs.filter((run) => run.path === workflow.path);
  const found = document.diagnostics.filter((one) => one.workflow === workflow.name).length;
  const words = workflowWords(workflow, runs);
  const row = [
    hasPassedWithWarnings(workflow, document) ? severitySigns.warning : signs[workflow.outcome],
    `**${markdownText(workflow.name)}**`,
    markdownText(words),
    String(found),
  ];
  return `| ${row.join(' | ')} |`;
}

function place(
  at: { readonly path: string; readonly range: { readonly start: { readonly line: number } } },
  options: MarkdownOptions,
): string {
  const line = at.range.start.line;
  return markdownLink(`${at.path}:${line}`, options.linkTo?.(at.path, line));
}

function findingPart(one: DocumentDiagnostic, lines: SourceLines, options: MarkdownOptions): string {
  const parts = [
    `${severitySigns[one.severity]} ${place(one, options)} **${markdownText(one.message)}** ${markdownCode(one.rule)}\n`,
  ];
  const source = lines(one.path);
  if (source) {
    const frame = codeFrame(source, one.range);
    const number = String(frame.line);
    const mark = `${' '.repeat(frame.blanks)}${'^'.repeat(frame.marks)}`;
    parts.push(`${markdownBlock(`${number} | ${frame.text}\n${' '.repeat(number.length)} | ${mark}`)}\n`);
  }
  for (const related of one.related) {
    parts.push(`- ${place(related, options)}: ${markdownText(related.message)}`);
  }
  if (one.related.length > 0) parts.push('');
  if (one.help !== undefined) parts.push(`💡 ${markdownText(one.help)}\n`);
  if (one.fix) {
    const option = one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe';
    parts.push(`🔧 ${markdownText(one.fix.title)} (${markdownCode(option)})\n`);
  }
  return parts.join('\n');
}

function runPart(run: DocumentRun, options: MarkdownOptions): string {
  const parts = [
    `#### ${signs[run.outcome]} ${markdownText(run.workflow)} (${markdownText(runTitle(run))})\n`,
    `${markdownText(runOutcome(run))}\n`,
  ];
  if (run.failure?.path !== undefined && run.failure.range) {
    parts.push(`at ${place({ path: run.failure.path, range: run.failure.range }, options)}\n`);
  }
  if (run.failure?.help !== undefined) parts.push(`💡 ${markdownText(run.failure.help)}\n`);
  for (const one of run.leftovers) parts.push(`- left behind: ${markdownText(leftoverWords(one))}`);
  const picture = timeline(run);
  if (picture !== undefined) parts.push(`${folded('timeline', picture)}\n`);
  if (run.jobs.length > 0) {
    const rows = run.jobs.map((job) => `| ${markdownText(job.job)} | ${job.outcome} | ${duration(job.ms)} |`);
    parts.push(`${folded('jobs', `| job | outcome | time |\n|---|---|---|\n${rows.join('\n')}`)}\n`);
  }
  if (run.fidelity.length > 0) {
    const rows = run.fidelity.map(
      (one) =>
        `- ${markdownText(one.what)}: ${one.how}${one.why === undefined ? '' : `, ${markdownText(one.why)}`}`,
    );
    parts.push(`${folded('what was emulated', rows.join('\n'))}\n`);
  }
  if (run.log.length > 0) {
    parts.push(`${folded(`last ${plural(run.log.length, 'line')}`, markdownBlock(run.log.join('\n')))}\n`);
  }
  return parts.join('\n');
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
