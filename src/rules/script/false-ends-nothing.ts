import { valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { idleFalses } from './idle-false.analysis.ts';

/** A `false` that is meant to end a script which goes on. */
export const falseEndsNothing = defineRule({
  meta: {
    id: 'false-ends-nothing',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A script that does not say `set -e` runs `false` where something went wrong, and then goes on.',
      why: '`false` only sets the exit status, and the next command sets another one: the failure is forgotten, and the rest runs without what it needs.',
      fix: 'Write `exit 1`, or put the rest into `else`.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nif [ -z "$port" ]; then\n  echo "no port" >&2\n  «false»\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nfor turn in 1 2 3; do\n  [ -d "$HOME/data" ] && break\n  [ -f data.failed ] && «false»\n  sleep 3\ndone\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          'port=$(pw agent open-port)\nif [ -z "$port" ]; then\n  echo "no port" >&2\n  exit 1\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'set -e\nport=$(pw agent open-port)\nif [ -z "$port" ]; then\n  false\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'found() {\n  [ -f "$1" ] && return\n  false\n}\nport=$(pw agent open-port)\nif ! found data; then exit 1; fi\n{ echo start; false; } || echo failed\nfalse\nstatus=$?\necho "$status"\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script, file }, context) {
    const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
    const step = script.stepIndex === undefined ? undefined : job?.steps[script.stepIndex];
    const shell = valueAt(step?.node, 'shell');
    // What shell a step asks for may have its own idea of failures.
    if (shell !== undefined) return;
    for (const { pos, end } of context.ask(idleFalses, script)) {
      yield {
        message: '`false` ends nothing here: the script goes on with what follows',
        at: script.text.spanOf(pos, end),
        help: 'write `exit 1`, or put what follows into `else`',
      };
    }
  },
});
