import type { DocumentRun } from '../document/report-document.ts';
import { duration } from '../document/words.ts';
import { mermaidLabel } from './markdown-text.ts';

/** One bar or, when it takes no time, one point of a timeline; milliseconds since the run started. */
export interface TimelineMark {
  readonly lane: 'phases' | 'events';
  readonly label: string;
  readonly atMs: number;
  readonly ms: number;
}

/** What is known of when things happened in a run, in order of time within each lane. */
export function timelineMarks(run: DocumentRun): readonly TimelineMark[] {
  let clock = 0;
  const phases = run.phases.map(({ phase, ms }): TimelineMark => {
    const mark = { lane: 'phases' as const, label: phase, atMs: clock, ms };
    clock += ms;
    return mark;
  });
  const events = run.coordination.map(
    (one): TimelineMark => ({ lane: 'events', label: `${one.file} by ${one.by}`, atMs: one.atMs, ms: 0 }),
  );
  const { openMs, port, probe } = run.service ?? {};
  if (openMs !== undefined) events.push({ lane: 'events', label: `port ${port} open`, atMs: openMs, ms: 0 });
  if (run.readyMs !== undefined) {
    const status = probe === undefined ? '' : ` with status ${probe.status}`;
    events.push({ lane: 'events', label: `ready${status}`, atMs: run.readyMs, ms: 0 });
  }
  if (run.wait?.atMs !== undefined) {
    events.push({
      lane: 'events',
      label: `${run.wait.job} says ${run.wait.said}`,
      atMs: run.wait.atMs,
      ms: 0,
    });
  }
  for (const { job, outcome, endedMs } of run.jobs) {
    if (outcome === 'failed' && endedMs !== undefined)
      events.push({ lane: 'events', label: `job ${job} failed`, atMs: endedMs, ms: 0 });
  }
  return [...phases, ...events.sort((a, b) => a.atMs - b.atMs)];
}

/** The events of the timeline in one line, or `undefined` when nothing was seen. */
export function timelineWords(run: DocumentRun): string | undefined {
  const events = timelineMarks(run).filter((mark) => mark.lane === 'events');
  if (events.length === 0) return undefined;
  return events.map(({ label, atMs }) => `${label} ${duration(atMs)}`).join(', ');
}

/** The timeline as a Mermaid picture in a block of code, or `undefined` when nothing is known. */
export function timeline(run: DocumentRun): string | undefined {
  const marks = timelineMarks(run).slice(0, 60);
  if (marks.length === 0) return undefined;
  const rows = ['gantt', '  dateFormat x', '  axisFormat %S.%L s'];
  let lane = '';
  for (const mark of marks) {
    if (mark.lane !== lane) {
      lane = mark.lane;
      rows.push(`  section ${lane}`);
    }
    const start = Math.max(0, Math.round(mark.atMs));
    const kind = mark.ms > 0 ? '' : 'milestone, ';
    const end = mark.ms > 0 ? start + Math.max(1, Math.round(mark.ms)) : start;
    rows.push(`  ${mermaidLabel(mark.label)} :${kind}${start}, ${end}`);
  }
  return `\`\`\`mermaid\n${rows.join('\n')}\n\`\`\``;
}
