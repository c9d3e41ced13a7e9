import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** job.started was there before HOSTNAME and SESSION_PORT could be read, for longer than the wait step allows. */
export const markerOrder = defineRule({
  meta: {
    id: 'marker-order',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'job.started was there before HOSTNAME and SESSION_PORT could be read, for longer than the wait step allows.',
      why: 'A step that reads the files once, right after job.started, gets an old or an empty port.',
      fix: 'Write HOSTNAME and SESSION_PORT first and touch job.started last; with inject_markers, wait for SESSION_PORT itself.',
      examples: {
        bad: [
          startExample({
            before: 'touch job.started',
            announce: 'sleep 4',
            started: '«echo "$port" > SESSION_PORT»',
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('marker-order', subject),
});
