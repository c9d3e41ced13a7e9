import { fixedPorts, isPort } from '../../analysis/workflow/fixed-ports.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** A port that no machine has. */
export const impossiblePort = defineRule({
  meta: {
    id: 'impossible-port',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A port is written out that is below 1, above 65535, or no number at all.',
      why: 'There is no such port: nothing can listen there, and the session or connection leads nowhere.',
      fix: 'Write a port from 1 to 65535, or pass the one that the script announces.',
      examples: {
        bad: [
          update('remotePort: «70000»'),
          update('remotePort: 8080\n        localPort: «"-1"»'),
          update('remotePort: «0»'),
          update('remotePort: «SESSION_PORT»'),
          dedent(`
          jobs:
            main:
              steps:
                - run: hostname
                  ssh:
                    remoteHost: node1:«65536»
        `),
          `${update('remotePort: ${{ inputs.port }}')}"on":\n  execute:\n    inputs:\n      port:\n        type: number\n        default: «88888»\n`,
        ],
        good: [
          update('remotePort: 65535\n        localPort: "1"'),
          `${update('remotePort: ${{ inputs.port }}')}"on":\n  execute:\n    inputs:\n      port:\n        type: number\n        default: 0\n`,
          dedent(`
          jobs:
            main:
              steps:
                - run: hostname
                  ssh:
                    remoteHost: fe80::1:70000
        `),
        ],
      },
    }),
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
  return `permissions: ['*']\nsessions:\n  desk: {}\njobs:\n  main:\n    steps:\n      - uses: parallelworks/update-session\n        with:\n          name: \${{ sessions.desk }}\n          target: user-workspace\n          remoteHost: localhost\n          ${port.replaceAll('\n        ', '\n          ')}\n`;
}
