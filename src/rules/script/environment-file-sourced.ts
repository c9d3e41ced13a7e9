import { outputTargets } from '../../analysis/shell/command-output.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { isSourcedIn } from '../../analysis/written/shell-scripts.ts';
import { readersOf } from '../../analysis/written/written-scripts.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** What `env` prints, read as a script. */
export const environmentFileSourced = defineRule({
  meta: {
    id: 'environment-file-sourced',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'What `env` prints is read back with `source`.',
      why: '`env` prints values without quotes: a blank, a `;` or a bracket in one of them, as functions of environment modules have, ends the line or the script that reads it.',
      fix: 'Write the file with `export -p > file`, which quotes every value.',
      examples: {
        bad: [
          { 'make.sh': '«env» | grep -v PW_API_KEY > settings.sh\nsource settings.sh\n' },
          {
            'make.sh': dedent`
              «printenv» | sort | grep -v PW_API_KEY >> job.env
              cat > job.sh <<'EOF'
              set -a
              . ./job.env
              EOF
              bash job.sh
            `,
          },
        ],
        good: [
          {
            'make.sh':
              'export -p | grep -v PW_API_KEY > settings.sh\nsource settings.sh\nenv | grep -v PW_API_KEY > environment.txt\n',
          },
          { 'make.sh': 'env | sed "s/=\\(.*\\)/=\'\\1\'/" > settings.sh\nsource settings.sh\n' },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
      const { program, words, pipedTo, node } = command;
      if ((program !== 'env' && program !== 'printenv') || words.length > 0) continue;
      const changes = pipedTo.some((one) => {
        if (one.type !== 'Command') return true;
        const isChoice = one.name?.value === 'grep' && one.args.some(({ text }) => text === '-v');
        return !isChoice && !/^(sort|tee|cat|uniq)$/.test(one.name?.value ?? '');
      });
      const target = outputTargets(command).find((one) => one.kind === 'file');
      if (changes || target?.kind !== 'file') continue;
      const name = target.name.text.replaceAll(/["']/g, '');
      const last = name.slice(name.lastIndexOf('/') + 1);
      if (!context.ask(readersOf, script).some((text) => isSourcedIn(text, last))) continue;
      yield {
        message: `\`${program}\` writes values without quotes into "${last}", which is sourced`,
        at: script.text.spanOf(node.pos, node.name?.end ?? node.end),
        help: `write \`export -p\` instead, which quotes every value`,
        fix: {
          title: 'Write the exported variables with quotes',
          safety: 'unsafe',
          edits: [
            { span: script.text.spanOf(node.pos, node.name?.end ?? node.end), replacement: 'export -p' },
          ],
        },
      };
    }
  },
});
