import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import { isServerCommand } from '../../analysis/shell/programs/programs.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** What ends the session is written behind the service that holds the script up. */
export const cleanupAfterService = defineRule({
  meta: {
    id: 'cleanup-after-service',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The script that ends the session, or the number of its process, is written only after the service has ended.',
      why: 'The service holds the script up. While it runs there is nothing to end it by, and once it has ended nobody needs it.',
      fix: 'Write it before the service starts.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              python3 -m http.server "$port"
              echo "screen -S desk -X quit" «> cancel.sh»
              exit 0
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port"
              echo $$ «> service.pid»
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              echo "screen -S desk -X quit" > cancel.sh
              python3 -m http.server "$port"
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              echo $! > service.pid
              wait
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!cleanup.test(script.shell.text)) return;
    const { events, opaque } = context.ask(scriptBehaviour, script);
    if (opaque) return;
    const stay = events.findIndex(
      ({ kind, ...moment }) =>
        kind === 'stay' &&
        !moment.repeated &&
        !moment.background &&
        moment.path === undefined &&
        events.some(
          (event) =>
            event.kind === 'service' &&
            event.how === 'foreground' &&
            event.likelihood === 'certain' &&
            event.at.start === moment.at.start &&
            isServerCommand(event.words),
        ),
    );
    const service = events[stay];
    if (service === undefined) return;
    const before = new Set(events.slice(0, stay).flatMap((one) => (one.kind === 'write' ? [one.file] : [])));
    for (const event of events.slice(stay)) {
      if (event.kind !== 'write' || before.has(event.file) || event.at.file !== script.path) continue;
      const name = nameOfPath(event.file);
      if (!cleanup.test(name)) continue;
      before.add(event.file);
      yield {
        message: `"${name}" is written only after the service has ended`,
        at: event.at,
        related: [{ span: service.at, text: 'the script stays here as long as the service runs' }],
        help: 'write it before the service starts',
      };
    }
  },
});

/** Files by which a session is ended. */
const cleanup = /\b(cancel|kill|stop|cleanup)[\w-]*\.sh\b|\.pid\b/;
