import { isBlock } from '../../model/script.ts';
import { defineRule } from '../rule.ts';
import { endlessWaits } from './endless-waits.analysis.ts';

export const endlessWait = defineRule({
  meta: {
    id: 'endless-wait',
    group: 'script',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    page: () => ({
      what: 'A script waits for a file or an answer and has no other end than that it comes.',
      why: 'When it never comes, the script waits until the session is cancelled by hand, and nothing says why.',
      fix: 'Count the turns, or end the loop when the process that it waits for is gone.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\npython3 -m http.server "$port" > service.out 2>&1 &\npid=$!\ntrap \'kill "$pid"\' EXIT\nwhile «! curl -s "localhost:$port" > page.html»; do\n  sleep 2\ndone\ntouch job.started\nwait "$pid"\n',
          'while «[ ! -f SETUP_COMPLETE ]»; do\n  sleep 3\ndone\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\npython3 -m http.server "$port" > service.out 2>&1 &\npid=$!\ntrap \'kill "$pid"\' EXIT\nwhile ! curl -s "localhost:$port" > page.html; do\n  kill -0 "$pid" || exit 1\n  sleep 2\ndone\ntouch job.started\nwait "$pid"\n',
          'for attempt in $(seq 100); do\n  [ -f SETUP_COMPLETE ] && break\n  sleep 3\ndone\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
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
