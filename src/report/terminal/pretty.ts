import { plural } from '../../base/plural.ts';
import { traceLines } from '../../diagnostics/fault-trace.ts';
import type { SourceLines } from '../document/document-of.ts';
import type {
  DocumentDiagnostic,
  DocumentFault,
  DocumentGate,
  DocumentLocation,
  DocumentRun,
  ReportDocument,
} from '../document/report-document.ts';
import {
  duration,
  findingCount,
  leftoverWords,
  runOutcome,
  runTitle,
  workflowCount,
} from '../document/words.ts';
import { timelineWords } from '../markdown/timeline.ts';
import { codeFrame } from './code-frame.ts';
import { findingList, type ListEntry, type ListOptions, shownFindings } from './finding-list.ts';
import { nextSteps, overviewFrom, ruleCounts } from './overview.ts';
import { type Palette, palette, severityPaint } from './palette.ts';
import { visible } from './terminal-text.ts';

/** How the terminal's rendering may differ. */
export interface PrettyOptions extends ListOptions {
  readonly colour: 'colour' | 'plain';
  /** `quiet` leaves out runs that passed, remarks and what is allowed. */
  readonly talk: 'normal' | 'quiet';
  /** Failures of the program in one sentence each (the usual), or with their stacks and causes. */
  readonly faults?: 'sentences' | 'traces' | undefined;
}

/** Log lines shown of a failed run. */
const logTail = 20;

/** The report for a person at a terminal: findings with code frames, then the runs, then one line that sums up. */
export function formatPretty(document: ReportDocument, lines: SourceLines, options: PrettyOptions): string {
  const colours = palette(options.colour);
  const blocks: string[] = [];
  const list = findingList(document.diagnostics, options);
  for (const entry of list) {
    const block = entryBlock(entry, lines, colours);
    const isWhole = entry.kind === 'finding' && entry.as === 'whole';
    if (isWhole || blocks.length === 0) blocks.push(block);
    else blocks.push(`${blocks.pop() ?? ''}${block}`);
  }
  const runs = document.runs.filter((run) => options.talk === 'normal' || run.outcome === 'failed');
  for (const run of runs) blocks.push(runBlock(run, document, colours));
  for (const workflow of document.workflows) {
    const told = document.runs.some((run) => run.path === workflow.path && run.outcome === 'skipped');
    if (workflow.outcome === 'skipped' && !told && options.talk === 'normal') {
      const why = workflow.reason === undefined ? '' : `: ${visible(workflow.reason)}`;
      blocks.push(`${colours.bold(visible(workflow.name))} ${colours.yellow('skipped')}${why}\n`);
    }
  }
  if (options.talk === 'normal') {
    for (const remark of document.remarks) blocks.push(`${colours.cyan('remark:')} ${visible(remark)}\n`);
  }
  for (const fault of document.faults) blocks.push(faultBlock(fault, options, colours));
  if (document.gate) blocks.push(gateBlock(document.gate, colours));
  if (options.talk === 'normal') blocks.push(...overview(document, list, options, colours));
  blocks.push(summaryLine(document, options, colours));
  return blocks.join('\n');
}

function entryBlock(entry: ListEntry, lines: SourceLines, colours: Palette): string {
  if (entry.kind === 'more') return `${colours.dim(`    ${entry.words} [${visible(entry.rule)}]`)}\n`;
  return entry.as === 'line'
    ? `${headLine(entry.finding, colours)}\n`
    : formatFinding(entry.finding, lines, colours);
}

/** Of many findings how often each rule spoke, and what to do next. */
function overview(
  document: ReportDocument,
  list: readonly ListEntry[],
  options: PrettyOptions,
  colours: Palette,
): readonly string[] {
  const shown = shownFindings(document.diagnostics, options);
  if (shown.length < overviewFrom) return [];
  const collapsed = list.some(({ kind }) => kind === 'more');
  const steps = nextSteps(shown, collapsed).map((step) => `${colours.cyan('next:')} ${visible(step)}\n`);
  return [`${ruleCounts(shown, colours).join('\n')}\n`, steps.join('')];
}

function faultBlock(fault: DocumentFault, { faults }: PrettyOptions, colours: Palette): string {
  const what = fault.kind === 'tool-missing' ? 'missing tool:' : 'fault of this tool:';
  const trace = traceLines(fault);
  const hint = trace.length > 0 && faults !== 'traces' ? ' (--debug shows where)' : '';
  const rows = [`${colours.red(what)} ${visible(fault.message)}${hint}`];
  if (faults === 'traces') rows.push(...trace.map((line) => colours.dim(visible(line))));
  return `${rows.join('\n')}\n`;
}

/** One finding for a person at a terminal: what it says, its code frames, help and the title of its fix. */
export function formatFinding(
  one: DocumentDiagnostic,
  lines: SourceLines,
  colours: Palette = palette('plain'),
): string {
  const paint = severityPaint(colours, one.severity);
  const frames = [frameOf(one, lines, '^', undefined)];
  const elsewhere: DocumentDiagnostic['related'][number][] = [];
  for (const related of one.related) {
    if (related.path === one.path) frames.push(frameOf(related, lines, '-', related.message));
    else elsewhere.push(related);
  }
  const gutter = Math.max(3, ...frames.map((frame) => String(frame?.line ?? 0).length));
  const bar = colours.dim('|');
  const empty = `${' '.repeat(gutter)} ${bar}`;
  const rows = [headLine(one, colours)];
  for (const [index, frame] of frames.entries()) {
    if (frame === undefined) continue;
    rows.push(empty, ...frameRows(frame, gutter, colours, index === 0 ? paint : colours.cyan));
  }
  for (const related of elsewhere) {
    const at = `${visible(related.path)}:${related.range.start.line}:${related.range.start.column}`;
    rows.push(`${' '.repeat(gutter)} ${colours.cyan('>')} ${at}: ${visible(related.message)}`);
    const frame = frameOf(related, lines, '-', undefined);
    if (frame) rows.push(...frameRows(frame, gutter, colours, colours.cyan));
  }
  const say = (what: string, text: string) =>
    rows.push(`${' '.repeat(gutter)} ${colours.dim('=')} ${colours.bold(`${what}:`)} ${visible(text)}`);
  if (one.help !== undefined) say('help', one.help);
  if (one.fix) say('fix', `${one.fix.title} (${one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe'})`);
  if (one.url !== undefined) say('more', one.url);
  return `${rows.join('\n')}\n`;
}

function headLine({ path, range, severity, message, rule }: DocumentDiagnostic, colours: Palette): string {
  const place = colours.bold(`${visible(path)}:${range.start.line}:${range.start.column}:`);
  const level = severityPaint(colours, severity)(`${severity}:`);
  return `${place} ${level} ${visible(message)} ${colours.dim(`[${visible(rule)}]`)}`;
}

interface FramedLine {
  readonly line: number;
  readonly text: string;
  readonly mark: string;
}

function frameOf(
  at: DocumentLocation,
  lines: SourceLines,
  sign: '^' | '-',
  message: string | undefined,
): FramedLine | undefined {
  const source = lines(at.path);
  if (source === undefined) return undefined;
  const frame = codeFrame(source, at.range);
  const until = frame.until === undefined ? '' : `... to line ${frame.until}`;
  const words = [until, message === undefined ? '' : visible(message)].filter((word) => word !== '');
  return {
    line: frame.line,
    text: frame.text,
    mark: `${' '.repeat(frame.blanks)}${sign.repeat(frame.marks)}${words.length > 0 ? ` ${words.join(' ')}` : ''}`,
  };
}

function frameRows(
  frame: FramedLine,
  gutter: number,
  colours: Palette,
  paint: (text: string) => string,
): readonly string[] {
  const bar = colours.dim('|');
  const blanks = frame.mark.length - frame.mark.trimStart().length;
  return [
    `${colours.dim(String(frame.line).padStart(gutter))} ${bar} ${frame.text}`.trimEnd(),
    `${' '.repeat(gutter)} ${bar} ${frame.mark.slice(0, blanks)}${paint(frame.mark.slice(blanks))}`,
  ];
}

function runBlock(run: DocumentRun, document: ReportDocument, colours: Palette): string {
  const paint = { passed: colours.green, failed: colours.red, skipped: colours.yellow }[run.outcome];
  const name = colours.bold(visible(run.workflow));
  const outcome = run.outcome === 'skipped' ? '' : `${paint(run.outcome)} `;
  const words = run.outcome === 'passed' && run.readyMs === undefined ? '' : visible(runOutcome(run));
  const rows = [
    `${name} (${visible(runTitle(run))}) ${outcome}${run.outcome === 'skipped' ? paint(words) : words}`.trimEnd(),
  ];
  const indent = '    ';
  const path = run.failure?.path;
  if (path !== undefined && run.failure?.range !== undefined) {
    const { line, column } = run.failure.range.start;
    rows.push(`${indent}at ${visible(path)}:${line}:${column}`);
  }
  const told = document.diagnostics.some(
    (one) => one.help !== undefined && one.help === run.failure?.help && one.path === path,
  );
  if (run.failure?.help !== undefined && !told) rows.push(`${indent}help: ${visible(run.failure.help)}`);
  if (run.outcome === 'failed' && run.kept !== undefined)
    rows.push(`${indent}diagnostics: ${visible(run.kept)}`);
  if (run.again !== undefined) rows.push(`${indent}again: ${visible(run.again)}`);
  if (run.phases.length > 0) {
    const phases = run.phases.map(({ phase, ms }) => `${phase} ${duration(ms)}`);
    rows.push(`${indent}${colours.dim(phases.join(', '))}`);
  }
  const seen = run.outcome === 'failed' ? timelineWords(run) : undefined;
  if (seen !== undefined) rows.push(`${indent}${colours.dim(`seen: ${visible(seen)}`)}`);
  for (const one of run.leftovers) rows.push(`${indent}left behind: ${visible(leftoverWords(one))}`);
  const differs = run.fidelity.filter((one) => one.how === 'stand-in' || one.how === 'skipped');
  for (const one of differs) {
    const why = one.why === undefined ? '' : `: ${visible(one.why)}`;
    rows.push(`${indent}${one.how}: ${visible(one.what)}${why}`);
  }
  if (run.outcome === 'failed' && run.log.length > 0) {
    const cut = run.log.length - logTail;
    rows.push(`${indent}last lines${cut > 0 ? ` (${plural(cut, 'line')} before them not shown)` : ''}:`);
    for (const line of run.log.slice(-logTail)) {
      rows.push(`${indent}${colours.dim('|')} ${visible(line.slice(0, 400))}`.trimEnd());
    }
  }
  const picture = run.session?.screenshot;
  if (picture !== undefined) rows.push(`${indent}picture: ${visible(picture)}`);
  if (run.kept !== undefined && run.outcome !== 'failed') rows.push(`${indent}kept: ${visible(run.kept)}`);
  return `${rows.join('\n')}\n`;
}

function gateBlock(gate: DocumentGate, colours: Palette): string {
  if (gate.ready) return `${colours.green('release gate: open')}\n`;
  const reasons = gate.reasons.map((reason) => `    ${visible(reason)}`);
  return `${[colours.red('release gate: closed'), ...reasons].join('\n')}\n`;
}

function summaryLine(document: ReportDocument, options: PrettyOptions, colours: Palette): string {
  const { summary } = document;
  const bad = summary.errors > 0 || summary.failed > 0;
  const paint = bad ? colours.red : summary.warnings > 0 ? colours.yellow : colours.green;
  const allowed = document.allowed.length > 0 ? `, ${document.allowed.length} allowed` : '';
  const hidden = document.diagnostics.length - shownFindings(document.diagnostics, options).length;
  const less = hidden > 0 ? ` (${hidden} not shown: --severity ${options.severity})` : '';
  return `${paint(`${workflowCount(document)}; ${findingCount(summary)}${allowed}${less}`)}\n`;
}
