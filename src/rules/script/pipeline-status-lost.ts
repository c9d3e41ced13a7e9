import { lateStatusChecks } from '../../analysis/shell/late-status-checks.ts';
import { defineRule } from '../rule.ts';

export const pipelineStatusLost = defineRule({
  meta: {
    id: 'pipeline-status-lost',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: () => ({
      what: 'The exit status of a pipeline is looked at, but it is that of its last command.',
      why: 'A program whose output goes through `tee`, `sed` or `head` may fail, and the script goes on as if it had not.',
      fix: 'Write `set -o pipefail` before it, or look at `${PIPESTATUS[0]}`.',
      examples: {
        bad: [
          '«./prepare.bash | tee prepare.log» || exit 1\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'if «! ./prepare.bash 2>&1 | tee prepare.log»; then\n  exit 1\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          './prepare.bash | tee prepare.log\nif «[ $? -ne 0 ]»; then\n  exit 1\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          'if ./prepare.bash | grep -q ready; then\n  echo ready\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'set -o pipefail\nif ! ./prepare.bash | tee prepare.log; then\n  exit 1\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'set -o pipefail\n./prepare.bash | tee prepare.log\nif [ $? -ne 0 ]; then\n  exit 1\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          './prepare.bash | grep ready\nif [ $? -ne 0 ]; then\n  exit 1\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    for (const check of context.ask(lateStatusChecks, script)) {
      if (check.kind !== 'pipeline') continue;
      yield {
        message: `this is the exit status of \`${check.last}\`, not of the program before it`,
        at: script.text.spanOf(check.node.pos, check.node.end),
        related:
          check.of === check.node
            ? []
            : [{ span: script.text.spanOf(check.of.pos, check.of.end), text: 'the pipeline' }],
        help: 'write `set -o pipefail` before the pipeline, or look at `${PIPESTATUS[0]}`',
      };
    }
  },
});
