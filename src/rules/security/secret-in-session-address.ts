import { expressionsWithin } from '../../analysis/expressions/expressions-within.ts';
import { secretIn } from '../../analysis/shell/secrets.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A secret is part of the address of a session. */
export const secretInSessionAddress = defineRule({
  meta: {
    id: 'secret-in-session-address',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6,
    since: '0.1.0',
    page: {
      what: 'A password, token or key is put into the `slug` or `url` of a session.',
      why: 'Addresses are shown on the run page, kept in the history of browsers and written to the logs of every proxy on the way.',
      fix: 'Let the platform authenticate the user, and protect the service by other means; if a token must be in the address, make a fresh one for each run.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: \${{ inputs.resource.id }}
                  remotePort: 8888
                  slug: lab?token=«\${{ inputs.token }}»
            inputs:
              resource:
                type: compute-clusters
              token:
                type: password
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: \${{ inputs.resource.id }}
                  remotePort: 8888
                  slug: lab
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    for (const key of ['slug', 'url']) {
      const value = valueAt(step.with, key);
      if (value === undefined) continue;
      for (const site of expressionsWithin(workflow, value.span)) {
        const what = secretIn(site, workflow);
        if (what === undefined) continue;
        yield {
          message: `${what} becomes part of the session's address`,
          at: site.span,
          help: 'addresses are shown and logged in many places; use a token that is made for this run alone, or none',
        };
      }
    }
  },
});
