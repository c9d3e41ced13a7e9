import { capturedMessages } from '../../analysis/shell/captured-messages.ts';
import { startExample } from '../examples/start-example.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A sentence for people that becomes part of a port, because `$(…)` takes all that is printed. */
export const progressInCapturedValue = defineRule({
  meta: {
    id: 'progress-in-captured-value',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A function prints what it is doing, and `$(…)` takes that together with the port that it prints.',
      why: 'The variable holds several lines: the service is started with `--port trying 8000 … 8002`, and nobody can read SESSION_PORT.',
      fix: 'Print for people to the standard error: `echo "trying $p" >&2`. What is asked for its status alone is made quiet: `grep -q`.',
      examples: {
        bad: [
          startExample({
            port: `find_port() {
  for p in $(seq 8000 8100); do
    «echo "trying $p"»
    if ! ss -ltn | grep -q ":$p "; then
      echo "$p"
      return 0
    fi
  done
  return 1
}
port=$(find_port) || exit 1`,
          }),
          startExample({
            port: `find_port() {
  «echo "Looking for a free port ..."»
  pw agent open-port
}
port="$(find_port)"`,
          }),
          startExample({
            port: `port=$(
  p=8000
  until ! nc -z localhost "$p"; do
    «printf '%s is taken\\n' "$p"» | tee -a port.log
    p=$((p + 1))
  done
  echo "$p"
)`,
          }),
          toolExample`
            first_free() {
              local port
              for port in {8000..8100}; do
                if ! ss -ltn | «grep ":$port "»; then
                  echo "$port"
                  break
                fi
              done
            }
            WEB_PORT=$(first_free)
            python3 -m http.server "$WEB_PORT"
          `,
          toolExample`
            submit() {
              «echo "Submitting $1 ..."»
              sbatch --parsable "$1"
            }
            job_id=$(submit serve.sbatch) || exit 1
            scancel "$job_id"
          `,
        ],
        good: [
          toolExample`
            log() {
              echo "$(date +%T) $*" >&2
            }
            find_port() {
              log "looking for a port"
              {
                echo "the ports that are taken:"
                ss -ltn
              } >&2
              for p in $(seq 8000 8100); do
                if ! ss -ltn | grep -q ":$p "; then
                  echo "$p"
                  return 0
                fi
              done
              echo "there is no free port"
              return 1
            }
            port=$(find_port) || exit 1
            python3 -m http.server "$port"
          `,
          toolExample`
            find_port() {
              for p in $(seq 8000 8100); do
                echo "trying $p"
                ss -ltn | grep ":$p " || break
              done
              port=$p
            }
            find_port
            last_port=$(find_port | tail -n 1)
            python3 -m http.server "$port" --directory "$last_port"
          `,
          toolExample`
            describe_port() {
              echo "port $1 of $(hostname)"
            }
            report=$(describe_port 8000)
            echo "$report"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { target, called, taken, messages } of context.ask(capturedMessages, script)) {
      const all = called === undefined ? 'all that is printed here' : `all that \`${called}\` prints`;
      for (const { pos, end } of messages) {
        yield {
          message: `this is printed into "${target}", which takes ${all}`,
          at: script.text.spanOf(pos, end),
          fault: `${target} ${taken.pos}`,
          related: [{ span: script.text.spanOf(taken.pos, taken.end), text: 'it is taken here' }],
          help: 'print it to the standard error: put `>&2` behind it',
          ...(isPrinter(script.shell.text.slice(pos), end - pos) && {
            fix: {
              title: 'Print to the standard error',
              safety: 'unsafe',
              edits: [{ span: script.text.spanOf(end, end), replacement: ' >&2' }],
            },
          }),
        };
      }
    }
  },
});

/** Whether a text begins with a command that only prints, of this length, and gives what it prints to no other one. */
function isPrinter(text: string, length: number): boolean {
  return /^(echo|printf)\s/.test(text) && !/^\s*\|(?!\|)/.test(text.slice(length));
}
