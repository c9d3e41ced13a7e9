import { programOf } from '../../analysis/shell/command-output.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const shells: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh']);

/** A script from the network is run unseen. */
export const downloadPipedToShell = defineRule({
  meta: {
    id: 'download-piped-to-shell',
    group: 'security',
    severity: 'note',
    securitySeverity: 5.5,
    since: '0.1.0',
    page: {
      what: 'A script is downloaded and run at once.',
      why: 'Whatever the server sends runs with the rights of the user, another text on every run; a broken download runs half a script.',
      fix: 'Download a released version to a file, compare its checksum, then run it.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                «curl -LsSf https://example.com/install.sh | sh»
          `,
        ],
        good: [
          stepsExample`
            - run: |
                curl -LsSf --output install.sh https://example.com/tool/1.4.2/install.sh
                echo "0f343b0931126a20f133d67c2b018a3b5bf3f3a5f6e2c3d0c8a5b4b8b9a5f3a1  install.sh" | sha256sum --check
                sh install.sh
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!/\b(curl|wget)\b/.test(script.text.text)) return;
    for (const command of context.ask(shellCommands, script).commands) {
      if (command.program !== 'curl' && command.program !== 'wget') continue;
      const end = runBy(command);
      if (end === undefined) continue;
      yield {
        message: `what "${command.program}" downloads is run at once, whatever it is`,
        at: script.text.spanOf(Math.min(command.node.pos, end.pos), Math.max(command.node.end, end.end)),
        help: 'download a fixed version to a file, check its sum, then run it',
      };
    }
  },
});

/** The command that runs what is downloaded: behind a pipe, or around `$(…)` and `<(…)`. */
function runBy(command: ShellCommand): { readonly pos: number; readonly end: number } | undefined {
  for (const node of command.pipedTo) {
    const { program, words } = programOf(node);
    if (program !== undefined && shells.has(program) && readsInput(words)) return node;
  }
  if (command.pipedTo.length > 0) return undefined;
  const [around] = command.within;
  if (around?.program === undefined || !command.captured) return undefined;
  const runs = around.program === 'eval' || around.program === 'source' || around.program === '.';
  const asText =
    shells.has(around.program) &&
    (literalOf(around.words[0]) === '-c' || /^<\(/.test(around.words[0]?.text ?? ''));
  return (runs && around.words.length === 1) || asText ? around.node : undefined;
}

/** Whether a shell with these words reads its script from the standard input. */
function readsInput(words: readonly Word[]): boolean {
  const [first] = words.map((word) => word.text).filter((text) => !/^-[a-z]*[xeul][a-z]*$/.test(text));
  return first === undefined || first === '-' || first.startsWith('-s') || first.startsWith('--');
}
