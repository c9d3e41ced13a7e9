import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** `remoteHost` gets the port and `remotePort` the host. */
export const swappedSessionAddress = defineRule({
  meta: {
    id: 'swapped-session-address',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The host and the port of the session are exchanged.',
      why: 'The platform tries to open a tunnel to a machine named like a number, and the session never opens.',
      fix: 'Exchange the two values.',
      examples: {
        bad: [
          sessionExample({
            update_session: {
              'remoteHost: ${{ needs.wait_for_service.outputs.HOSTNAME }}':
                'remoteHost: «${{ needs.wait_for_service.outputs.SESSION_PORT }}»',
              'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}':
                'remotePort: ${{ needs.wait_for_service.outputs.HOSTNAME }}',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    const host = valueAt(step.with, 'remoteHost');
    const port = valueAt(step.with, 'remotePort');
    if (host === undefined || port === undefined) return;
    const hostName = pathWritten(workflow, host)?.at(-1);
    const portName = pathWritten(workflow, port)?.at(-1);
    if (hostName === undefined || portName === undefined) return;
    if (!/port/i.test(hostName) || /host/i.test(hostName)) return;
    if (!/host/i.test(portName) || /port/i.test(portName)) return;
    yield {
      message: `"remoteHost" gets "${hostName}" and "remotePort" gets "${portName}": they are exchanged`,
      at: host.span,
      related: [{ span: port.span, text: 'the port gets the host' }],
      help: 'exchange the two values',
    };
  },
});
