import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A port that is thrown by dice. */
export const randomPort = defineRule({
  meta: {
    id: 'random-port',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A port is a number of `$RANDOM` that may be below 1024, or above 65535.',
      why: '`$RANDOM` starts at 0: ports below 1024 are for the system, and the number may belong to a service that runs already. The session fails every so often, and works at the next try.',
      fix: 'Take a port that is free: `pw agent open-port`, or bind a socket to port 0 and ask for its number.',
      examples: {
        bad: [
          toolExample`
            port=«$((RANDOM % 20000 + 50000))»
            python3 -m http.server "$port"
          `,
          toolExample`
            port=«$((40000 + RANDOM))»
            python3 -m http.server "$port"
          `,
          toolExample`
            PORT=«$RANDOM»
            python3 -m http.server "$PORT"
          `,
          toolExample`
            web_port=«$((RANDOM % 9000))»
            python3 -m http.server "$web_port"
          `,
        ],
        good: [
          toolExample`
            port=$((RANDOM % 15000 + 50000))
            python3 -m http.server "$port"
          `,
          toolExample`
            PORT=$(pw agent open-port)
            token=$RANDOM
            python3 -m http.server "$PORT" --directory "$token"
          `,
          toolExample`
            PORT=$((20000 + RANDOM % 10000))
            while nc -z localhost "$PORT"; do PORT=$((20000 + RANDOM % 10000)); done
            python3 -m http.server "$PORT"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { node } of context.ask(shellCommands, script).commands) {
      for (const part of [...node.prefix, ...node.args]) {
        if (part.type !== 'Assignment' || !/port/i.test(part.name)) continue;
        const value = part.text.slice(part.name.length + 1);
        const isTooHigh = isAboveAllPorts(value);
        if (!isTooHigh && !isBelowUserPorts(value)) continue;
        yield {
          message: isTooHigh
            ? `"${value}" may be above 65535, which is no port`
            : `"${value}" may be a port below 1024, or one that is taken`,
          at: script.text.spanOf(part.pos + part.name.length + 1, part.end),
          help: 'ask for a port that is free: $(pw agent open-port)',
        };
      }
    }
  },
});

/** Whether a value is made of `$RANDOM` with nothing added that lifts it above 1023. */
function isBelowUserPorts(value: string): boolean {
  const text = value.replace(/^"|"$/g, '').replace(/\s/g, '');
  if (/^\$\{?RANDOM\}?$/.test(text)) return true;
  return /^\$\(\(\(?\$?\{?RANDOM\}?(%\d+\)?)?(\+\d{1,3})?\)\)$/.test(text);
}

/** Whether a value made of `$RANDOM`, which is at most 32767, and of numbers may be above the last port. */
function isAboveAllPorts(value: string): boolean {
  const text = value.replace(/^"|"$/g, '').replace(/\s/g, '');
  const random = String.raw`\(?\$?\{?RANDOM\}?(?:%(\d+))?\)?`;
  const match =
    new RegExp(`^\\$\\(\\((?:${random}\\+(\\d+)|(\\d+)\\+${random})\\)\\)$`).exec(text) ?? undefined;
  if (match === undefined) return false;
  const [, rest, more, base, otherRest] = match;
  const modulus = Number(rest ?? otherRest ?? 32_768);
  return Math.min(modulus, 32_768) - 1 + Number(more ?? base) > 65_535;
}
