import { impossibleComparison } from '../../src/rules/expression/impossible-comparison.ts';
import { unquotedText } from '../../src/rules/expression/unquoted-text.ts';
import { workflowOf } from '../analysis/workflow-of.ts';

const rules = { 'impossible-comparison': impossibleComparison, 'unquoted-text': unquotedText };

/** The `if` of the only step after all fixes of a rule. */
function fixed(name: keyof typeof rules, condition: string): string {
  const { workflow, file, context, text } = workflowOf(`jobs:
  main:
    steps:
      - if: ${condition}
        run: date
"on":
  execute:
    inputs:
      fast: { type: boolean }
      mode: { type: dropdown, options: [quick, slow] }
`);
  const edits = workflow.expressions
    .flatMap((site) => [...rules[name].check({ site, workflow, file }, context)])
    .flatMap((finding) => finding.fix?.edits ?? [])
    .sort((left, right) => right.span.start - left.span.start);
  const changed = edits.reduce(
    (result, { span, replacement }) => result.slice(0, span.start) + replacement + result.slice(span.end),
    text,
  );
  return /- if: (.*)/.exec(changed)?.[1] ?? '';
}

test.each([
  ['impossible-comparison', "${{ inputs.mode == 'qick' }}", "${{ inputs.mode == 'quick' }}"],
  ['impossible-comparison', '${{ inputs.mode == "qick" }}', '${{ inputs.mode == "quick" }}'],
  ['impossible-comparison', "'${{ inputs.mode == ''qick'' }}'", "'${{ inputs.mode == ''quick'' }}'"],
  ['impossible-comparison', '"${{ inputs.mode == \\"qick\\" }}"', '"${{ inputs.mode == \\"quick\\" }}"'],
  ['impossible-comparison', "'${{ inputs.fast == ''true'' }}'", "'${{ inputs.fast == true }}'"],
  ['unquoted-text', '${{ inputs.mode == quick }}', "${{ inputs.mode == 'quick' }}"],
  ['unquoted-text', "'${{ inputs.mode == quick }}'", "'${{ inputs.mode == ''quick'' }}'"],
  ['unquoted-text', '"${{ quick != inputs.mode }}"', '"${{ \'quick\' != inputs.mode }}"'],
] as const)('%s repairs %s to %s', (name, before, after) => {
  expect(fixed(name, before)).toBe(after);
});
