import { assignsVariable } from '../../analysis/shell/variable-texts.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { isBlock } from '../../model/script.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { unsetTargets } from './unset-targets.analysis.ts';

/** `kill`, `scancel` or `docker stop` with a variable that nothing sets. */
export const killOfUnsetVariable = defineRule({
  meta: {
    id: 'kill-of-unset-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A process, a job or a container is to be ended by a variable that nothing sets.',
      why: '`kill` gets no number, `scancel` no job: what was started lives on after the session, with its port.',
      fix: 'Keep the number when the process starts: `server & pid=$!`.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              stop() {
                docker stop "«$WEB_CONTAINER»"
              }
              trap stop EXIT
              docker run -d -p "$port":80 web
              sleep infinity
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              cat > cancel.sh <<'EOF'
              kill «$pid»
              EOF
              wait
            `,
          }),
          startExample({
            before: 'trap \'kill "«$SERVER_PID»"\' EXIT',
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            service: dedent`
              cleanup() {
                kill "«$server_pid»"
              }
              trap cleanup EXIT
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              declare -A services
              python3 -m http.server "$port" &
              services[web]=$!
              trap 'for one in "\${services[@]}"; do kill "$one"; done' EXIT
              wait
            `,
          }),
          startExample({
            service: dedent`
              cleanup() {
                docker rm -f "web-$USER" "web-$LOGNAME" "web-$HOSTNAME-$UID" "web-$EUID-$SLURM_JOB_ID"
                docker stop "web-$RANDOM" "$SSH_TTY" "$XDG_SESSION_ID" || kill -- "-$BASHPID" "$PPID"
              }
              trap cleanup EXIT
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              cat > cancel.sh <<EOF
              kill $pid
              EOF
              wait
            `,
          }),
          startExample({
            service: dedent`
              cleanup() {
                kill "$server_pid"
              }
              trap cleanup EXIT
              python3 -m http.server "$port" > service.out 2>&1 &
              server_pid=$!
              wait
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    // What a script that is written inherits is told of its writer.
    if (script.role === 'written') return;
    for (const target of context.ask(unsetTargets, script)) {
      // A block may have it from the workflow's `env`.
      if (new RegExp(`\\b${escapePattern(target.name)}\\s*:`).test(file?.source.text ?? '')) continue;
      // What another step sets is told as that.
      if (isBlock(script) && assignsVariable(file?.source.text ?? '', target.name)) continue;
      const at = script.text.spanOf(target.start, target.end);
      if (target.inCancelScript) {
        yield {
          message: `cancel.sh is a shell of its own, where nothing sets "${target.name}"`,
          at,
          fault: target.name,
          help: 'leave out the quotes around the word behind `<<`, so that the value is written into cancel.sh',
        };
      } else {
        yield {
          message: `nothing in this script sets "${target.name}"`,
          at,
          fault: target.name,
          help:
            target.program === 'kill'
              ? `keep the number when the process starts: \`… & ${target.name}=$!\``
              : `keep what \`${target.program}\` needs when it is started: \`${target.name}=$(…)\``,
        };
      }
    }
  },
});
