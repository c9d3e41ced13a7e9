import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** A coordination file was never written. */
export const markerMissing = defineRule({
  meta: {
    id: 'marker-missing',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A coordination file was never written.',
      why: 'The steps that wait for the service wait for the file, and in the end they give up.',
      fix: 'Write HOSTNAME and SESSION_PORT in start.sh before the service starts.',
      examples: {
        bad: [
          startExample({
            shebang: '«#!/bin/bash»',
            port: '',
            announce: '',
            service: 'exec python3 -m http.server "$(pw agent open-port)"',
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('marker-missing', subject),
});
