import type { AnalysisContext } from '../../analysis/analysis.ts';
import { secretAssignments, secretsInScript } from '../../analysis/shell/secrets.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Script } from '../../model/script.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `set -x` prints a command with a secret in it. */
export const tracedSecret = defineRule({
  meta: {
    id: 'traced-secret',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.1,
    since: '0.1.0',
    page: {
      what: 'A command with a password, token or key runs while `set -x` is on.',
      why: '`set -x` prints every command with its values put in, so the secret is in the log of the run.',
      fix: 'Switch tracing off around the command with `set +x`, or leave `set -x` out.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  set -ex
                  export HF_TOKEN="«\${TOKEN}»"
                  python3 fetch.py
            inputs:
              token:
                type: password
          `,
          stepsExample`
            - run: |
                set -x
                «password=$(openssl rand -hex 12)»
                umask 077
                docker compose config "\${password:+set}"
                export PASSWORD="\${password}"
                docker compose up
          `,
        ],
        good: [
          stepsExample`
            - run: |
                set -x
                set +x
                password=$(openssl rand -hex 12)
                umask 077
                export PASSWORD="\${password}"
                set -x
                docker compose up
          `,
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  set -e
                  export HF_TOKEN="\${TOKEN}"
                  python3 fetch.py
            inputs:
              token:
                type: password
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const switches = context.ask(shellCommands, script).commands.flatMap((command) => {
      const on = tracing(command);
      return on === undefined ? [] : [{ on, at: command.node.pos, conditional: command.conditional }];
    });
    if (!switches.some(({ on, conditional }) => on && !conditional)) return;
    const switchAt = (start: number) => switches.filter(({ at }) => at < start).at(-1);
    const isTraced = (start: number): boolean => {
      const last = switchAt(start);
      return last?.on === true && !last.conditional;
    };
    const printed = [...madeHere(script, context), ...expandedHere(script, context)].filter(({ start }) =>
      isTraced(start),
    );
    printed.sort((left, right) => left.start - right.start);
    const [first, ...others] = printed;
    const on = first && switchAt(first.start);
    if (first === undefined || on === undefined) return;
    const spanOf = ({ start, end }: PrintedPlace) => script.text.spanOf(start, end);
    yield {
      message: `"set -x" prints ${first.what} into the log`,
      at: spanOf(first),
      related: [
        { span: script.text.spanOf(on.at, on.at + 3), text: 'tracing is switched on here' },
        ...others
          .slice(0, mostPlaces)
          .map((place) => ({ span: spanOf(place), text: `and ${place.what} here` })),
      ],
      help:
        others.length === 0
          ? 'put "set +x" before this command and "set -x" after it, or do not trace this script'
          : 'put "set +x" before this command and "set -x" after the last of these places, or do not trace this script',
    };
  },
});

/** A stretch of a script that `set -x` prints with a secret in it. */
interface PrintedPlace {
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

/** How many further places are shown. */
const mostPlaces = 5;

/** Where a secret is made and kept in a variable: the assignment is printed with its value. */
function madeHere(script: Script, context: AnalysisContext): readonly PrintedPlace[] {
  return context
    .ask(shellCommands, script)
    .commands.flatMap((command) => secretAssignments(command))
    .map(({ pos, end, name }) => ({ start: pos, end, what: `the secret "${name}"` }));
}

/** Where commands are printed with a secret in their words. The text of a here-document is not printed. */
function expandedHere(script: Script, context: AnalysisContext): readonly PrintedPlace[] {
  return context.ask(secretsInScript, script).flatMap(({ occurrence, what }) => {
    const { command, role, start, end } = occurrence;
    const silent = command === undefined || role === 'here-doc' || role === 'here-string';
    return silent || tracing(command) !== undefined ? [] : [{ start, end, what }];
  });
}

/** Whether a command switches tracing on or off. */
function tracing({ program, words }: ShellCommand): boolean | undefined {
  if (program !== 'set') return undefined;
  let on: boolean | undefined;
  for (const [index, word] of words.entries()) {
    const text = literalOf(word) ?? '';
    if (!text.includes('x')) continue;
    if (/^-[a-zA-Z]*x/.test(text)) on = true;
    else if (/^\+[a-zA-Z]*x/.test(text)) on = false;
    else if (text === 'xtrace') on = literalOf(words[index - 1])?.startsWith('-');
  }
  return on;
}
