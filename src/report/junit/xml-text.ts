import { wellFormed } from '../document/well-formed.ts';
import { withDirectionsNamed } from '../terminal/terminal-text.ts';

/**
 * Text for XML 1.0, within an element or an attribute: markup is written as references, and so are line breaks and
 * tabs (attributes would lose them) and `##[`, which GitHub's runner would take for a command in a log. Characters
 * that XML cannot hold are replaced, those that turn the direction of writing round are spelt out.
 */
export function xmlText(text: string): string {
  return withDirectionsNamed(wellFormed(text))
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('##[', '##&#91;');
}
