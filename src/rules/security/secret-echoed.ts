import type { AnalysisContext } from '../../analysis/analysis.ts';
import { workflowFileOf } from '../../analysis/contract/owner.ts';
import { outputTargets } from '../../analysis/shell/command-output.ts';
import { secretsInScript } from '../../analysis/shell/secrets.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import type { Script } from '../../model/script.ts';
import { workflowExample } from '../examples/workflow-example.ts';
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
    page: {
      what: 'A password, token or key is printed into the log of a step.',
      why: 'The log is kept with the run: whoever can see the run can read the secret, long after it has ended.',
      fix: 'Do not print it. To see whether it is set, print `${token:+is set}` instead.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  echo "using token «\${TOKEN}»"
            inputs:
              token:
                type: password
          `,
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  umask 077
                  echo "export HF_TOKEN=\${TOKEN}" > run.sh
                  cat «run.sh»
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
                  cat > askpass.sh <<'EOF'
                  #!/bin/sh
                  echo "$TOKEN"
                  EOF
                  chmod 700 askpass.sh
                  GIT_ASKPASS=$PWD/askpass.sh git clone https://user@git.example.org/code.git
            inputs:
              token:
                type: password
          `,
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  echo "the token \${TOKEN:+is set}"
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
    if (answersAnotherProgram(script, context)) return;
    const secrets = context.ask(secretsInScript, script);
    const told = new Set<number>();
    const holders = new Map<string, { readonly what: string; readonly at: number }>();
    for (const { occurrence, what } of secrets) {
      const { command } = occurrence;
      if (command === undefined || !prints(occurrence) || told.has(command.node.pos)) continue;
      const targets = outputTargets(command);
      const file = targets.find((target) => target.kind === 'file');
      // What goes to a file, the outputs among them, is told by other rules.
      if (file?.kind === 'file') holders.set(file.name.text, { what, at: command.node.pos });
      else if (targets.some((target) => target.kind === 'log')) {
        told.add(command.node.pos);
        yield {
          message: `${what} is printed into the log`,
          at: script.text.spanOf(occurrence.start, occurrence.end),
          help: 'leave it out, or print only whether it is set: "${name:+is set}"',
        };
      }
    }
    if (holders.size === 0) return;
    for (const command of context.ask(shellCommands, script).commands) {
      const [word] = command.words;
      if (word === undefined) continue;
      const holder = holders.get(word.text);
      if (command.program !== 'cat' || holder === undefined || command.node.pos < holder.at) continue;
      if (!outputTargets(command).some((target) => target.kind === 'log')) continue;
      holders.delete(word.text);
      yield {
        message: `"${word.text}" is printed into the log with ${holder.what} in it`,
        at: script.text.spanOf(word.pos, word.end),
        help: 'do not print the file, or leave the lines with secrets out',
      };
    }
  },
});

/** Whether a script may be what git, ssh or sudo start to ask for the password: they read what it prints. */
function answersAnotherProgram(script: Script, context: AnalysisContext): boolean {
  if (script.role !== 'written') return false;
  const file = workflowFileOf(script, context);
  const texts = [...(file?.workflow?.scripts ?? []), ...(file?.scripts ?? [])];
  return texts.some(({ shell }) => /_ASKPASS\b/.test(shell.text));
}

/** Whether a command prints the text that something stands in; words of `cat` and `tee` are names of files. */
function prints({ command, role }: Occurrence): boolean {
  if (command?.program === undefined || !printing.has(command.program)) return false;
  if (role === 'argument') return command.program === 'echo' || command.program === 'printf';
  return role === 'here-doc' || role === 'here-string';
}
