import { dedent } from '../../base/dedent.ts';
import { indented } from './indented.ts';

/**
 * A workflow, with short forms for what most have: the key `steps` stands for the steps of a job `main`, `inputs`
 * for the form under `on.execute`, and `sessions` brings the permissions that it needs. All other keys are as they
 * are. A step that only says `if` runs `date`.
 */
export function workflowExample(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return dedent(strings, ...values)
    .split(/^(?=\S)/m)
    .map(longForm)
    .join('');
}

/** A workflow of one job with these steps; what they read of `inputs` is on its form, `resource` as a cluster. */
export function stepsExample(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const steps = dedent(strings, ...values);
  const names = new Set([...steps.matchAll(/\binputs\.([A-Za-z_]\w*)/g)].map(([, name = '']) => name));
  const fields = [...names].map(
    (name) => `${name}:\n  type: ${name === 'resource' ? 'compute-clusters' : 'string'}\n`,
  );
  return `${withSteps(steps)}${fields.length === 0 ? '' : withInputs(fields.join(''))}`;
}

/** A workflow's form with these inputs, and nothing else. */
export function formExample(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return withInputs(dedent(strings, ...values));
}

/** One key of a workflow and what stands below it. */
function longForm(section: string): string {
  const below = section.slice(section.indexOf('\n') + 1);
  if (section.startsWith('steps:\n')) return withSteps(unindented(below));
  if (section.startsWith('inputs:\n')) return withInputs(unindented(below));
  return section.startsWith('sessions:\n') ? `permissions: ['*']\n${section}` : section;
}

function unindented(text: string): string {
  return text.replace(/^ {2}/gm, '');
}

function withSteps(steps: string): string {
  const whole = steps.replace(/^- if: .*\n(?! )/gm, '$&  run: date\n');
  return `jobs:\n  main:\n    steps:\n${indented(whole, 6)}`;
}

function withInputs(inputs: string): string {
  return `on:\n  execute:\n    inputs:\n${indented(inputs, 6)}`;
}
