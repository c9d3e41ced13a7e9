import type { DocumentRun } from '../document/report-document.ts';
import { duration } from '../document/words.ts';
import { type TimelineMark, timelineMarks } from '../markdown/timeline.ts';
import { htmlText } from './html-text.ts';

/** Rows at most. */
const mostRows = 40;

/**
 * When things happened in a run, a row each: a bar for each phase, a point for each event, its time in words beside it,
 * and the failure where it ended the waiting. Nothing when nothing is known.
 */
export function htmlTimeline(run: DocumentRun): string {
  const failed = failureMark(run);
  const marks = [...timelineMarks(run).slice(0, mostRows), ...(failed === undefined ? [] : [failed])];
  const end = Math.max(...marks.map((mark) => mark.atMs + mark.ms), 0);
  if (marks.length === 0 || end <= 0) return '';
  const share = (ms: number): string => `${Math.round((Math.max(0, ms) / end) * 1000) / 10}%`;
  const rows = marks.map((mark) => {
    const isBar = mark.lane === 'phases';
    const shape = isBar
      ? `<i class="bar" style="left:${share(mark.atMs)};width:${share(mark.ms)}"></i>`
      : `<i class="dot" style="left:${share(mark.atMs)}"></i>`;
    const isFailure = mark === failed || / failed$/.test(mark.label);
    return `<li${isFailure ? ' class="failed"' : ''}><span class="label">${htmlText(mark.label)}</span><span class="track">${shape}</span><span class="time">${isBar ? duration(mark.ms) : `at ${duration(mark.atMs)}`}</span></li>`;
  });
  return `<ol class="timeline">${rows.join('')}</ol>`;
}

/** The failure as the last event: when the service was given up. */
function failureMark(run: DocumentRun): TimelineMark | undefined {
  if (run.outcome !== 'failed' || run.failure === undefined) return undefined;
  const before = run.phases.filter(({ phase }) => phase !== 'stop' && phase !== 'inspect');
  const atMs = before.reduce((sum, { ms }) => sum + ms, 0);
  return { lane: 'events', label: `failed: ${run.failure.cause}`, atMs, ms: 0 };
}
