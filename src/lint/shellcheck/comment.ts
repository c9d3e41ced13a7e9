import type { Edit, Finding, Fix, Label, Severity } from '../../diagnostics/finding.ts';
import type { Script } from '../../model/script.ts';
import type { ShellcheckComment } from '../../ports/shellcheck-engine.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import { severityOf } from './severities.ts';

/** A remark of ShellCheck as a finding; the engine signs it with ShellCheck's own code as the rule. */
export interface ShellcheckFinding extends Finding {
  readonly rule: `shellcheck/SC${number}`;
  readonly severity: Severity;
  readonly url: string;
}

/** Repairs that never change what the script does. */
const safeRepairs = new Set([2003, 2004, 2006, 2007, 2116, 2196, 2197, 2219]);

/** What ShellCheck says about a script, at the place of the file where the script is written. */
export function placedComment(comment: ShellcheckComment, script: Script): ShellcheckFinding {
  const place = placesIn(script.shell.text);
  const start = place(comment.line, comment.column);
  const end = Math.max(start, place(comment.endLine, comment.endColumn));
  const fix = fixOf(comment, script.shell, place);
  const { message, related } = withPlaces(comment.message, script.shell);
  return {
    rule: `shellcheck/SC${comment.code}`,
    severity: severityOf(comment.code, comment.level),
    url: `https://www.shellcheck.net/wiki/SC${comment.code}`,
    message,
    at: script.shell.spanOf(start, end),
    ...(related.length > 0 && { related }),
    ...(fix !== undefined && { fix }),
  };
}

/** ShellCheck counts lines from the beginning of the script, which inside a workflow are not the file's. */
function withPlaces(
  message: string,
  shell: MappedText,
): { readonly message: string; readonly related: readonly Label[] } {
  const match = / on line (\d+)/.exec(message);
  const line = shell.text.split('\n')[Number(match?.[1]) - 1];
  if (match === null || line === undefined) return { message, related: [] };
  const start = shell.text.split('\n', Number(match[1]) - 1).join('\n').length + (match[1] === '1' ? 0 : 1);
  const indent = line.length - line.trimStart().length;
  return {
    message: message.replace(match[0], ''),
    related: [{ span: shell.spanOf(start + indent, start + line.trimEnd().length), text: 'this line' }],
  };
}

/** Turns ShellCheck's lines and columns (from 1, in code points) into offsets. */
function placesIn(text: string): (line: number, column: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (line, column) => {
    let offset = starts[Math.min(line, starts.length) - 1] ?? 0;
    const limit = starts[line] ?? text.length;
    for (let left = column - 1; left > 0 && offset < limit; left--) {
      offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return Math.min(offset, text.length);
  };
}

function fixOf(
  comment: ShellcheckComment,
  shell: MappedText,
  place: (line: number, column: number) => number,
): Fix | undefined {
  const replacements = comment.fix?.replacements;
  if (replacements === undefined || replacements.length === 0 || !isVerbatim(shell)) return undefined;
  const edits: Edit[] = [];
  for (const one of replacements) {
    if (one.replacement.includes('\n')) return undefined;
    const start = place(one.line, one.column);
    const end = Math.max(start, place(one.endLine, one.endColumn));
    const span = shell.spanOf(start, end);
    if (span.end - span.start !== end - start) return undefined;
    edits.push({ span, replacement: one.replacement });
  }
  edits.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  const [first, ...rest] = edits;
  if (first === undefined) return undefined;
  return {
    title: `Apply ShellCheck's repair of SC${comment.code}`,
    safety: safeRepairs.has(comment.code) ? 'safe' : 'unsafe',
    edits: [first, ...rest],
  };
}

/**
 * Whether text may be inserted as it is: true for files and for block scalars, where a line of the script is a line
 * of the file. In a quoted scalar an inserted quote would end it.
 */
function isVerbatim(shell: MappedText): boolean {
  const whole = shell.spanOf(0, shell.text.length);
  if (whole.end - whole.start === shell.text.length) return whole.start === 0 || shell.text.includes('\n');
  const newline = shell.text.indexOf('\n');
  if (newline === -1) return false;
  const span = shell.spanOf(newline, newline + 1);
  return span.end - span.start >= 1 && shell.spanOf(0, 1).end - shell.spanOf(0, 1).start === 1;
}
