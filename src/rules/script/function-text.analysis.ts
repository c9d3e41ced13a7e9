import type { BashScript } from '../../syntax/bash/parse-bash.ts';

/** The text of a function's body; of several of one name the last; `undefined` when the script has none. */
export function functionText(script: BashScript, name: string): string | undefined {
  let text: string | undefined;
  for (const node of script.nodes('Function')) {
    if (node.name.value === name) text = script.text.text.slice(node.body.pos, node.body.end);
  }
  return text;
}
