import { escapePattern } from '../../../../base/escape-pattern.ts';

/** A shell pattern as a regular expression; `undefined` for what this does not cover. */
export function globPattern(pattern: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*') source += '[^]*';
    else if (character === '?') source += '[^]';
    else if (character === '\\') {
      at++;
      source += escapePattern(pattern[at] ?? '');
    } else if (character === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close === -1) source += '\\[';
      else {
        const body = pattern.slice(at + 1, close);
        if (body.includes('[')) return undefined;
        source += `[${body.replace(/^!/, '^').replace(/\\/g, '\\\\')}]`;
        at = close;
      }
    } else source += escapePattern(character);
  }
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return undefined;
  }
}

/** Whether a pattern matches a text; `undefined` when that is not known. */
export function matchesGlob(pattern: string, text: string): boolean | undefined {
  return globPattern(pattern)?.test(text);
}
