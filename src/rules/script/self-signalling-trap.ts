import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { functionText } from './function-text.analysis.ts';

/** A trap that signals its own process group and is called by that again. */
export const selfSignallingTrap = defineRule({
  meta: {
    id: 'self-signalling-trap',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A trap signals its own process group without having reset itself first.',
      why: 'The signal comes back to the script, which runs the trap again, until the stack ends: thousands of lines, and no clean end.',
      fix: 'Begin the trap with `trap - EXIT TERM`, or kill the service by its own number.',
      examples: {
        bad: [
          startExample({
            before: dedent`
              finish() {
                kill $$
              }
              «trap finish TERM»
            `,
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            before: dedent`
              on_exit() {
                group=$(ps -o pgid= -p $$ | tr -d " ")
                kill -TERM -"$group"
              }
              «trap on_exit EXIT TERM»
            `,
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            service: dedent`
              «trap 'kill 0' TERM EXIT»
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            before: dedent`
              cleanup() {
                kill -- -$$
              }
              «trap cleanup EXIT INT TERM»
            `,
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
        ],
        good: [
          startExample({
            before: "trap 'kill -9 0' TERM",
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            before: dedent`
              on_exit() {
                trap - EXIT TERM
                group=$(ps -o pgid= -p $$ | tr -d " ")
                kill -TERM -"$group"
              }
              trap on_exit EXIT TERM
            `,
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            service: dedent`
              trap 'trap - TERM EXIT; kill 0' TERM EXIT
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'trap' || event.at.file !== script.path) continue;
      if (!event.signals.some((signal) => /^(TERM|15)$/.test(signal))) continue;
      const own = textOf(event.body) ?? '';
      const body = /^[\w-]+$/.test(own.trim())
        ? functionText(context.ask(parsedScript, script), own.trim())
        : own;
      if (body === undefined || /\btrap\s+(-|''|"")/.test(body)) continue;
      const group = /(\w+)=["']?\$\(\s*ps\s+[^)]*pgid[^)]*\$\$/.exec(`${script.shell.text}`)?.[1];
      const byName =
        group !== undefined &&
        new RegExp(`\\bkill\\b[^;\\n]*\\s-(-\\s+-)?["']?\\$\\{?${escapePattern(group)}\\b`).test(body);
      // Another signal than the one that is trapped does not come back.
      const direct = /\bkill\s+(-(TERM|SIGTERM|15)\s+|-s\s+TERM\s+)?(--\s+)?("?-?\$\$"?|0)(\s|;|$)/m.test(
        body,
      );
      if (!byName && !direct) continue;
      yield {
        message: 'the trap signals the script itself, and so runs again and again',
        at: event.at,
        help: 'begin the trap with `trap - EXIT TERM`, or kill the service by its own number',
      };
    }
  },
});
