import { dedent } from '../../base/dedent.ts';
import { isBlock } from '../../model/script.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { endlessWaits } from './endless-waits.analysis.ts';

/** A loop that ends only when what it waits for comes. */
export const endlessWait = defineRule({
  meta: {
    id: 'endless-wait',
    group: 'script',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    page: {
      what: 'A script waits for a file or an answer and has no other end than that it comes.',
      why: 'When it never comes, the script waits until the session is cancelled by hand, and nothing says why.',
      fix: 'Count the turns, or end the loop when the process that it waits for is gone.',
      examples: {
        bad: [
          startExample({
            started: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              trap 'kill "$pid"' EXIT
              while «! curl -s "localhost:$port" > page.html»; do
                sleep 2
              done
              touch job.started
            `,
            service: 'wait "$pid"',
          }),
          startExample({
            before: dedent`
              while «[ ! -f SETUP_COMPLETE ]»; do
                sleep 3
              done
            `,
          }),
        ],
        good: [
          startExample({
            started: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              trap 'kill "$pid"' EXIT
              while ! curl -s "localhost:$port" > page.html; do
                kill -0 "$pid" || exit 1
                sleep 2
              done
              touch job.started
            `,
            service: 'wait "$pid"',
          }),
          startExample({
            before: dedent`
              for attempt in $(seq 100); do
                [ -f SETUP_COMPLETE ] && break
                sleep 3
              done
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    // A step of a workflow can be ended from outside.
    if (isBlock(script)) return;
    for (const node of context.ask(endlessWaits, script)) {
      yield {
        message: 'this waits for ever when what it waits for never comes',
        at: script.text.spanOf(node.pos, node.end),
        help: 'count the turns, or end the loop when the process that it waits for is gone',
      };
    }
  },
});
