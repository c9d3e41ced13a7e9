import type { ReportDocument } from './report-document.ts';

/**
 * The report as JSON: keys in the order of the contract, two blanks of indentation, a line break at the end. The
 * same document gives the same bytes. Characters that end a line or turn it round in some readers are written as
 * escapes, and so is what GitHub's runner would take for a command when the report is printed to its log.
 */
export function formatJson(document: ReportDocument): string {
  return `${jsonText(document, 2)}\n`;
}

/** Any plain data as JSON with the same harmless spelling. */
export function jsonText(data: unknown, indentation?: number): string {
  return JSON.stringify(data, undefined, indentation)
    .replace(
      /[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('##[', '#\\u0023[');
}
