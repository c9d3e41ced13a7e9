import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';
import { assertNever } from '../../base/assert-never.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { conflictMark, faultOfLine } from './line-faults.ts';
import { quoted, quoting, type WordedFault } from './worded-fault.ts';

/** What the reader of the tree saw that the parser's own places do not say: where things were opened. */
export interface OpenedPlaces {
  /** Offsets of quotes that are never closed. */
  readonly quotes: readonly number[];
  /** Offsets of `[` and `{` that are never closed. */
  readonly brackets: readonly number[];
}

/**
 * The first error of a file as a finding in our words. What follows a first error is mostly its echo, and is not
 * told.
 */
export function firstFault(
  file: SourceFile,
  errors: readonly YAMLError[],
  opened: OpenedPlaces,
): Finding | undefined {
  let at = Number.POSITIVE_INFINITY;
  let tell: (() => WordedFault) | undefined;
  const offer = (offset: number, wording: () => WordedFault): void => {
    if (offset >= at) return;
    at = offset;
    tell = wording;
  };
  for (const start of opened.quotes) offer(start, () => unclosedQuote(file.text, start));
  for (const start of opened.brackets) offer(start, () => unclosedBracket(file.text, start));
  const firstOpened = at;
  for (const error of errors) {
    if (!endsAnOpenPlace(error, firstOpened)) offer(error.pos[0], () => word(file.text, error));
  }
  if (tell === undefined) return undefined;
  return findingOf(conflictMark(file.text) ?? tell(), file);
}

/** A value that begins with `!`, which YAML takes for a tag that nobody has defined. */
export function tagFault(file: SourceFile, warning: YAMLWarning): readonly Finding[] {
  const [start, to] = warning.pos;
  const { text } = file;
  if (warning.code !== 'TAG_RESOLVE_FAILED' || text[start] !== '!') return [];
  const end = Math.max(to, valueEnd(text, start));
  const value = text.slice(start, end);
  return [
    findingOf(
      {
        start,
        end,
        message: `${shown(value)} is read as a tag of YAML, because it begins with "!"`,
        help: `write ${shown(`\${{ ${value} }}`)} for a condition; quote it when it is meant as text`,
        repair: { title: 'make it an expression', start, end, text: `\${{ ${value} }}` },
      },
      file,
    ),
  ];
}

/** A fault as a finding. Its repair may not be what was meant, so that it is one that guesses. */
export function findingOf({ start, end, message, help, repair }: WordedFault, file: SourceFile): Finding {
  return {
    message,
    at: { file: file.path, start, end: Math.max(start, end) },
    ...(help && { help }),
    ...(repair && {
      fix: {
        title: repair.title,
        safety: 'unsafe',
        edits: [
          {
            span: { file: file.path, start: repair.start, end: repair.end },
            replacement: repair.text,
          },
        ],
      },
    }),
  };
}

/** Whether an error only says that something opened earlier, at `first` or later, is still open. */
function endsAnOpenPlace(error: YAMLError, first: number): boolean {
  return (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT') && first < error.pos[0];
}

function unclosedQuote(text: string, start: number): WordedFault {
  const end = lineEnd(text, start);
  const next = nextQuoteIn(text, start);
  if (next !== undefined) {
    return {
      start,
      end,
      message: `the ${text[start]} that opens here closes in the middle of another value, on line ${lineOf(text, next)}`,
      help: `close it on its own line with another ${text[start]}`,
    };
  }
  return {
    start,
    end,
    message: `this value is opened with ${text[start]} and never closed`,
    help: `add the closing ${text[start]}`,
  };
}

function nextQuoteIn(text: string, start: number): number | undefined {
  const next = text.indexOf(text[start] ?? '"', start + 1);
  return next === -1 ? undefined : next;
}

function unclosedBracket(text: string, start: number): WordedFault {
  const closing = text[start] === '[' ? ']' : '}';
  return {
    start,
    end: start + 1,
    message: `"${text[start]}" is opened here and never closed`,
    help: `add the closing "${closing}", or quote the value when it is meant as text`,
  };
}

/** The errors that a line in a column of its own ends in. */
const saysWhereLinesBegin: readonly ErrorCode[] = [
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BAD_INDENT',
  'UNEXPECTED_TOKEN',
];

function word(text: string, error: YAMLError): WordedFault {
  const [from, to] = error.pos;
  const start = Math.min(from, text.length);
  const code: ErrorCode = error.code;
  if (saysWhereLinesBegin.includes(code)) {
    const fault = faultOfLine(text, start);
    if (fault !== undefined) return fault;
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        start,
        end: start + (/^\t+/.exec(text.slice(start, start + 100))?.[0].length ?? 1),
        message: 'a tab is used for indentation',
        help: 'YAML is indented with blanks only; replace the tab by blanks',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedOnOneLine(text, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return keyWithoutColon(text, start);
    case 'MISSING_CHAR':
      return missing(text, start, to);
    case 'BAD_INDENT':
      return badIndentation(text, start);
    case 'BAD_SCALAR_START':
      return {
        start,
        end: valueEnd(text, start),
        message: `a value cannot begin with "${text[start] ?? ''}" unless it is quoted`,
        help: 'put the value in quotes',
        ...quoting(text, start, valueEnd(text, start)),
      };
    case 'BAD_DQ_ESCAPE':
      return {
        start,
        end: Math.min(start + 2, text.length),
        message: `"${text.slice(start, start + 2)}" is not an escape that YAML knows`,
        help: 'write the backslash twice, or put the value in single quotes, where backslashes mean themselves',
        repair: { title: 'write the backslash twice', start, end: start, text: '\\' },
      };
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start);
    case 'BLOCK_IN_FLOW':
      return {
        start,
        end: lineEnd(text, start),
        message: 'an indented map or list cannot stand inside [ ] or { }',
        help: 'write the outer list or map over several lines, without brackets',
      };
    case 'BAD_ALIAS':
      return {
        start,
        end: valueEnd(text, start),
        message: `"${text.slice(start, valueEnd(text, start))}" names no anchor`,
        help: 'an alias "*name" repeats a value marked "&name" above it; quote the value when it is meant as text',
      };
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return {
        start,
        end: Math.max(to, start + 1),
        message: `the anchor or tag "${text.slice(start, to)}" cannot stand here`,
        help: 'quote the value when it is meant as text',
      };
    case 'BAD_DIRECTIVE':
      return {
        start,
        end: lineEnd(text, start),
        message: `"${text.slice(start, lineEnd(text, start))}" is not a directive that YAML knows`,
        help: 'remove the line; a workflow needs no directives',
      };
    case 'KEY_OVER_1024_CHARS':
      return { start, end: lineEnd(text, start), message: 'a key is longer than 1,024 characters' };
    case 'DUPLICATE_KEY':
    case 'IMPOSSIBLE':
    case 'MULTIPLE_DOCS':
    case 'NON_STRING_KEY':
    case 'RESOURCE_EXHAUSTION':
      return { start, end: lineEnd(text, start), message: 'this cannot be read as YAML' };
    default:
      return assertNever(code);
  }
}

function nestedOnOneLine(text: string, start: number): WordedFault {
  const end = valueEnd(text, start);
  const value = text.slice(start, end);
  if (/:(\s|$)/.test(value)) {
    return {
      start,
      end,
      message: `the value ${shown(value)} has ": " in it, which YAML reads as another key`,
      help: value.length > 60 ? 'put the whole value in quotes' : `quote it: ${quoted(value)}`,
      ...quoting(text, start, end),
    };
  }
  const below = contentAfter(text, lineEnd(text, start));
  const fault = faultOfLine(text, below);
  if (fault !== undefined) return fault;
  return {
    start: below,
    end: valueEnd(text, below),
    message: 'this line is indented as if it belonged to the line above, which already has a value',
    help: 'indent it like the line above, or remove the value above',
  };
}

function keyWithoutColon(text: string, start: number): WordedFault {
  const end = valueEnd(text, start);
  const line = text.slice(start, end);
  const tight = /^("[^"]*"|'[^']*'|[^\s:]+):(?=\S)/.exec(line);
  if (tight !== null) {
    const colon = start + tight[0].length;
    return {
      start,
      end,
      message: `there is no blank after the colon in ${shown(line)}`,
      help: `write ${shown(`${text.slice(start, colon)} ${text.slice(colon, end)}`)}`,
      repair: { title: 'put a blank after the colon', start: colon, end: colon, text: ' ' },
    };
  }
  return {
    start,
    end,
    message: `${shown(line)} is not followed by a colon`,
    help: 'every entry of a map is "key: value"; indent a text that goes on over several lines, or write it after "|"',
  };
}

function missing(text: string, start: number, to: number): WordedFault {
  const dollar = text.lastIndexOf('${{', start);
  if (dollar !== -1 && start - dollar <= 2) {
    const close = text.indexOf('}}', start);
    const end = close === -1 || close > lineEnd(text, start) ? lineEnd(text, start) : close + 2;
    return {
      start: dollar,
      end,
      message: 'an expression inside [ ] or { } must be quoted, because YAML reads its braces as a map',
      help: 'put it in quotes, braces included',
      ...quoting(text, dollar, end),
    };
  }
  if (text[start] === '#') {
    return {
      start,
      end: lineEnd(text, start),
      message: 'a comment needs a blank before its "#"',
      help: 'put a blank before the "#", or quote the value when the "#" belongs to it',
    };
  }
  if (to > start && /\S/.test(text[start] ?? '') && !/[\]},]/.test(text[start] ?? '')) {
    return keyWithoutColon(text, start);
  }
  return {
    start,
    end: Math.min(start + 1, text.length),
    message: 'something is missing here: a comma, a colon or a closing bracket',
  };
}

function badIndentation(text: string, start: number): WordedFault {
  const at = contentAfter(text, start);
  return {
    start: at,
    end: valueEnd(text, at),
    message: `${shown(text.slice(at, valueEnd(text, at)))} does not line up with the lines around it`,
    help: 'the entries of one map, and the dashes of one list, begin in the same column',
  };
}

function unexpected(text: string, start: number): WordedFault {
  const end = valueEnd(text, start);
  const before = text.slice(0, start).trimEnd().at(-1);
  const sameLine = !/[\r\n]/.test(text.slice(Math.max(0, start - 200), start).match(/\s*$/)?.[0] ?? '');
  if (sameLine && (before === '"' || before === "'")) {
    return {
      start,
      end,
      message: `${shown(text.slice(start, end))} stands after the quote that closes the value`,
      help:
        before === "'"
          ? "write a quote inside single quotes twice (''), or put the value in double quotes"
          : 'write a quote inside double quotes as \\", or put the value in single quotes',
    };
  }
  if (text[start] === '-' && sameLine) {
    return {
      start,
      end,
      message: 'a list cannot begin on the line of its key',
      help: 'begin the list on the next line, or quote the value when it is meant as text',
    };
  }
  return {
    start,
    end,
    message: `${shown(text.slice(start, end))} is not expected here`,
    help: 'look at the indentation of this line and of the one above; text with special characters needs quotes',
  };
}

/** Where the value that begins at `start` ends on its line, a comment left off. */
function valueEnd(text: string, start: number): number {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const comment = /\s#/.exec(line);
  const value = (comment === null ? line : line.slice(0, comment.index)).trimEnd();
  return Math.min(text.length, start + Math.max(value.length, 1));
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

/** The first character at or after `from` that is no white space; the last one of the text when there is none. */
function contentAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at < text.length ? at : Math.max(0, text.trimEnd().length - 1);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function shown(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}
