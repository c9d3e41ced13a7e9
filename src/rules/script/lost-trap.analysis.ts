import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { BashScript } from '../../syntax/bash/parse-bash.ts';
import type { Command, NodesOfTypes, Statement } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/** An exit trap that is still set when the shell is replaced. */
export interface LostTrap {
  readonly trap: Command;
  readonly exec: Command;
}

/** Commands that clean up: whoever puts them into an exit trap wants them at the end. */
const cleansUp =
  /\b(rm|kill|pkill|killall|rmdir|docker|podman|scancel|qdel|umount|apptainer|singularity|tmux|stop)\b/;

/** The exit traps that a script sets on its way and that `exec PROGRAM` on the same way throws away. */
export function lostTraps({ tree, nodes }: BashScript): readonly LostTrap[] {
  const found: LostTrap[] = [];
  let trap: Command | undefined;
  for (const { command, background } of tree.commands as readonly Statement[]) {
    if (command.type !== 'Command' || background) continue;
    const name = command.name?.value;
    if (name === 'trap' && isForExit(command)) {
      const [body] = command.args;
      trap = body?.type === 'Word' && cleansUp.test(bodyText(body.text, nodes)) ? command : undefined;
    } else if (name === 'exec' && trap !== undefined && startsProgram(command)) {
      found.push({ trap, exec: command });
      trap = undefined;
    }
  }
  return found;
}

function isForExit({ args }: Command): boolean {
  return args.slice(1).some((word) => /^(EXIT|0)$/.test(word.text));
}

function startsProgram({ args }: Command): boolean {
  const [first] = args;
  return first?.type === 'Word' && literalOf(first) !== '' && !first.text.startsWith('-');
}

/** The commands of a trap: its own words, or those of the function that it names. */
function bodyText(text: string, nodes: NodesOfTypes): string {
  const name = /^["']?([A-Za-z_][\w-]*)["']?$/.exec(text)?.[1];
  if (name === undefined) return text;
  for (const node of nodes('Function')) {
    if (node.name.value !== name) continue;
    const called: string[] = [];
    for (const inner of allNodes(node.body))
      if (inner.type === 'Command') called.push(inner.name?.value ?? '');
    return called.join(' ');
  }
  return '';
}
