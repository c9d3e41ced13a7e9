import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { credentialsIn } from './credentials.analysis.ts';

/** A credential stands in the repository. */
export const hardCodedCredential = defineRule({
  meta: {
    id: 'hard-coded-credential',
    group: 'security',
    severity: 'warning',
    securitySeverity: 9,
    since: '0.1.0',
    page: {
      what: 'An access key, a token or a private key is written into the workflow or a script.',
      why: 'Everybody who can read the repository, now or later, can use it; it also stands in the record of every run.',
      fix: 'Withdraw it where it was issued, and put the new one into an organization or personal variable: `${{ var.NAME }}`.',
      examples: {
        bad: [stepsExample`- run: git clone https://robot:«x7Kp2mQ9vL4t»@example.com/org/repo.git`],
        good: [
          stepsExample`
            - env:
                GIT_ASKPASS: ./askpass.sh
              run: git clone https://robot@example.com/org/repo.git
          `,
        ],
      },
    },
  },
  on: 'file',
  *check(file) {
    const texts = [file.source, ...file.scripts.map(({ path, text }) => ({ path, text: text.text }))];
    for (const { path, text } of texts) {
      for (const { start, end, what } of credentialsIn(text)) {
        yield {
          message: `${what} stands in the file for everybody to read`,
          at: { file: path, start, end },
          help: 'withdraw it, then keep the new one in a variable of the platform and read it as ${{ var.NAME }}',
        };
      }
    }
  },
});
