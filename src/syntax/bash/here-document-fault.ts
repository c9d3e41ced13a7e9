import type { Finding } from '../../diagnostics/finding.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import type { HereDoc } from './tree.ts';

/**
 * The first here-document that no line closes. Bash only warns of it: it takes the rest of the script for the text, and
 * the commands in there never run.
 */
export function hereDocumentFault(text: MappedText, documents: readonly HereDoc[]): Finding | undefined {
  for (const node of documents) {
    if (node.closing !== undefined || node.delimiter === undefined) continue;
    // nothing stands behind it that could be lost
    if (lastLine(text.text) === node.delimiter.value) continue;
    return faultOf(text, node, node.delimiter);
  }
  return undefined;
}

/** The last line of a script that is not empty, without the blanks around it. */
function lastLine(text: string): string {
  const written = text.trimEnd();
  return written.slice(written.lastIndexOf('\n') + 1).trim();
}

function faultOf(text: MappedText, document: HereDoc, delimiter: NonNullable<HereDoc['delimiter']>): Finding {
  const word = delimiter.value;
  const opened = text.spanOf(delimiter.pos, delimiter.end);
  const message = `nothing closes the here-document "${word}", so the rest of the script is its text`;
  const almost = almostClosing(text.text, document.body, word);
  if (almost === undefined) {
    return { message, at: opened, help: `write "${word}" alone on a line, where the text ends` };
  }
  const at = text.spanOf(almost.start, almost.end);
  return {
    message,
    at,
    related: [{ span: opened, text: 'it is opened here' }],
    help: `remove the blanks around "${word}"`,
    fix: {
      title: `Write ${word} without blanks around it`,
      safety: 'unsafe',
      edits: [{ span: at, replacement: word }],
    },
  };
}

/** The first line of the body that is the delimiter but for blanks around it. */
function almostClosing(text: string, body: HereDoc['body'], delimiter: string) {
  for (let start = body.pos; start < body.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > body.end ? body.end : newline;
    if (text.slice(start, end).trim() === delimiter) return { start, end };
    start = end + 1;
  }
  return undefined;
}
