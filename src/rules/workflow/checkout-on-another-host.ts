import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { type RepositoryUse, repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import { movesFiles } from '../../analysis/workflow/side-channels.ts';
import { type StepHost, stepHost } from '../../analysis/workflow/step-host.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The repository is checked out on another machine than the one that uses its files. */
export const checkoutOnAnotherHost = defineRule({
  meta: {
    id: 'checkout-on-another-host',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The repository is checked out on one machine, and its files are used on another.',
      why: 'The user workspace and each cluster have file systems of their own: the file is not there where it is used. Without `ssh` a step runs on the user workspace.',
      fix: 'Give the checkout and the steps that use its files the same `ssh: {remoteHost: ${{ inputs.resource.ip }}}`.',
      examples: {
        bad: [
          sessionExample({
            preprocessing: {
              'ssh:': '',
              'remoteHost: ${{ inputs.resource.ip }}': '',
              '- uses: parallelworks/checkout': '- uses: «parallelworks/checkout»',
            },
          }),
          sessionExample({
            wait_for_service: {
              'ssh:': '',
              'remoteHost: ${{ inputs.resource.ip }}': '',
              '- run: source utils/wait_service.sh': '- run: source «utils/wait_service.sh»',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const { checkouts = [], resource, workflow } = pattern ?? {};
    const [checkout] = checkouts;
    if (workflow === undefined || checkout?.step.uses === undefined || movesFiles(file, context)) return;
    const places = checkouts.map(({ step, job }) => stepHost(step, job, workflow));
    const [place] = places;
    if (place === undefined || places.some((other) => other.kind === 'unknown')) return;
    const hostOf = (use: RepositoryUse): StepHost => {
      if (use.by !== 'runner') return stepHost(use.step, use.job, workflow);
      return resource === undefined ? { kind: 'unknown' } : { kind: 'resource', reference: resource };
    };
    const lost = context.ask(repositoryUses, file).filter((use) => {
      const host = hostOf(use);
      return host.kind !== 'unknown' && !places.some((other) => isSame(host, other));
    });
    const [first] = lost;
    if (first === undefined) return;
    const atCheckout = place.kind === 'workspace';
    const used = wordsOf(hostOf(first));
    yield {
      message: `"${first.path}" is checked out on ${wordsOf(place)}, but used on ${used}`,
      at: atCheckout ? checkout.step.uses.span : first.span,
      related: [
        ...(atCheckout ? lost : lost.slice(1)).map(({ span }) => ({ span, text: 'used here' })),
        ...(atCheckout ? [] : [{ span: checkout.step.uses.span, text: 'checked out here' }]),
      ],
      help: `add the same "ssh: {remoteHost: …}" to ${atCheckout ? 'the checkout' : 'this step'} or to its job`,
    };
  },
});

function isSame(one: StepHost, other: StepHost): boolean {
  if (one.kind !== 'resource' || other.kind !== 'resource') return one.kind === other.kind;
  return one.reference === other.reference;
}

function wordsOf(host: StepHost): string {
  return host.kind === 'resource' ? `"inputs.${host.reference}"` : 'the user workspace';
}
