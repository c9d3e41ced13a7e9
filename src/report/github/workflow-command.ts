import { withDirectionsNamed } from '../terminal/terminal-text.ts';

/** The commands that make annotations. */
export type AnnotationCommand = 'error' | 'warning' | 'notice';

/** The properties of an annotation; lines and columns count from 1, ends are inclusive as GitHub wants them. */
export interface AnnotationProperties {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
  readonly col?: number | undefined;
  readonly endColumn?: number | undefined;
  readonly title?: string | undefined;
}

/** Characters that GitHub's runner keeps of a message (actions/runner, ExecutionContext.cs). */
export const messageLimit = 4096;

/** Escapes what stands behind the second `::` of a workflow command. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a workflow command. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One workflow command on one line, without its line break; a message that is too long is cut with a note. */
export function workflowCommand(
  command: AnnotationCommand,
  properties: AnnotationProperties,
  message: string,
): string {
  const given = (['title', 'file', 'line', 'endLine', 'col', 'endColumn'] as const).flatMap((name) => {
    const value = properties[name];
    return value === undefined ? [] : [`${name}=${escapeProperty(withoutControls(String(value)))}`];
  });
  const list = given.length > 0 ? ` ${given.join(',')}` : '';
  return `::${command}${list}::${escapeData(shorten(withoutControls(message)))}`;
}

/**
 * Removes what terminals obey, but keeps line breaks and tabs: the log of a step shows messages as they are, and folds
 * or paints a line of theirs that has `##[` in it.
 */
function withoutControls(text: string): string {
  return withDirectionsNamed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replaceAll('##[', '#\u200b#[');
}

function shorten(text: string): string {
  const note = ' … (cut)';
  if (text.length <= messageLimit) return text;
  const cut = text.slice(0, messageLimit - note.length);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}${note}`;
}

/**
 * A line of somebody else's text for the log of a step, as a text that GitHub's runner takes no command from: a
 * command must not begin the line, and the old form `##[` is matched anywhere in it.
 */
export function logLine(text: string): string {
  return `| ${withDirectionsNamed(text)
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g, '')
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd')
    .replaceAll('##[', '#\u200b#[')
    .slice(0, 2000)}`;
}
