import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from './parsed-script.ts';

/**
 * Whether the shell ends at a command that fails, after `set` with these words.
 *
 * @param before whether it did so until then
 */
export function errexitAfter(words: readonly string[], before: boolean): boolean {
  return words.reduce(
    (held, word, index) =>
      /^[-+]\w*e/.test(word) || (/^[-+]\w*o$/.test(word) && words[index + 1] === 'errexit')
        ? word.startsWith('-')
        : held,
    before,
  );
}

/** Whether the first line of a script starts a shell that ends at a command that fails: `#!/bin/bash -e`. */
export function startsWithErrexit(text: string): boolean {
  return /^#!.*\s-\w*e/.test(text);
}

/** Whether a script asks anywhere, by `set` or in its first line, that it end at a command that fails. */
export function asksForErrexit(script: Script, context: AnalysisContext): boolean {
  if (startsWithErrexit(script.shell.text)) return true;
  return context
    .ask(parsedScript, script)
    .nodes('Command')
    .some(({ name, args }) => {
      const words = args.map((word) => word.text);
      return name?.value === 'set' && errexitAfter(words, false);
    });
}
