import { type EarlyExpansion, earlyExpansions } from '../../analysis/written/early-expansions.ts';
import { dedent } from '../../base/dedent.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { expandedTooEarly } from './expanded-while-writing.analysis.ts';

/** A written script gets a value that there is nothing of yet. */
export const expandedWhileWriting = defineRule({
  meta: {
    id: 'expanded-while-writing',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script is written with the value of a variable that only the written script sets, or with the number of a process that has not been started yet.',
      why: 'In a here-document without quotes around its word, and between double quotes, `$name` is expanded while the text is written. Nothing has set it yet: the script gets an empty word in its place.',
      fix: 'Write `\\$name`, or put the word behind `<<` in quotes when all of the text is meant for later. A variable that is set behind it does not reach the written script: write that when the process has been started.',
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
          startExample({
            started: dedent`
              cat > cancel.sh <<SCRIPT
              #!/bin/bash
              kill «$(cat server.pid)»
              SCRIPT
              touch job.started
            `,
            service: dedent`
              python3 -m http.server "$port" &
              echo $! > server.pid
              wait
            `,
          }),
          startExample({
            started: dedent`
              rm -f server.pid
              PID_FILE=$PWD/server.pid
              cat > cancel.sh <<SCRIPT
              #!/bin/bash
              [ -f "$PID_FILE" ] && kill «$(cat "$PID_FILE")»
              SCRIPT
              touch job.started
            `,
            service: dedent`
              python3 -m http.server "$port" &
              echo $! > "$PID_FILE"
              wait
            `,
          }),
          startExample({
            before: dedent`
              printf '#!/bin/bash\\nkill %s\\n' "«$SERVER_PID»" > cancel.sh
            `,
            service: dedent`
              python3 -m http.server "$port" &
              SERVER_PID=$!
              wait "$SERVER_PID"
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              python3 -m http.server "$port" &
              SERVER_PID=$!
              echo $! > server.pid
              cat > cancel.sh <<SCRIPT
              #!/bin/bash
              kill $SERVER_PID || kill $! || kill $(cat server.pid)
              SCRIPT
              wait "$SERVER_PID"
            `,
          }),
          startExample({
            started: dedent`
              if [ -s server.pid ]; then
                echo "kill $(cat server.pid)" > stop-old.sh
                bash stop-old.sh
              fi
              echo 'kill "$(cat server.pid)"' > cancel.sh
              touch job.started
            `,
            service: dedent`
              python3 -m http.server "$port" &
              echo $! > server.pid
              wait
            `,
          }),
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
    for (const early of context.ask(earlyExpansions, script)) {
      const { start, end, missing, name, later } = early;
      const written = script.text.text.slice(start, end);
      yield {
        message: `"${written}" is expanded now, while the script is written, and ${missing === 'started' ? 'what it stands for is' : `"${name}" is`} only ${missing} behind this`,
        at: script.text.spanOf(start, end),
        fault: `${written} ${start}`,
        related: [{ span: script.text.spanOf(later.start, later.end), text: `it is ${missing} here` }],
        ...remedyFor(early, written, script.text.spanOf(start, start)),
      };
    }
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

/** What can be left for the written script is; a variable of this script is not there when that runs. */
function remedyFor(
  { missing, name }: EarlyExpansion,
  written: string,
  at: Span,
): { readonly help: string; readonly fix?: Fix } {
  if (missing === 'set' || written.includes('!'))
    return {
      help: `write this script when ${name === '' ? 'the process has been started' : `"${name}" is set`}`,
    };
  return {
    help: `write \`\\${written}\`, so that it is left for the script that is written`,
    fix: {
      title: `Leave ${written} for the written script`,
      safety: 'unsafe',
      edits: [{ span: at, replacement: '\\' }],
    },
  };
}
