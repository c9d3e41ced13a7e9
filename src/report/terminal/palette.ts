import type { Severity } from '../../diagnostics/finding.ts';

/** Paints words for a terminal; with `plain` every function gives its argument back. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
}

const same = (text: string): string => text;

const painted =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

/** The palette with ANSI colours, or the plain one. */
export function palette(colour: 'colour' | 'plain'): Palette {
  if (colour === 'plain') {
    return { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };
  }
  return {
    bold: painted(1, 22),
    dim: painted(2, 22),
    red: painted(31, 39),
    yellow: painted(33, 39),
    cyan: painted(36, 39),
    green: painted(32, 39),
  };
}

/** The colour of a severity. */
export function severityPaint(colours: Palette, severity: Severity): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'note':
      return colours.cyan;
  }
}
