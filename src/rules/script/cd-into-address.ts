import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { readsVariable } from '../../analysis/shell/variable-texts.ts';
import { toolExample } from '../examples/tool-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `cd` into the address of a repository. */
export const cdIntoAddress = defineRule({
  meta: {
    id: 'cd-into-address',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`cd` gets the address from which a repository was cloned.',
      why: 'There is no folder of that name: `cd` fails, and what follows happens in the wrong folder.',
      fix: 'Go into the folder that the clone makes, or name the folder when cloning: `git clone ADDRESS FOLDER`.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: |
                  git clone "\${{ inputs.repo }}"
                  cd "«\${{ inputs.repo }}»"
                  git log -1
            `,
          },
          toolExample`
            address=$1
            git clone --depth 1 "$address"
            cd «$address» || exit 1
          `,
          toolExample`
            cd «https://github.com/example-lab/toolbox»
          `,
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: |
                  git clone "\${{ inputs.repo }}"
                  cd "$(basename "\${{ inputs.repo }}" .git)"
            `,
          },
          toolExample`
            folder=$1
            git clone "https://github.com/example-lab/$folder" "$folder"
            cd "$folder"
          `,
          toolExample`
            repo=$1
            git clone "$repo"
            repo=$(basename "$repo" .git)
            cd "$repo"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const cloned = new Set<string>();
    for (const { program, words, node } of context.ask(shellCommands, script).commands) {
      for (const part of node.prefix) {
        if (part.type !== 'Assignment') continue;
        for (const text of cloned) if (readsVariable(text, part.name)) cloned.delete(text);
      }
      const texts = words.map((word) => bare(script.text.text.slice(word.pos, word.end)));
      if (program === 'git' && texts[0] === 'clone') {
        const operands = texts.slice(1).filter((text) => !text.startsWith('-'));
        const last = operands.at(-1);
        // With a folder behind it the address is the word before.
        if (
          last !== undefined &&
          /^(\$\w+|\$\{\w+\}|\$\{\{.*\}\})$/.test(last) &&
          !isFolderOperand(texts, operands)
        )
          cloned.add(last);
      }
      const [word] = words;
      const [text = ''] = texts;
      if (program !== 'cd' || word === undefined) continue;
      if (!cloned.has(text) && !/^(https?|ssh|git):\/\/|^git@[\w.-]+:/.test(text)) continue;
      const quotes = /^["']/.test(word.text) ? 1 : 0;
      yield {
        message: `"${text}" is the address of a repository, no folder`,
        at: script.text.spanOf(word.pos + quotes, word.end - quotes),
        help: 'go into the folder that the clone makes, or name it: `git clone ADDRESS FOLDER`',
      };
    }
  },
});

function bare(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** Whether the last word is a folder behind an address. */
function isFolderOperand(texts: readonly string[], operands: readonly string[]): boolean {
  const before = operands.at(-2);
  if (before === undefined) return false;
  const option = texts[texts.indexOf(before) - 1] ?? '';
  // The value of an option is no address.
  return !/^(-b|--branch|--depth|-o|--origin|-c|--config|--filter|-j|--jobs)$/.test(option);
}
