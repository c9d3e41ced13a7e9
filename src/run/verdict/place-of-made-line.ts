import type { FilePath, Span } from '../../source/span.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { lineSpan } from './line-span.ts';

const mostFiles = 500;

/**
 * Where the author wrote a line of a script that was put together on the way, by `cat` or `sed` or as a here-document:
 * the line of the repository that reads the same, with the most lines around it that do as well. Lines that a pattern was
 * filled into are known by their neighbours.
 *
 * @param made the text of the script
 * @param line counted from 1; one behind the end is the last line that says something
 */
export function placeOfMadeLine(world: RunWorld, made: string, line: number): Span | undefined {
  const lines = made.split('\n').map((one) => one.trim());
  let at = Math.min(line, lines.length) - 1;
  while (at > 0 && lines[at] === '') at--;
  let best: { readonly path: FilePath; readonly text: string; readonly line: number } | undefined;
  let most = 1;
  for (const [path, text] of authoredTexts(world)) {
    const written = text.split('\n').map((one) => one.trim());
    for (const [index, one] of written.entries()) {
      const isSame = one === lines[at] && one !== '';
      const around = neighbours(written, index, lines, at);
      const score = around + (isSame ? 2 : 0);
      if (score <= most || (!isSame && around < 2)) continue;
      most = score;
      best = { path, text, line: index + 1 };
    }
  }
  return best && lineSpan(best.path, best.text, best.line);
}

/** The line of the author that has every word of a command in it; `undefined` when none or several have. */
export function placeOfAuthoredCommand(world: RunWorld, command: string): Span | undefined {
  const words = command.split(/\s+/).map((word) => word.slice(word.lastIndexOf('/') + 1));
  const found: Span[] = [];
  for (const [path, text] of authoredTexts(world)) {
    for (const [index, line] of text.split('\n').entries()) {
      const isComment = /^\s*#/.test(line);
      if (!isComment && words.every((word) => line.includes(word)))
        found.push(lineSpan(path, text, index + 1));
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** How many of the lines right before and right behind read the same. */
function neighbours(written: readonly string[], index: number, made: readonly string[], at: number): number {
  let count = 0;
  for (const step of [-1, 1]) {
    for (let away = step; Math.abs(away) <= 3; away += step) {
      const one = written[index + away];
      if (one === undefined || one !== made[at + away]) break;
      if (one !== '') count++;
    }
  }
  return count;
}

/** The workflow and the shell scripts of the repository. */
function* authoredTexts({ plan, options }: RunWorld): Generator<readonly [FilePath, string]> {
  const scripts = options.repository.paths.filter((path) => /\.(?:sh|bash|template|in)$/.test(path));
  for (const path of [plan.path, ...scripts].slice(0, mostFiles)) {
    const content = options.repository.read(path);
    if (content.kind === 'text') yield [path, content.text];
  }
}
