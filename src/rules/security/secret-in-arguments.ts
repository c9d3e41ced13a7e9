import { outputTargets } from '../../analysis/shell/command-output.ts';
import { secretsInScript } from '../../analysis/shell/secrets.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import type { WordPart } from '../../syntax/bash/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

// Commands of the shell itself have no entry in the list of processes.
const builtins: ReadonlySet<string> = new Set([
  ':',
  '.',
  '[',
  'alias',
  'builtin',
  'cd',
  'command',
  'declare',
  'echo',
  'eval',
  'exec',
  'exit',
  'export',
  'false',
  'let',
  'local',
  'printf',
  'pushd',
  'popd',
  'pwd',
  'read',
  'readonly',
  'return',
  'set',
  'shift',
  'source',
  'test',
  'trap',
  'true',
  'type',
  'typeset',
  'ulimit',
  'umask',
  'unset',
  'wait',
]);

/** A secret is on the command line of a program. */
export const secretInArguments = defineRule({
  meta: {
    id: 'secret-in-arguments',
    group: 'security',
    severity: 'note',
    securitySeverity: 4.5,
    since: '0.1.0',
    page: {
      what: 'A password, token or key is an argument of a program.',
      why: "On a login node everybody sees the arguments of everybody's processes with `ps`.",
      fix: 'Hand it over in the environment, in a file that only its owner can read, or on the standard input.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  curl --fail --header "Authorization: Bearer «\${TOKEN}»" https://example.com/data
            inputs:
              token:
                type: password
          `,
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  curl --fail --user "me:$(printf '%s' "«\${TOKEN}»" | base64)" https://example.com/data
            inputs:
              token:
                type: password
          `,
        ],
        good: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  env -u http_proxy -u https_proxy curl --fail https://example.com/data
                  env -u http_proxy TOKEN="\${TOKEN}" python3 fetch.py
                  env -i HF_TOKEN="\${TOKEN}" timeout -k 5 60 python3 fetch.py
            inputs:
              token:
                type: password
          `,
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  curl --fail --header @- https://example.com/data <<< "Authorization: Bearer \${TOKEN}"
                  curl --fail --config - <<< "user = $(printf '%s' "\${TOKEN}" | base64)"
                  curl --fail --config - << CONFIG
                  user = $(printf '%s' "\${TOKEN}" | base64)
                  CONFIG
                  curl --fail --config <(printf 'user = "%s"' "\${TOKEN}") https://example.com/data
                  curl --fail --header @<(echo "Authorization: Bearer \${TOKEN}") https://example.com/data
                  AUTHORIZATION="$(printf '%s' "\${TOKEN}" | base64)" python3 fetch.py
                  env AUTHORIZATION="$(printf '%s' "\${TOKEN}" | base64)" python3 fetch.py
                  tee configuration < <(printf '%s' "\${TOKEN}") > /dev/null
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
    const told = new Set<ShellCommand['node']>();
    for (const { occurrence, what } of context.ask(secretsInScript, script)) {
      const command = seenBy(occurrence);
      if (command === undefined || told.has(command.node)) continue;
      if (isFunction(command.program ?? '', script.shell.text)) continue;
      told.add(command.node);
      yield {
        message: `${what} is an argument of "${command.program}", which everybody on the machine can see with ps`,
        at: script.text.spanOf(occurrence.start, occurrence.end),
        help: 'hand it over in an environment variable, in a file with mode 600, or on the standard input',
      };
    }
  },
});

/** The program on whose command line the secret stands, also by way of `$(echo … | base64)`. */
function seenBy({ role, command, word }: Occurrence): ShellCommand | undefined {
  if (role !== 'argument' || command?.program === undefined) return undefined;
  // what `env` gives to the environment of the program is none of its arguments
  if (!command.words.some(({ pos }) => pos === word.pos)) return undefined;
  if (!builtins.has(command.program)) return command.node.name === undefined ? undefined : command;
  if (command.program !== 'echo' && command.program !== 'printf') return undefined;
  const [around] = command.within;
  if (around?.program === undefined || builtins.has(around.program)) return undefined;
  if (!around.words.some(({ parts }) => isGivenTo(command, parts ?? []))) return undefined;
  return outputTargets(command).some((target) => target.kind === 'value') ? around : undefined;
}

/**
 * Whether what a command prints becomes a part of a word, by `$(…)`. A here-string, a redirection, an assignment before
 * the program and the file behind `<(…)` are no arguments.
 */
function isGivenTo(command: ShellCommand, parts: readonly WordPart[]): boolean {
  return parts.some((part) => {
    const isInside = part.pos <= command.node.pos && command.node.end <= part.end;
    if (!isInside || part.type === 'ProcessSubstitution') return false;
    return part.type === 'CommandExpansion' || !('parts' in part) || isGivenTo(command, part.parts ?? []);
  });
}

/** Whether a script defines a function of this name, which runs in the shell itself. */
function isFunction(name: string, text: string): boolean {
  return new RegExp(`(^|[\\s;&|])(function\\s+)?${name.replace(/[^\w-]/g, '\\$&')}\\s*\\(\\)`, 'm').test(
    text,
  );
}
