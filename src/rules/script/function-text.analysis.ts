import type { BashScript } from '../../syntax/bash/parse-bash.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/** The text of a function's body; of several of one name the last; `undefined` when the script has none. */
export function functionText(script: BashScript, name: string): string | undefined {
  let text: string | undefined;
  for (const node of allNodes(script.tree)) {
    if (node.type === 'Function' && node.name.value === name)
      text = script.text.text.slice(node.body.pos, node.body.end);
  }
  return text;
}
