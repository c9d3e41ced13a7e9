import { pairOf, type YamlPair } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An ssh map without a host. */
export const sshWithoutHost = defineRule({
  meta: {
    id: 'ssh-without-host',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An "ssh" map has keys and no "remoteHost".',
      why: 'The platform needs the host as soon as any other key is set.',
      fix: 'Add "remoteHost"; an empty one means the user workspace.',
      examples: {
        bad: [
          workflowExample`
            jobs:
              main:
                «ssh»:
                  jumpNodeHost: \${{ inputs.resource.ip }}
                steps:
                  - run: hostname
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
        good: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                steps:
                  - run: hostname
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, job }) {
    const pairs = [job.steps[0] === step ? pairOf(job.node, 'ssh') : undefined, pairOf(step.node, 'ssh')];
    for (const pair of pairs) {
      if (pair === undefined || !lacksHost(pair)) continue;
      yield {
        message: '"ssh" needs "remoteHost"',
        at: pair.key.span,
        help: 'write "remoteHost" under it; an empty host means the user workspace',
      };
    }
  },
});

function lacksHost(pair: YamlPair): boolean {
  const known = ['remoteUser', 'jumpNodeHost', 'jumpNodeUser', 'disconnect-timeout'];
  return (
    pair.value?.kind === 'map' &&
    pairOf(pair.value, 'remoteHost') === undefined &&
    // a misspelt key is told by another rule
    pair.value.pairs.some(({ key }) => known.includes(key.text.text)) &&
    pair.value.pairs.every(({ key }) => known.includes(key.text.text))
  );
}
