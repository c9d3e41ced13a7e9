import type { Script } from '../../model/script.ts';
import { type BashScript, parseBash } from '../../syntax/bash/parse-bash.ts';

/** A script as a tree, its expressions masked; parsed once for all who ask. */
export function parsedScript(script: Script): BashScript {
  return parseBash(script.shell);
}
