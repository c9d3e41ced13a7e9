import { wellFormed } from '../document/well-formed.ts';
import { withDirectionsNamed } from '../terminal/terminal-text.ts';

/** Text for a reader of JSON who shows it as it is: one line, nothing that a terminal or a browser obeys. */
export function harmlessText(text: string): string {
  const shown = withDirectionsNamed(wellFormed(text))
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
    .trim();
  return shown === '' ? '(no words)' : shown;
}
