import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { setVariables } from '../../analysis/shell/set-variables.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** `export $NAME=value`, where the variable itself is meant. */
export const dollarInAssignment = defineRule({
  meta: {
    id: 'dollar-in-assignment',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable is exported or declared with a `$` in front of its name.',
      why: 'The shell puts the value in the place of the name: `export $NAME=value` becomes `export =value` while NAME is empty, which fails.',
      fix: 'Write `export NAME=value`.',
      examples: {
        bad: [
          toolExample`
            export «$DATA_DIR»=/data
            ls "$DATA_DIR/in"
          `,
        ],
        good: [
          toolExample`
            export DATA_DIR=/data
            for name in A B; do
              export $name=1
            done
            while read -r line; do
              export "$line"
            done < settings
            export $1=2
            ls "$DATA_DIR"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const set = context.ask(setVariables, script);
    if (set === 'any') return;
    for (const node of context.ask(parsedScript, script).nodes('Command')) {
      if (!/^(export|declare|readonly|local)$/.test(node.name?.value ?? '')) continue;
      for (const word of node.args) {
        const [, dollar = '', name = ''] = /^(\$\{?([A-Za-z_]\w*)\}?)=/.exec(word.text) ?? [];
        // a name that is kept in a variable is set there
        if (name === '' || /^_+$/.test(name) || set.has(name)) continue;
        const at = script.text.spanOf(word.pos, word.pos + dollar.length);
        yield {
          message: `"${dollar}" stands for its value here, which nothing sets: the name is "${name}"`,
          at,
          help: `write ${node.name?.value} ${name}=…`,
          fix: { title: 'Take the $ away', safety: 'unsafe', edits: [{ span: at, replacement: name }] },
        };
      }
    }
  },
});
