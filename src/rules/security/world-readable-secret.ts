import type { AnalysisContext } from '../../analysis/analysis.ts';
import { outputTargets } from '../../analysis/shell/command-output.ts';
import { opensToOthers, opensToReaders } from '../../analysis/shell/file-protection.ts';
import { secretsInScript } from '../../analysis/shell/secrets.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Script } from '../../model/script.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const secretFile =
  /(passw(or)?d|secret|token|credential|api_?key|\.netrc|\.pgpass|\.htpasswd|\bid_(rsa|dsa|ecdsa|ed25519)|key\.pem|\.key)(\.\w+)?$/i;
const notSecret = /\.(sh|py|js|html|md|pub|yaml|yml|crt|template)$|\/etc\/passwd$/i;

/** A file with a secret in it is made readable for everybody. */
export const worldReadableSecret = defineRule({
  meta: {
    id: 'world-readable-secret',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.9,
    since: '0.1.0',
    page: {
      what: 'A file that holds a password, token or key is made readable for everybody.',
      why: 'The home directories of a cluster are shared: every user of it can read the file.',
      fix: 'Use `chmod 600`, and write the file under `umask 077` so that it is never open.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                openssl rand -hex 12 > service.password
                chmod «644» service.password
          `,
          stepsExample`
            - run: |
                token=$(openssl rand -base64 18)
                echo "export API_TOKEN=$token" > session.env
                chmod «755» session.env
          `,
        ],
        good: [
          stepsExample`
            - run: |
                token=$(openssl rand -base64 18)
                echo "export API_TOKEN=$token" > session.env
                chmod 700 session.env
                echo "echo the token is in session.env" > help.sh
                chmod 755 help.sh
          `,
          stepsExample`
            - run: |
                umask 077
                openssl rand -hex 12 > service.password
                chmod 600 service.password
                chmod 644 /etc/passwd "$IMAGE/etc/passwd"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const held = filesWithSecrets(script, context);
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program !== 'chmod') continue;
      const [mode, ...files] = words.filter((word) => !/^-([Rvcf]+|-[a-z-]+)$/.test(word.text));
      if (mode === undefined || !opensToReaders(literalOf(mode))) continue;
      const file = files.find((word) => {
        const name = bareName(word);
        if (held.has(name)) return true;
        return opensToOthers(literalOf(mode)) && secretFile.test(name) && !notSecret.test(name);
      });
      if (file === undefined) continue;
      yield {
        message: `"${file.text}" is made readable for everybody on the cluster`,
        at: script.text.spanOf(mode.pos, mode.end),
        help: 'use "chmod 600"',
      };
    }
  },
});

/** The files into which a script prints a secret, by their names without quotes. */
function filesWithSecrets(script: Script, context: AnalysisContext): ReadonlySet<string> {
  if (!script.shell.text.includes('chmod')) return new Set();
  const names = context.ask(secretsInScript, script).flatMap(({ occurrence: { command, role } }) => {
    const prints = /^(here-doc|here-string)$/.test(role) || /^(echo|printf)$/.test(command?.program ?? '');
    return command === undefined || !prints ? [] : outputTargets(command);
  });
  return new Set(names.flatMap((target) => (target.kind === 'file' ? [bareName(target.name)] : [])));
}

function bareName({ text }: { readonly text: string }): string {
  return text.replaceAll(/["']/g, '').replace(/^\.\//, '');
}
