import { fixedPorts, isPort } from '../../analysis/workflow/fixed-ports.ts';
import { dedent } from '../../base/dedent.ts';
import { formExample, stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A port that no machine has. */
export const impossiblePort = defineRule({
  meta: {
    id: 'impossible-port',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A port is written out that is below 1, above 65535, or no number at all.',
      why: 'There is no such port: nothing can listen there, and the session or connection leads nowhere.',
      fix: 'Write a port from 1 to 65535, or pass the one that the script announces.',
      examples: {
        bad: [
          update('remotePort: «70000»'),
          update(dedent`
            remotePort: 8080
            localPort: «"-1"»
          `),
          update('remotePort: «0»'),
          update('remotePort: «SESSION_PORT»'),
          stepsExample`
            - run: hostname
              ssh:
                remoteHost: node1:«65536»
          `,
          `${update('remotePort: ${{ inputs.port }}')}${formExample`
            port:
              type: number
              default: «88888»
          `}`,
        ],
        good: [
          update(dedent`
            remotePort: 65535
            localPort: "1"
          `),
          `${update('remotePort: ${{ inputs.port }}')}${formExample`
            port:
              type: number
              default: 0
          `}`,
          stepsExample`
            - run: hostname
              ssh:
                remoteHost: fe80::1:70000
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const { text, at, readAt } of context.ask(fixedPorts, workflow)) {
      if (isPort(text)) continue;
      yield {
        message:
          /\d$/.test(text) && Number.isInteger(Number(text))
            ? `there is no port ${text}`
            : `"${text}" is no port`,
        at,
        related: readAt && [{ span: readAt, text: 'it is the port here' }],
        help: 'ports are 1 to 65535; what a job has found out is read as ${{ needs.JOB.outputs.NAME }}',
      };
    }
  },
});

function update(port: string): string {
  return workflowExample`
    sessions:
      desk: {}
    steps:
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.desk }}
          target: user-workspace
          remoteHost: localhost
          ${port}
  `;
}
