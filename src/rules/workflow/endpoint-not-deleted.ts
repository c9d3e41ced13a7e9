import { endpointCommands } from '../../analysis/endpoints/endpoint-commands.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A clean-up that says that it deletes an endpoint, and does not. */
export const endpointNotDeleted = defineRule({
  meta: {
    id: 'endpoint-not-deleted',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A clean-up says that it deletes or stops an endpoint, and nothing in it does.',
      why: 'The endpoint and its service outlive the cancelled run, and whoever reads the log believes that they are gone.',
      fix: 'Call `pw endpoints delete NAME`, which ends the service with the endpoint.',
      examples: {
        bad: [
          stepsExample`
            - run: setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > log 2>&1 &
              cleanup: |
                «echo "Deleting the endpoint hello-$PW_RUN_SLUG"»
                rm -f log
          `,
          stepsExample`
            - run: setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > log 2>&1 &
              cleanup: |
                touch job.ended
                «printf 'endpoint stopped\\n'»
          `,
        ],
        good: [
          stepsExample`
            - run: setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > log 2>&1 &
              cleanup: |
                echo "Deleting the endpoint hello-$PW_RUN_SLUG"
                pw endpoints delete "hello-$PW_RUN_SLUG"
          `,
          stepsExample`
            - run: |
                setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > log 2>&1 &
                echo "$!" > pid
              cleanup: |
                echo "Stopping the endpoint"
                kill "$(cat pid)"
          `,
          stepsExample`
            - run: setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > log 2>&1 &
              cleanup: |
                echo "The endpoint stays: delete it with pw endpoints delete hello-$PW_RUN_SLUG"
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    if (!context.ask(endpointCommands, file).some(({ verb }) => verb !== 'delete')) return;
    for (const script of workflow.scripts) {
      if (script.role !== 'cleanup') continue;
      const { commands } = context.ask(shellCommands, script);
      // any other program may end it
      if (commands.some(({ program }) => program === undefined || !harmless.has(program))) continue;
      const promise = commands.find(
        ({ program, node }) =>
          (program === 'echo' || program === 'printf') &&
          promises.test(script.shell.text.slice(node.pos, node.end)),
      );
      if (promise === undefined) continue;
      yield {
        message: 'the clean-up says that the endpoint ends, and nothing in it ends one',
        at: script.text.spanOf(promise.node.pos, promise.node.end),
        help: 'call "pw endpoints delete NAME" here',
      };
    }
  },
});

/** Commands that end nothing. */
const harmless: ReadonlySet<string> = new Set([
  ...['echo', 'printf', 'date', 'touch', 'rm', 'rmdir', 'mkdir', 'cat', 'ls', 'sleep', 'hostname', 'pwd'],
  ...[':', 'true', 'false', 'test', '[', '[[', 'set', 'cd', 'export', 'exit', 'return'],
]);

/** What says that an endpoint ends now, or has ended; not that it stays, nor how somebody else may end it. */
const promises =
  /^(?!.*\b(?:stay|stays|keep|keeps|kept|not|still|with|yourself)\b).*(?:\b(?:deleting|deleted|removing|removed|stopping|stopped|closing|closed|shutting down|tearing down)\b.*\bendpoint|\bendpoint\b.*\b(?:is|was|deleted|removed|stopped|closed)\b)/is;
