import { plural } from '../../base/plural.ts';
import type { LineIndex } from '../../source/line-index.ts';
import type { SourceLines } from '../document/document-of.ts';
import type { DocumentDiagnostic, DocumentLocation } from '../document/report-document.ts';
import { findingId, ruleId } from './html-ids.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlAddress, htmlProse, htmlText } from './html-text.ts';

/** Lines shown around the marked ones. */
const around = 2;
/** Marked lines shown at most. */
const mostLines = 12;
/** Other places of a finding that are not folded away. */
const openPlaces = 2;
/** Characters of a line shown at most, the marked ones in sight. */
const longestLine = 400;

/** One finding with its code and what to do. */
export function htmlFinding(
  one: DocumentDiagnostic,
  lines: SourceLines,
  { linkTo, rules }: Pick<HtmlOptions, 'linkTo' | 'rules'>,
): string {
  const start = one.range.start;
  const place = `${one.path}:${start.line}:${start.column}`;
  const address = htmlAddress(linkTo(one.path, start.line));
  const shownPlace = address === undefined ? htmlText(place) : `<a href="${address}">${htmlText(place)}</a>`;
  const ours = rules.some(({ id }) => id === one.rule) ? `#${ruleId(one.rule)}` : undefined;
  const more = htmlAddress(one.url) ?? ours;
  const id = findingId(one);
  const rule = `<code>${htmlText(one.rule)}</code>`;
  const related = one.related.map(
    (label) =>
      `<div class="advice">${placeLink(label, linkTo)}: ${htmlText(label.message)}</div>${htmlFrame(label, lines, 0)}`,
  );
  return [
    `<article class="card finding ${one.severity}" id="${id}" data-workflow="${htmlText(one.workflow ?? '')}" data-rule="${htmlText(one.rule)}">`,
    `<header><span class="message">${htmlText(one.message)} <a class="self" href="#${id}" aria-label="link to this finding">#</a></span>`,
    `<span class="badge">${one.severity}</span><span class="place">${shownPlace}</span>`,
    `<span class="rule">${more === undefined ? rule : `<a href="${more}">${rule}</a>`}</span></header>`,
    htmlFrame(one, lines, around),
    ...related.slice(0, openPlaces),
    related.length > openPlaces
      ? `<details class="places"><summary>and ${plural(related.length - openPlaces, 'more place')}</summary>${related.slice(openPlaces).join('')}</details>`
      : '',
    one.help === undefined ? '' : `<div class="advice"><b>What to do:</b> ${htmlProse(one.help)}</div>`,
    one.fix === undefined
      ? ''
      : `<div class="advice"><b>Repair:</b> ${htmlText(one.fix.title)} <code>${one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe'}</code></div>`,
    '</article>',
  ].join('');
}

function placeLink({ path, range }: DocumentLocation, linkTo: HtmlOptions['linkTo']): string {
  const place = htmlText(`${path}:${range.start.line}`);
  const address = htmlAddress(linkTo(path, range.start.line));
  return address === undefined ? place : `<a href="${address}">${place}</a>`;
}

function htmlFrame(at: DocumentLocation, lines: SourceLines, context: number): string {
  const source = lines(at.path);
  if (source === undefined) return '';
  const { start, end } = at.range;
  const lastMarked = end.column > 1 || end.line === start.line ? end.line : end.line - 1;
  const first = Math.max(1, start.line - context);
  const last = Math.min(source.count, Math.min(lastMarked, start.line + mostLines - 1) + context);
  const rows: string[] = [];
  for (let line = first; line <= last; line++) rows.push(row(source, at, line, lastMarked));
  return `<pre class="frame">${rows.join('')}</pre>`;
}

function row(source: LineIndex, at: DocumentLocation, line: number, lastMarked: number): string {
  const { start, end } = at.range;
  const text = source.lineText(line);
  const number = `<i>${line}</i>`;
  if (line < start.line || line > lastMarked) {
    return `<span class="row">${number}${htmlText(text.slice(0, longestLine))}${text.length > longestLine ? '…' : ''}</span>`;
  }
  const from = line === start.line ? Math.min(start.column - 1, text.length) : indentOf(text);
  const to = line === end.line ? Math.min(end.column - 1, text.length) : text.length;
  const skipped = Math.max(0, from - longestLine / 2);
  const marked = text.slice(from, Math.max(from, to)) || text.slice(from, from + 1) || ' ';
  const before = `${skipped > 0 ? '…' : ''}${htmlText(text.slice(skipped, from))}`;
  const shown = marked.slice(0, longestLine);
  const after = shown.length < marked.length ? '' : text.slice(from + shown.length, from + longestLine);
  const rest = from + shown.length + after.length < text.length ? '…' : '';
  return `<span class="row here">${number}${before}<mark>${htmlText(shown)}</mark>${htmlText(after)}${rest}</span>`;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
