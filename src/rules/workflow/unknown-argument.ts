import { type CalledForm, type CalledInput, calledForm } from '../../analysis/form/called-form.ts';
import { calledVariant } from '../../analysis/form/called-variant.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { dedent } from '../../base/dedent.ts';
import { isSlip } from '../../base/one-edit.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { calledWorkflowOf } from '../../facts/called-workflows.ts';
import { withSpecials } from '../../facts/tables/with-specials.ts';
import type { CalledInputFact } from '../../facts/types.ts';
import type { Step } from '../../model/workflow.ts';
import type { YamlMap } from '../../syntax/yaml/tree.ts';
import { callExample } from '../examples/call-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An argument that the called workflow does not have. */
export const unknownArgument = defineRule({
  meta: {
    id: 'unknown-argument',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A called workflow is given an input that its form does not have and that it does not read.',
      why: 'The platform passes it silently, and nothing happens with it.',
      fix: 'Use the names of the called form; inputs of groups are nested.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  «walltime»: 01:00:00
          `,
          callExample({
            'name: a': dedent`
              name: a
              «cuont»: 2
            `,
          }),
          stepsExample`
            - uses: marketplace/script_submitter/v3.6
              with:
                resource: \${{ inputs.resource }}
                «skip_cleanup_file»: SKIP
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  time: 01:00:00
          `,
          callExample({
            'name: a': dedent`
              name: a
              hint: read without being declared
            `,
          }),
          stepsExample`
            - uses: marketplace/script_submitter/v3.6
              with:
                resource: \${{ inputs.resource }}
                ntasks: 4
                slurm:
                  is_enabled: true
                  cpus: 2
                  time: 01:00:00
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    const form = context.ask(calledForm, step);
    if (step.with === undefined) return;
    if (form === undefined) {
      yield* nearlyKnown(step);
      return;
    }
    // one finding at the file that is called says it for all
    if (context.ask(calledVariant, step) !== undefined) return;
    for (const finding of unknownIn(step.with, form.inputs, '', form)) {
      // at another branch or tag than the main one, the form may be another
      yield form.tree === 'another' && finding.fix === undefined ? { ...finding, severity: 'note' } : finding;
    }
  },
});

/**
 * Arguments of a published workflow that has variants: one may have inputs that another has not, so only what is nearly
 * an input that is left out is told.
 */
function* nearlyKnown(step: Step): Generator<Finding> {
  const called = calledWorkflowOf(step.uses?.value ?? '');
  if (called === undefined || called.sameEverywhere || step.with === undefined) return;
  yield* nearlyKnownIn(step.with, called.inputs, '', step.uses?.value ?? '');
}

function* nearlyKnownIn(
  node: YamlMap,
  inputs: readonly CalledInputFact[],
  prefix: string,
  words: string,
): Generator<Finding> {
  const there = new Set(node.pairs.map((pair) => keyName(pair)));
  for (const pair of node.pairs) {
    const key = keyName(pair);
    const input = inputs.find(({ name }) => name === key);
    if (input?.items !== undefined && pair.value?.kind === 'map')
      yield* nearlyKnownIn(pair.value, input.items, `${prefix}${key}.`, words);
    if (input !== undefined) continue;
    const near = inputs.find(({ name }) => !there.has(name) && isNear(key, name))?.name;
    if (near === undefined) continue;
    yield {
      message: `"${words}" has no input "${prefix}${key}"`,
      at: pair.key.span,
      ...didYouMean(pair.key.span, near),
    };
  }
}

/** Whether a key is a slip of a name, a part of it, or what other runners call the opposite. */
function isNear(key: string, name: string): boolean {
  if (key === 'is_disabled' && name === 'is_enabled') return true;
  const letters = (word: string): string => word.toLowerCase().replace(/[-_]/g, '');
  if (letters(key) === letters(name)) return true;
  return name.length > 7 && (isSlip(key, name) || (key.length > 7 && name.startsWith(`${key}_`)));
}

function* unknownIn(
  node: YamlMap,
  inputs: readonly CalledInput[],
  prefix: string,
  form: CalledForm,
): Generator<Finding> {
  const there = new Set(node.pairs.map((pair) => keyName(pair)));
  for (const pair of node.pairs) {
    const key = keyName(pair);
    if (key.includes('.') || withSpecials.some((special) => special.name === key)) continue;
    const input = inputs.find((candidate) => candidate.name === key);
    if (input !== undefined) {
      if (input.items.length > 0 && pair.value?.kind === 'map') {
        yield* unknownIn(pair.value, input.items, `${prefix}${key}.`, form);
      }
      continue;
    }
    const path = `${prefix}${key}`;
    if (form.reads(path.split('.'))) continue;
    const near = suggest(
      key,
      inputs.map((candidate) => candidate.name).filter((name) => !there.has(name)),
    );
    yield {
      message: `"${form.words}" has no input "${path}"`,
      at: pair.key.span,
      ...didYouMean(pair.key.span, near, {
        otherwise: `${prefix === '' ? 'it' : `"${prefix.slice(0, -1)}"`} has ${inputs.map((candidate) => candidate.name).join(', ')}`,
      }),
    };
  }
}
