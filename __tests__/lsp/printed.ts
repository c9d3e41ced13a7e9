import { check } from '../../src/app/check.ts';
import { readRequest } from '../../src/app/request.ts';
import type { World } from '../../src/app/world.ts';
import { lineIndex } from '../../src/source/line-index.ts';
import type { Json } from '../support/language-client.ts';

const spelt = (rule: string): string => rule.replace('shellcheck/', '');

/** What a client shows of a file, a line for each finding. */
export function shownLines(path: string, diagnostics: readonly Json[]): readonly string[] {
  return diagnostics.map(({ range: { start }, code, message }) => {
    return `${path}:${start.line + 1}:${start.character + 1} ${code} ${message}`;
  });
}

/** What the command line says about these files, in the same lines. */
export async function printed(world: World, paths: readonly string[]): Promise<string[]> {
  const read = readRequest({ command: 'lint', paths, options: {} });
  if (read.kind === 'refused') throw new Error(read.message);
  const quiet = { say: () => {}, watch: () => {} };
  const { signal } = new AbortController();
  const answer = await check(read.request, world, quiet, { signal } as never);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.report.diagnostics
    .filter((one) => paths.includes(one.at.file))
    .map((one) => {
      const text = answer.report.files.get(one.at.file)?.text ?? '';
      const { line, column } = lineIndex(text).placeOf(one.at.start);
      // A client that is given a byte order mark counts it as a character.
      const marked = line === 1 && text.startsWith('\uFEFF') ? column + 1 : column;
      const help = one.help === undefined ? '' : `\n${one.help}`;
      return `${one.at.file}:${line}:${marked} ${spelt(one.rule)} ${one.message}${help}`;
    });
}
