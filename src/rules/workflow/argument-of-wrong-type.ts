import type { AnalysisContext } from '../../analysis/analysis.ts';
import { expressionsWithin } from '../../analysis/expressions/expressions-within.ts';
import { referenceAt } from '../../analysis/expressions/references.ts';
import { fieldRead } from '../../analysis/expressions/value-facts.ts';
import { type CalledForm, type CalledInput, calledForm } from '../../analysis/form/called-form.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { nodeWords } from '../../analysis/structure/shape-words.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { isResourceType } from '../../facts/input-types.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { YamlMap, YamlNode } from '../../syntax/yaml/tree.ts';
import { callExample } from '../examples/call-example.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An argument that the called input cannot take. */
export const argumentOfWrongType = defineRule({
  meta: {
    id: 'argument-of-wrong-type',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A called workflow is given a value of another type than its input has.',
      why: 'The called form refuses the value, or its expressions compare it with something that it never equals.',
      fix: 'Pass a value of the type of the input.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: «\${{ inputs.resource.name }}»
                script: hostname
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                inject_markers: «sometimes»
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm: «01:00:00»
          `,
          callExample({
            'name: a': dedent`
              name: a
              count: «many»
            `,
          }),
        ],
        good: [
          workflowExample`
            steps:
              - uses: marketplace/job_runner/v4.0
                with:
                  resource: \${{ inputs.resource }}
                  inject_markers: false
                  slurm: \${{ inputs.slurm }}
            inputs:
              resource:
                type: compute-clusters
              slurm:
                type: group
                items:
                  time:
                    type: string
                    default: 01:00:00
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }, context) {
    const form = context.ask(calledForm, step);
    if (form === undefined || step.with === undefined) return;
    yield* resourceParts(step.with, form, workflow, context);
    for (const finding of wrongIn(step.with, form.inputs, form.words)) {
      // at another branch or tag than the main one, the form may be another
      yield form.tree === 'this' ? finding : { ...finding, severity: 'warning' };
    }
  },
});

/** Fields of a resource that are passed where the whole is wanted; a name or an address does not become one again. */
function* resourceParts(
  { pairs }: YamlMap,
  { inputs, words }: CalledForm,
  workflow: Workflow,
  context: AnalysisContext,
): Generator<Finding> {
  for (const pair of pairs) {
    const input = inputs.find((candidate) => candidate.name === keyName(pair));
    if (input === undefined || !isResourceType(input.type) || pair.value?.kind !== 'scalar') continue;
    const [site, other] = expressionsWithin(workflow, pair.value.span);
    if (site?.expression === undefined || other !== undefined || !site.whole) continue;
    const reference = referenceAt(site, site.expression);
    const read = reference && fieldRead(reference, workflow, context);
    const [part, more] = read?.rest ?? [];
    if (read?.node.yields !== 'resource' || part?.kind !== 'name' || more !== undefined) continue;
    if (!resourceFields.some(({ name }) => name === part.name)) continue;
    const whole = `\${{ inputs.${read.node.reference.join('.')} }}`;
    yield {
      message: `"${input.name}" of "${words}" is the ${part.name} of a resource, expected the whole resource`,
      at: pair.value.span,
      help: reference?.root === 'inputs' ? `write ${whole}` : 'pass the resource itself',
    };
  }
}

function* wrongIn(node: YamlMap, inputs: readonly CalledInput[], words: string): Generator<Finding> {
  for (const pair of node.pairs) {
    const input = inputs.find((candidate) => candidate.name === keyName(pair));
    if (input === undefined || pair.value === undefined) continue;
    if (input.items.length > 0 && pair.value.kind === 'map') yield* wrongIn(pair.value, input.items, words);
    const expected = expectedFor(input, pair.value);
    if (expected === undefined) continue;
    yield {
      message: `"${input.name}" of "${words}" is ${nodeWords(pair.value)}, expected ${expected}`,
      at: pair.value.span,
    };
  }
}

/** What the value should be when it is certainly something else. */
function expectedFor(input: CalledInput, node: YamlNode): string | undefined {
  if (node.kind === 'scalar' && (node.value === null || node.text.text.includes('$'))) return undefined;
  const text = node.kind === 'scalar' ? node.text.text : undefined;
  switch (input.type) {
    case 'group':
      return node.kind === 'map' ? undefined : 'a map';
    case 'number':
    case 'integer':
      return text !== undefined && (text === '' || Number.isFinite(Number(text))) ? undefined : 'a number';
    case 'boolean':
      return text !== undefined && ['true', 'false', ''].includes(text.toLowerCase())
        ? undefined
        : 'true or false';
    case 'string':
    case 'editor':
    case 'password':
      return node.kind === 'scalar' ? undefined : 'text';
    case 'dropdown':
    case 'radio':
      if (text === undefined || input.options === undefined || input.options.length === 0) return undefined;
      if (text === '' || input.options.includes(text)) return undefined;
      return `one of ${input.options.map((option) => `"${option}"`).join(', ')}`;
    default:
      return undefined;
  }
}
