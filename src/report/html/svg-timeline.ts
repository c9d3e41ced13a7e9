import type { DocumentRun } from '../document/report-document.ts';
import { duration } from '../document/words.ts';
import { timelineMarks } from '../markdown/timeline.ts';
import { htmlText } from './html-text.ts';

const labelWidth = 200;
const plotWidth = 620;
const rowHeight = 24;

/** The timeline of a run as a picture: a bar for each phase, a point for each event; nothing when nothing is known. */
export function svgTimeline(run: DocumentRun): string {
  const marks = timelineMarks(run).slice(0, 40);
  const end = Math.max(...marks.map((mark) => mark.atMs + mark.ms), 0);
  if (marks.length === 0 || end <= 0) return '';
  const height = marks.length * rowHeight + 26;
  const at = (ms: number): number => labelWidth + (ms / end) * plotWidth;
  const ticks = ticksUpTo(end).map(
    (ms) =>
      `<line class="grid" x1="${round(at(ms))}" x2="${round(at(ms))}" y1="0" y2="${height - 22}"/><text class="soft" x="${round(at(ms))}" y="${height - 6}" text-anchor="middle">${duration(ms)}</text>`,
  );
  const rows = marks.map((mark, index) => {
    const y = index * rowHeight;
    const label = `<text x="${labelWidth - 10}" y="${y + 16}" text-anchor="end">${htmlText(shorten(mark.label))}</text>`;
    const words = `<title>${htmlText(`${mark.label}: ${duration(mark.atMs)}${mark.ms > 0 ? `, took ${duration(mark.ms)}` : ''}`)}</title>`;
    const shape =
      mark.lane === 'phases'
        ? `<rect class="bar" x="${round(at(mark.atMs))}" y="${y + 5}" width="${round(Math.max(2, (mark.ms / end) * plotWidth))}" height="14" rx="3">${words}</rect>`
        : `<circle class="dot" cx="${round(at(mark.atMs))}" cy="${y + 12}" r="6">${words}</circle>`;
    return `${label}${shape}`;
  });
  return `<svg role="img" aria-label="timeline" width="${labelWidth + plotWidth + 40}" height="${height}" viewBox="0 0 ${labelWidth + plotWidth + 40} ${height}">${ticks.join('')}${rows.join('')}</svg>`;
}

function ticksUpTo(end: number): readonly number[] {
  const rough = end / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
