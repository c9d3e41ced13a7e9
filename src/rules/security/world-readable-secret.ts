import { opensToOthers } from '../../analysis/shell/file-protection.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const secretFile =
  /(passw(or)?d|secret|token|credential|api_?key|\.netrc|\.pgpass|\.htpasswd|\bid_(rsa|dsa|ecdsa|ed25519)|key\.pem|\.key)(\.\w+)?$/i;
const notSecret = /\.(sh|py|js|html|md|pub|yaml|yml|crt|template)$|^\/etc\/passwd$/i;

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
        ],
        good: [
          stepsExample`
            - run: |
                umask 077
                openssl rand -hex 12 > service.password
                chmod 600 service.password
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program !== 'chmod') continue;
      const [mode, ...files] = words.filter((word) => !/^-([Rvcf]+|-[a-z-]+)$/.test(word.text));
      if (mode === undefined || !opensToOthers(literalOf(mode))) continue;
      const file = files.find((word) => {
        const name = word.text.replace(/["']/g, '');
        return secretFile.test(name) && !notSecret.test(name);
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
