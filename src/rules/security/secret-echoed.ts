import { outputTargets } from '../../analysis/command-output.ts';
import { secretsInScript } from '../../analysis/secrets.ts';
import { defineRule } from '../rule.ts';

const printing: ReadonlySet<string> = new Set(['echo', 'printf', 'cat', 'tee']);

/** A secret is printed into the log of a step. */
export const secretEchoed = defineRule({
  meta: {
    id: 'secret-echoed',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.5,
    since: '0.1.0',
    what: 'A password, token or key is printed into the log of a step.',
    why: 'The log is kept with the run: whoever can see the run can read the secret, long after it has ended.',
    fix: 'Do not print it. To see whether it is set, print `${token:+is set}` instead.',
    examples: {
      bad: [
        `jobs:
  main:
    steps:
      - env:
          TOKEN: \${{ inputs.token }}
        run: |
          echo "using token «\${TOKEN}»"
'on':
  execute:
    inputs:
      token:
        type: password
`,
      ],
      good: [
        `jobs:
  main:
    steps:
      - env:
          TOKEN: \${{ inputs.token }}
        run: |
          echo "the token \${TOKEN:+is set}"
'on':
  execute:
    inputs:
      token:
        type: password
`,
      ],
    },
  },
  on: 'script',
  *check({ script }, context) {
    const told = new Set<number>();
    for (const { occurrence, what } of context.ask(secretsInScript, script)) {
      const { command } = occurrence;
      if (command?.program === undefined || !printing.has(command.program)) continue;
      // Words of `cat` and `tee` are names of files, not what they print.
      const prints =
        command.program === 'echo' || command.program === 'printf' ? occurrence.role === 'argument' : false;
      if (!prints && occurrence.role !== 'here-doc' && occurrence.role !== 'here-string') continue;
      const targets = outputTargets(command);
      // What also goes to a file, the outputs among them, is told by other rules.
      if (
        !targets.some((target) => target.kind === 'log') ||
        targets.some((target) => target.kind === 'file')
      )
        continue;
      if (told.has(command.node.pos)) continue;
      told.add(command.node.pos);
      yield {
        message: `${what} is printed into the log`,
        at: script.text.spanOf(occurrence.start, occurrence.end),
        help: 'leave it out, or print only whether it is set: "${name:+is set}"',
      };
    }
  },
});
