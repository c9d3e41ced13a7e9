import { type CalledForm, type CalledInput, calledForm } from '../../analysis/form/called-form.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { suggest } from '../../base/suggest.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { withSpecials } from '../../facts/tables/with-specials.ts';
import type { YamlMap } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** An argument that the called workflow does not have. */
export const unknownArgument = defineRule({
  meta: {
    id: 'unknown-argument',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A called workflow is given an input that its form does not have and that it does not read.',
      why: 'The platform passes it silently, and nothing happens with it.',
      fix: 'Use the names of the called form; inputs of groups are nested.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        with:\n          resource: ${{ inputs.resource }}\n          slurm:\n            «walltime»: 01:00:00\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n      - run: source workflows/hello/prepare.sh\n      - uses: github/org/repo@v1.0.0\n        with:\n          $yaml: tools/tool.yaml\n          name: a\n          «cuont»: 2\n',
            'workflows/hello/prepare.sh': 'echo prepare\n',
            'tools/tool.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.name }}" "${{ inputs.count }}" "${{ inputs.hint }}"\non:\n  execute:\n    inputs:\n      name:\n        type: string\n      count:\n        type: number\n        default: 1\n',
          },
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        with:\n          resource: ${{ inputs.resource }}\n          slurm:\n            time: 01:00:00\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n      - run: source workflows/hello/prepare.sh\n      - uses: github/org/repo@v1.0.0\n        with:\n          $yaml: tools/tool.yaml\n          name: a\n          hint: read without being declared\n',
            'workflows/hello/prepare.sh': 'echo prepare\n',
            'tools/tool.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.name }}" "${{ inputs.count }}" "${{ inputs.hint }}"\non:\n  execute:\n    inputs:\n      name:\n        type: string\n      count:\n        type: number\n        default: 1\n',
          },
          'jobs:\n  main:\n    steps:\n      - uses: marketplace/script_submitter/v3.6\n        with:\n          resource: ${{ inputs.resource }}\n          ntasks: 4\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
        ],
      },
    }),
  },
  on: 'step',
  *check({ step }, context) {
    const form = context.ask(calledForm, step);
    if (form === undefined || step.with === undefined) return;
    for (const finding of unknownIn(step.with, form.inputs, '', form)) {
      // at another branch or tag than the main one, the form may be another
      yield form.tree === 'another' && finding.fix === undefined ? { ...finding, severity: 'note' } : finding;
    }
  },
});

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
      help:
        near === undefined
          ? `${prefix === '' ? 'it' : `"${prefix.slice(0, -1)}"`} has ${inputs.map((candidate) => candidate.name).join(', ')}`
          : `did you mean "${near}"?`,
      ...(near !== undefined && {
        fix: {
          title: `rename it to ${near}`,
          safety: 'unsafe' as const,
          edits: [{ span: pair.key.span, replacement: near }] as const,
        },
      }),
    };
  }
}
