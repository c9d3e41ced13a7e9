import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { lostTraps } from './lost-trap.analysis.ts';

/** An exit trap that never runs because the shell is replaced by the service. */
export const trapLostByExec = defineRule({
  meta: {
    id: 'trap-lost-by-exec',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script sets a trap for its end, to clean up, and then replaces itself with `exec`.',
      why: 'After `exec` there is no shell that could run the trap: files, helpers and containers stay.',
      fix: 'Start the service with `&`, keep its number, and `wait` for it; or clean up in cancel.sh.',
      examples: {
        bad: [
          toolExample`
            scratch=$(mktemp -d)
            «trap 'rm -rf "$scratch"' EXIT»
            exec python3 -m http.server "$1" --directory "$scratch"
          `,
          toolExample`
            cleanup() {
              kill "$helper"
            }
            sleep 900 &
            helper=$!
            «trap cleanup EXIT»
            exec ./my-server
          `,
        ],
        good: [
          toolExample`
            scratch=$(mktemp -d)
            ./my-server "$scratch" &
            server=$!
            trap 'kill "$server"; rm -rf "$scratch"' EXIT
            wait "$server"
          `,
          toolExample`
            scratch=$(mktemp -d)
            trap 'rm -rf "$scratch"' EXIT
            ./prepare "$scratch"
            trap - EXIT
            exec ./my-server "$scratch"
          `,
          toolExample`
            trap 'echo "ended"' EXIT
            exec > service.log 2>&1
            exec ./my-server
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!script.shell.text.includes('trap')) return;
    for (const { trap, exec } of lostTraps(context.ask(parsedScript, script))) {
      yield {
        message: 'this trap never runs: `exec` replaces the shell that would run it',
        at: script.text.spanOf(trap.pos, trap.args.at(-1)?.end ?? trap.end),
        related: [{ span: script.text.spanOf(exec.pos, exec.end), text: 'here the shell is replaced' }],
        help: 'start the service with `&` and `wait` for it, or clean up in cancel.sh',
      };
    }
  },
});
