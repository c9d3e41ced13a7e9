import type { WordedFault } from './worded-fault.ts';

/**
 * What is wrong with how a line begins, when that explains an error of the parser: a tab, a column that no line around
 * it has, less indentation than the text it belongs to. `undefined` when the error lies elsewhere.
 *
 * @param offset where the parser stopped
 */
export function faultOfLine(text: string, offset: number): WordedFault | undefined {
  const content = skipBlank(text, offset);
  const start = text.lastIndexOf('\n', content - 1) + 1;
  const indentation = text.slice(start, content);
  if (content >= text.length || offset < start - 1 || /[^ \t\r\n]/.test(indentation)) {
    return undefined;
  }
  const end = lineEnd(text, content);
  const tab = indentation.indexOf('\t');
  if (tab !== -1) return indentedByTab(start + tab, text);
  const around = columnsAround(text, start, indentation.length);
  if (around === undefined) return undefined;
  const { columns, opener } = around;
  if (/(^|[:\s-])[|>][-+0-9]*\s*$/.test(opener.text) && indentation.length > opener.column) {
    return {
      start: content,
      end,
      message: `this line is indented by ${blanks(indentation.length)}, less than the text above, which begins after "${opener.text.trim().slice(-1)}" on line ${opener.line}`,
      help: 'indent it as far as the first line of that text, or as far as the keys around it to end the text',
    };
  }
  if (columns.includes(indentation.length)) return undefined;
  const below = Math.max(...columns.filter((column) => column < indentation.length));
  const above = Math.min(...columns.filter((column) => column > indentation.length));
  if (!Number.isFinite(below) || !Number.isFinite(above)) return undefined;
  return {
    start: content,
    end,
    message: `this line is indented by ${blanks(indentation.length)}, and the lines around it by ${below} or ${above}`,
    help: 'the entries of one map, and the dashes of one list, begin in the same column',
  };
}

/** A mark that a merge of version control left behind. */
export function conflictMark(text: string): WordedFault | undefined {
  const mark = /^(<{7}|={7}|>{7})(?=[ \r\n]|$)/m.exec(text);
  if (mark === null) return undefined;
  return {
    start: mark.index,
    end: lineEnd(text, mark.index),
    message: 'a conflict of a merge was left in the file',
    help: 'keep one of the two versions and remove the lines with <<<<<<<, ======= and >>>>>>>',
  };
}

function indentedByTab(start: number, text: string): WordedFault {
  return {
    start,
    end: start + (/^\t+/.exec(text.slice(start, start + 100))?.[0].length ?? 1),
    message: 'a tab is used for indentation',
    help: 'YAML is indented with blanks only; replace the tab by blanks',
  };
}

interface Around {
  /** Where lines of the collections that are open here begin; after a dash, also where its entry does. */
  readonly columns: readonly number[];
  /** The nearest line above that is indented less or as much. */
  readonly opener: { readonly text: string; readonly column: number; readonly line: number };
}

/** The collections around a line, from the lines above it that are indented ever less. */
function columnsAround(text: string, start: number, indentation: number): Around | undefined {
  const above = text.slice(0, start).split('\n');
  above.pop();
  const columns = new Set<number>();
  let opener: Around['opener'] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let index = above.length - 1; index >= 0 && least > 0; index--) {
    const line = (above[index] ?? '').replace(/\r$/, '');
    const column = line.search(/\S/);
    if (column === -1 || line[column] === '#' || column > least) continue;
    for (const one of entryColumns(line, column)) if (one < least || one === column) columns.add(one);
    least = column;
    if (column <= indentation) opener ??= { text: line, column, line: index + 1 };
  }
  return opener === undefined ? undefined : { columns: [...columns], opener };
}

/** Where a line begins, and where the entries after its dashes do. */
function entryColumns(line: string, column: number): readonly number[] {
  const columns = [column];
  let at = column;
  for (
    let dash = /^- +(?=\S)/.exec(line.slice(at));
    dash !== null;
    dash = /^- +(?=\S)/.exec(line.slice(at))
  ) {
    at += dash[0].length;
    columns.push(at);
  }
  return columns;
}

function blanks(count: number): string {
  return count === 1 ? '1 blank' : `${count} blanks`;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return text.slice(start, feed === -1 ? text.length : feed).trimEnd().length + start;
}
