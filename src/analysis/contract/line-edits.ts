import type { Edit } from '../../diagnostics/finding.ts';
import { isBlock, type Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';

/** A whole line of a script. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that move the line of one command behind the line of another; `undefined` unless each stands alone on its
 * line with the same indentation and the script is a file of its own.
 */
export function lineMovedAfter(script: Script, from: Span, to: Span): readonly [Edit, ...Edit[]] | undefined {
  if (isBlock(script) || from.file !== script.path) return undefined;
  if (to.file !== script.path) return undefined;
  const text = script.source?.text ?? '';
  const moved = lineAt(text, from);
  const target = lineAt(text, to);
  if (moved === undefined || target === undefined || moved.start === target.start) return undefined;
  if (indentation(moved.text) !== indentation(target.text)) return undefined;
  if (continues(moved.text) || continues(target.text)) return undefined;
  return [
    { span: { file: script.path, start: moved.start, end: moved.end + 1 }, replacement: '' },
    { span: { file: script.path, start: target.end, end: target.end }, replacement: `\n${moved.text}` },
  ];
}

function lineAt(text: string, span: Span): Line | undefined {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  if (end === -1 || text.slice(span.start, span.end).includes('\n')) return undefined;
  return { start, end, text: text.slice(start, end) };
}

function indentation(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Whether a line is more or less than one command. */
function continues(line: string): boolean {
  return /[;&|{}()\\]|<<|^\s*(if|then|else|elif|fi|for|while|until|do|done|case|esac|function)\b/.test(line);
}
