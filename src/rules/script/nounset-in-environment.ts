import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { dedent } from '../../base/dedent.ts';
import type { Command } from '../../syntax/bash/tree.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** Start files of conda or the login shell, read under `set -u`. */
export const nounsetInEnvironment = defineRule({
  meta: {
    id: 'nounset-in-environment',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A start file of conda or of the login shell is read while `set -u` is on.',
      why: 'These files read variables that are not set, and of packages that bring files of their own nobody knows: the script ends there with "unbound variable".',
      fix: 'Write `set +u` before it and `set -u` behind it.',
      examples: {
        bad: [
          startExample({
            before: dedent`
              set -euo pipefail
              source "$HOME/miniconda3/etc/profile.d/conda.sh"
              «conda activate notebook»
            `,
          }),
          startExample({
            before: dedent`
              set -o nounset
              «. ~/.bashrc»
            `,
          }),
          startExample({
            before: dedent`
              set -u
              «source /etc/profile»
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              set -euo pipefail
              set +u
              source "$HOME/miniconda3/etc/profile.d/conda.sh"
              conda activate notebook
              set -u
            `,
          }),
          startExample({
            before: dedent`
              set -euo pipefail
              source ~/envs/board/bin/activate
            `,
          }),
          startExample({
            before: dedent`
              source ~/.bashrc
              set -u
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!/\bset\b|^#!.*\s-\w*u/.test(script.shell.text)) return;
    let isOn = /^#!\S*(ba)?sh\s+-\w*u/.test(script.shell.text);
    for (const { node, captured, within } of context.ask(shellCommands, script).commands) {
      isOn = nounsetAfter(node, isOn);
      if (!isOn || captured || within.length > 0 || !readsForeignFile(node)) continue;
      yield {
        message: `\`set -u\` is on while ${describe(node)}, and ends the script at a variable that is not set there`,
        at: script.text.spanOf(node.pos, node.end),
        help: 'write `set +u` before it and `set -u` behind it',
        // The one remedy serves all that follows.
        fault: 'nounset',
      };
    }
  },
});

/** Whether reading an unset variable ends the shell behind a command. */
function nounsetAfter({ name, args }: Command, before: boolean): boolean {
  if (name?.value !== 'set') return before;
  const words = args.map((word) => word.text);
  return words.reduce((isOn, word, index) => {
    if (/^-[a-z]*u/.test(word)) return true;
    if (/^\+[a-z]*u/.test(word)) return false;
    if (word !== 'nounset') return isOn;
    return words[index - 1]?.startsWith('-') ?? isOn;
  }, before);
}

/** Whether a command reads files that count on variables that need not be set. */
function readsForeignFile({ name, args }: Command): boolean {
  const program = name?.value;
  const [first] = args;
  if (program === 'conda' || program === 'mamba' || program === 'micromamba')
    return first?.text === 'activate';
  if (program !== 'source' && program !== '.') return false;
  const file = (literalOf(first?.type === 'Word' ? first : undefined) ?? first?.text ?? '').replaceAll(
    /["']/g,
    '',
  );
  return (
    /(^|\/)(\.bashrc|\.bash_profile|\.profile)$/.test(file) ||
    /^\/etc\/(bashrc|bash\.bashrc|profile)$/.test(file) ||
    /(^|\/)setvars\.sh$/.test(file) ||
    /(conda|mamba|miniforge|anaconda)[^/]*\/bin\/activate$/i.test(file)
  );
}

function describe({ name, args }: Command): string {
  return name?.value === 'source' || name?.value === '.'
    ? `"${args[0]?.text.replaceAll(/["']/g, '') ?? ''}" is read`
    : `\`${name?.value} activate\` reads the files of packages`;
}
