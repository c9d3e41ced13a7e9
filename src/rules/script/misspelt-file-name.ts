import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { toolExample } from '../examples/tool-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { misspeltNames } from './misspelt-file-name.analysis.ts';
import { unwrittenProcessFiles } from './process-files.analysis.ts';

/** A file that nothing makes, and whose name is nearly that of one that is there. */
export const misspeltFileName = defineRule({
  meta: {
    id: 'misspelt-file-name',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A script reads a file that nothing in the repository has or makes, and there is one whose name is nearly the same, or the only one with the number of a process.',
      why: 'The command fails, or does nothing: "No such file or directory".',
      fix: 'Write the name of the file that is there.',
      examples: {
        bad: [
          {
            'workflows/relay/workflow.yaml': stepsExample`
              - run: |
                  socat TCP-LISTEN:9000,fork TCP:db.example.org:5432 > relay.log 2>&1 &
                  echo $! > server.pid
                  wait
                cleanup: kill "$(cat «server.pdi»)"
            `,
          },
          {
            ...toolExample`
              source «load-modules.sh»
              date
            `,
            'tools/load_modules.sh': 'module load gcc\n',
          },
          toolExample`
            ssh -N -L 9000:db:5432 login &
            echo $! > tunnel.pid
            trap 'kill "$(cat «tunel.pid»)"' EXIT
            sleep 60
          `,
          startExample({
            service: dedent`
              python3 -m http.server "$port" &
              echo $! > web.pid
              cat > cancel.sh <<'SCRIPT'
              #!/bin/bash
              if [ -f service.pid ]; then
                kill "$(cat «service.pid»)"
              fi
              SCRIPT
              wait
            `,
          }),
          {
            'workflows/relay/workflow.yaml': stepsExample`
              - run: |
                  socat TCP-LISTEN:9000,fork TCP:db.example.org:5432 > relay.log 2>&1 &
                  echo $! > relay.pid
                  wait
                cleanup: pkill -F "$PW_PARENT_JOB_DIR/«tunnel.pid»"
            `,
          },
          toolExample`
            cp settings.example settings.env
            sed -i "s|@DATA@|$HOME/data|" «settings.env.sh»
          `,
          sessionExample({
            start: { before: 'source utils/«load-modules.sh»' },
            files: { 'utils/load_modules.sh': 'module load gcc\n' },
          }),
          {
            ...toolExample`
              rsync -a «plot_reslts.py» "$1:tools/"
            `,
            'tools/plot_results.py': 'print(1)\n',
          },
        ],
        good: [
          {
            ...toolExample`
              source load_modules.sh
              bash step2.sh
              cat result.json
              [ -f load-module.sh ] && source load-module.sh
            `,
            'tools/load_modules.sh': 'module load gcc\n',
            'tools/step1.sh': 'date > result.jsonl\n',
          },
          sessionExample({
            start: { before: '[ -f utils/load-modules.sh ] && source utils/load-modules.sh' },
            files: { 'utils/load_modules.sh': 'module load gcc\n' },
          }),
          toolExample`
            gunicorn --pid web.pid --bind 127.0.0.1:8000 app:app &
            echo $! > parent.pid
            trap 'kill "$(cat web.pid)"' EXIT
            wait
          `,
          toolExample`
            name=web
            ./server > server.log 2>&1 &
            echo $! > "$name.pid"
            kill "$(cat web.pid)"
          `,
          toolExample`
            ./server > server.log 2>&1 &
            echo $! > server.pid
            tail -n 3 server.log
            kill "$(cat server.pid)"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const told = new Set<number>();
    for (const { name, near, start, end, exists } of misspeltNames(script, file, context)) {
      told.add(end);
      const at = script.text.spanOf(start, end);
      yield {
        message: exists
          ? `the repository has no "${name}", and nothing makes it`
          : `nothing makes "${name}": "${near}" is made`,
        at,
        ...didYouMean(at, near),
      };
    }
    for (const { name, written, start, end } of context.ask(unwrittenProcessFiles, script)) {
      if (told.has(end)) continue;
      const at = script.text.spanOf(start, end);
      yield {
        message: `nothing writes "${name}": the number that is meant is in "${written}", which nobody reads`,
        at,
        ...didYouMean(at, written),
      };
    }
  },
});
