import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { shownValue } from '../../analysis/shell/interpreter/state/value.ts';
import { isServerCommand } from '../../analysis/shell/programs/programs.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A trap for a signal that cannot run while the service holds the script up in the foreground. */
export const trapBehindForeground = defineRule({
  meta: {
    id: 'trap-behind-foreground',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script sets a trap for TERM and then runs its service in the foreground.',
      why: 'Bash runs a trap only when the command in the foreground has ended: the signal that ends the session is answered when the service has ended by itself, or never.',
      fix: 'Start the service with `&`, keep its number, and `wait` for it: `wait` is interrupted by the signal.',
      examples: {
        bad: [
          toolExample`
            mkdir -p page
            «trap 'rm -rf page; exit 143' TERM INT»
            python3 -m http.server "$1" --directory page > service.log 2>&1
          `,
        ],
        good: [
          toolExample`
            mkdir -p page
            python3 -m http.server "$1" --directory page > service.log 2>&1 &
            server=$!
            trap 'kill "$server"; rm -rf page; exit 143' TERM INT
            wait "$server"
          `,
          toolExample`
            mkdir -p page
            trap 'rm -rf page' EXIT
            python3 -m http.server "$1" --directory page > service.log 2>&1
          `,
          toolExample`
            mkdir -p page
            trap 'rm -rf page' TERM
            make page
            trap - TERM
            python3 -m http.server "$1" --directory page > service.log 2>&1
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { events } = context.ask(scriptBehaviour, script);
    const service = events.find(
      (event) =>
        event.kind === 'service' &&
        event.how === 'foreground' &&
        !event.background &&
        event.at.file === script.path &&
        isServerCommand(event.words),
    );
    if (service === undefined) return;
    let set: (typeof events)[number] | undefined;
    for (const event of events) {
      if (event === service) break;
      if (event.kind !== 'trap' || !event.signals.some((signal) => /^(SIG)?TERM$|^15$/.test(signal)))
        continue;
      set = /^(-|)$/.test(shownValue(event.body).trim()) ? undefined : event;
    }
    if (set === undefined || set.at.file !== script.path) return;
    yield {
      message: 'while the service runs in the foreground, this trap cannot run',
      at: set.at,
      related: [{ span: service.at, text: 'the service in the foreground' }],
      help: 'start the service with `&` and `wait` for it',
    };
  },
});
