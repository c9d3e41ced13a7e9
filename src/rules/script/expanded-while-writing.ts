import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { expandedTooEarly } from './expanded-while-writing.analysis.ts';

export const expandedWhileWriting = defineRule({
  meta: {
    id: 'expanded-while-writing',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script is written with the value of a variable that only the written script sets.',
      why: 'In a here-document without quotes around its word, and between double quotes, `$name` is expanded while the text is written. Nothing has set it yet: the script gets an empty word in its place.',
      fix: 'Write `\\$name`, or put the word behind `<<` in quotes when all of the text is meant for later.',
      examples: {
        bad: [
          startExample({
            started: dedent`
              cat > cancel.sh <<SCRIPT
              stamp=old-\$(date +%s)
              mv page «\${stamp}»
              SCRIPT
              touch job.started
            `,
          }),
          {
            'make.sh': dedent`
              cat > job.sh <<JOB
              #!/bin/bash
              for part in 1 2 3; do
                ./solve --part «$part»
              done
              JOB
              bash job.sh
            `,
          },
          {
            'make.sh': dedent`
              {
                echo 'count=$(nproc)'
                echo "./solve --threads «$count»"
              } > solve.sh
              bash solve.sh
            `,
          },
          {
            'make.sh': dedent`
              tee solve.sh > /dev/null <<JOB
              solve() {
                ./solver --part "«$1»"
              }
              solve first
              JOB
              bash solve.sh
            `,
          },
          {
            'make.sh': 'ssh gateway "./serve & echo «$!» > serve.pid"\n',
          },
        ],
        good: [
          {
            'make.sh': dedent`
              cat > job.sh <<JOB
              #!/bin/bash
              for part in 1 2 3; do
                ./solve --part \$part
              done
              JOB
              bash job.sh
            `,
          },
          {
            'make.sh': dedent`
              port=$(pw agent open-port)
              cat > serve.sh <<JOB
              #!/bin/bash
              port=$port
              exec ./serve --port $port
              JOB
              bash serve.sh
            `,
          },
          {
            'make.sh': dedent`
              cat > job.sh <<'JOB'
              for part in 1 2 3; do
                ./solve --part $part
              done
              JOB
              bash job.sh
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    for (const { name, start, end } of context.ask(expandedTooEarly, script)) {
      // What the workflow gives the shell in its `env` is there to be expanded.
      if (new RegExp(`^\\s*${name.replace(/\W/g, '\\$&')}\\s*:`, 'm').test(file?.source.text ?? '')) continue;
      const at = script.text.spanOf(start, end);
      const written = script.text.text.slice(start, end);
      yield {
        message: `"${written}" is expanded now, while the script is written, but only the written script sets it`,
        at,
        fault: `${name} ${start}`,
        help: `write \`\\${written}\`, so that it is left for the script that is written`,
        fix: {
          title: `Leave ${written} for the written script`,
          safety: 'unsafe',
          edits: [{ span: script.text.spanOf(start, start), replacement: '\\' }],
        },
      };
    }
  },
});
