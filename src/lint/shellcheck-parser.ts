import type { Script } from '../model/script.ts';
import type { ShellcheckComment } from '../ports/shellcheck-engine.ts';
import { parseBash } from '../syntax/bash/parse-bash.ts';

/** Comments that only say that another one kept ShellCheck from reading on. */
const echoes: ReadonlySet<number> = new Set([1009, 1072, 1073]);

/**
 * What is worth telling of what ShellCheck's parser says: it says one fault several times, at its beginning and where
 * it gave up. Where bash cannot read the script either, the rule shell-syntax has said so at the place to repair. Where
 * bash can, it is ShellCheck that does not know the construct: its other checks did not see the script, no more.
 */
export function withoutParserEchoes(
  comments: readonly ShellcheckComment[],
  script: Script,
): readonly ShellcheckComment[] {
  if (!comments.some(isParserError)) return comments;
  if (parseBash(script.shell).faults.length > 0) return comments.filter((one) => !isParserError(one));
  const exact = comments.some((one) => isParserError(one) && !echoes.has(one.code));
  const kept = comments.filter((one) => !echoes.has(one.code));
  const echo = exact ? undefined : comments.find((one) => echoes.has(one.code));
  return echo === undefined ? kept : [...kept, { ...echo, level: 'info' }];
}

/** Codes from 1000 to 1999 are the parser's; those of level error end the reading. */
function isParserError({ code, level }: ShellcheckComment): boolean {
  return code < 2000 && level === 'error';
}
