import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { remoteAddresses } from '../../analysis/shell/web-addresses.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const programs: ReadonlySet<string> = new Set(['curl', 'wget', 'git', 'pip', 'pip3', 'aria2c']);

/** Something is fetched from another machine without encryption. */
export const unencryptedDownload = defineRule({
  meta: {
    id: 'unencrypted-download',
    group: 'security',
    severity: 'note',
    securitySeverity: 5.4,
    since: '0.1.0',
    page: {
      what: 'A file is fetched with `http://` from another machine.',
      why: 'Whoever sits on the way can put something else in its place, which then runs on the cluster.',
      fix: 'Use `https://`, or compare a checksum that stands in the script.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                wget «http://example.com/tool-1.4.2.tar.gz»
          `,
        ],
        good: [
          stepsExample`
            - run: |
                wget https://example.com/tool-1.4.2.tar.gz
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { commands } = context.ask(shellCommands, script);
    if (
      commands.some(
        ({ program }) => program !== undefined && /^(sha\d+sum|shasum|md5sum|gpg|cosign)$/.test(program),
      )
    )
      return;
    for (const command of commands) {
      if (command.program === undefined || !programs.has(command.program)) continue;
      const address = remoteAddresses(command, commands).find(({ scheme }) => scheme === 'http');
      if (address === undefined) continue;
      yield {
        message: `"${address.host}" is asked without encryption`,
        at: script.text.spanOf(address.word.pos, address.word.end),
        help: 'use "https://", or compare a checksum before the file is used',
      };
    }
  },
});
