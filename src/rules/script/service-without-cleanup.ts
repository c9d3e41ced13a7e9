import { coordination } from '../../analysis/contract/coordination.ts';
import { servicesOf } from '../../analysis/contract/services.ts';
import { endsWithItsJob } from '../../analysis/shell/programs/programs.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service in the background that nothing ends with the session. */
export const serviceWithoutCleanup = defineRule({
  meta: {
    id: 'service-without-cleanup',
    group: 'script',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    page: {
      what: 'The start script puts its service into the background and neither a trap nor a cancel.sh ends it.',
      why: 'When the session is cancelled only the script is killed: on the login node the service lives on, with its port.',
      fix: 'Add `trap \'kill "$pid"\' EXIT`, or write a cancel.sh that ends the service.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «vncserver :7 -rfbport 5907»
              websockify --web /usr/share/novnc "$port" localhost:5907
            `,
          }),
          startExample({
            service: dedent`
              «python3 -m http.server "$port" > service.out 2>&1» &
              wait
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              vncserver :7 -rfbport 5907
              echo "vncserver -kill :7" > cancel.sh
              websockify --web /usr/share/novnc "$port" localhost:5907
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              trap 'kill "$pid"' EXIT
              wait "$pid"
            `,
          }),
          startExample(),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              echo "kill $!" > cancel.sh
              wait
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    if (contract.behaviour.opaque) return;
    const { events } = contract.behaviour;
    const cleans = events.some(
      (event) =>
        (event.kind === 'trap' && event.signals.some((signal) => /^(EXIT|0|TERM|INT|HUP)$/.test(signal))) ||
        (event.kind === 'write' && event.file.endsWith('/cancel.sh')),
    );
    if (cleans) return;
    const service = servicesOf(contract).find(
      (one) => one.how === 'background' || (one.how === 'detached' && endsWithItsJob(one.words)),
    );
    if (service === undefined) return;
    const beside = script.path.replace(/[^/]*$/, 'cancel.sh');
    if (context.workspace.files.paths.some((path) => path === beside)) return;
    const job = contract.behaviour.ends
      .flatMap((end) => end.running)
      .find((one) => one.at.start <= service.at.start && service.at.end <= one.at.end);
    yield {
      message: 'nothing ends the service when the session is cancelled',
      at: job?.at ?? service.at,
      help: 'add `trap \'kill "$pid"\' EXIT`, or write a cancel.sh that ends it',
    };
  },
});
