import { secretIn } from '../../analysis/shell/secrets.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A secret is part of a text that the run page shows. */
export const secretInStepName = defineRule({
  meta: {
    id: 'secret-in-step-name',
    group: 'security',
    severity: 'warning',
    securitySeverity: 5.8,
    since: '0.1.0',
    page: {
      what: 'A password, token or key is part of the name of a step or of a folder that it runs in.',
      why: 'Names of steps and folders are shown on the run page and kept in the record of the run.',
      fix: 'Leave the secret out of the name.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - name: Log in with «\${{ inputs.token }}»
                run: ./login.sh
            inputs:
              token:
                type: password
          `,
        ],
        good: [
          workflowExample`
            steps:
              - name: Log in
                env:
                  TOKEN: \${{ inputs.token }}
                run: ./login.sh
            inputs:
              token:
                type: password
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }) {
    const { place } = site;
    if (place.kind !== 'step' && place.kind !== 'job') return;
    if (place.key !== 'name' && place.key !== 'working-directory') return;
    const what = secretIn(site, workflow);
    if (what === undefined) return;
    yield {
      message: `${what} becomes part of a ${place.key === 'name' ? "step's name" : "folder's name"}, which the run page shows`,
      at: site.span,
      help: 'leave it out',
    };
  },
});
