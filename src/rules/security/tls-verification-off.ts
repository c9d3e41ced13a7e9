import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { unverifiedConnections } from './unverified-connections.analysis.ts';

/** Certificates are not looked at. */
export const tlsVerificationOff = defineRule({
  meta: {
    id: 'tls-verification-off',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.4,
    since: '0.1.0',
    page: {
      what: 'A program is told to accept any certificate of another machine.',
      why: 'Whoever sits on the way can send something else, or read what is sent, tokens included.',
      fix: 'Leave the option out. Where a site has its own authority, name its certificate: `curl --cacert`, `GIT_SSL_CAINFO`, `REQUESTS_CA_BUNDLE`.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                curl --fail --location «--insecure» --output data.tar.gz https://example.com/data.tar.gz
          `,
          stepsExample`
            - run: |
                export «GIT_SSL_NO_VERIFY=true»
                git clone https://example.com/org/repo.git
          `,
        ],
        good: [
          stepsExample`
            - run: |
                curl --fail --location --output data.tar.gz https://example.com/data.tar.gz
                curl --insecure --silent --output /dev/null "https://localhost:8443/"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { option, start, end } of context.ask(unverifiedConnections, script)) {
      yield {
        message: `"${option}" accepts any certificate`,
        at: script.text.spanOf(start, end),
        help: "leave it out, or name the authority's certificate, for instance with --cacert",
      };
    }
  },
});
