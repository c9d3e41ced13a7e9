import { isOutputsFile, outputTargets } from '../../analysis/shell/command-output.ts';
import { secretsInScript } from '../../analysis/shell/secrets.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import type { Span } from '../../source/span.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A secret becomes an output of a job. */
export const secretInOutputs = defineRule({
  meta: {
    id: 'secret-in-outputs',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6,
    since: '0.1.0',
    page: {
      what: 'A password, token or key is written to `$OUTPUTS`.',
      why: 'Outputs are shown with the run and kept after it; with `tee` the secret is in the log as well.',
      fix: 'Keep the secret in a file that only its owner can read (`umask 077`), and let the jobs that need it read the file.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                password=$(openssl rand -hex 12)
                echo "password=«\${password}»" >> "$OUTPUTS"
          `,
        ],
        good: [
          stepsExample`
            - run: |
                password=$(openssl rand -hex 12)
                slug="vnc.html?autoconnect=true&password=\${password}"
                echo "slug=\${slug}" >> "$OUTPUTS"
                echo "session_url=lab?token=\${password}" | tee -a $OUTPUTS
                cat >> "$OUTPUTS" <<EOF
                host=here
                slug=\${slug}
                EOF
          `,
          stepsExample`
            - run: |
                umask 077
                password=$(openssl rand -hex 12)
                echo "\${password}" > service.password
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const places = new Map<string, [Span, ...Span[]]>();
    for (const { occurrence, what } of context.ask(secretsInScript, script)) {
      const { command } = occurrence;
      if (command === undefined || occurrence.role === 'redirection' || occurrence.role === 'assignment')
        continue;
      const writes = outputTargets(command).some(
        (target) => target.kind === 'file' && isOutputsFile(target.name),
      );
      if (!writes || isAddress(occurrence, script.shell.text)) continue;
      const place = script.text.spanOf(occurrence.start, occurrence.end);
      const known = places.get(what);
      if (known === undefined) places.set(what, [place]);
      else known.push(place);
    }
    for (const [what, [at, ...others]] of places) {
      yield {
        message: `${what} becomes an output of the job`,
        at,
        related: others.map((span) => ({ span, text: 'and here, as a part of it' })),
        help: 'hand it over in a file that only its owner can read: "umask 077", then write it beside the other files of the job',
      };
    }
  },
});

/**
 * Whether a place belongs to the address of a session, which the step that updates the session has to read from an
 * output: what is wrong with a secret in there is told where the address is used.
 */
function isAddress({ word, start }: Occurrence, text: string): boolean {
  const before = text.slice(word.pos, start);
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(/^\s*["']?/, '');
  return /^\w*(?:slug|url|uri|link|address|query)\w*=/i.test(line);
}
