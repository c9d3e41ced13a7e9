import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FreshClone, freshClone } from './support/fresh-clone.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

/** The commands of "Add a rule" in CONTRIBUTING.md, in their order, without what stands behind `#`. */
function commandsOfContributing(): readonly string[] {
  const section = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8').split(/^## /m);
  const text = section.find((one) => one.startsWith('Add a rule')) ?? '';
  const block = /```bash\n(.*?)```/s.exec(text)?.[1] ?? '';
  return block
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, ''))
    .filter((line) => line !== '');
}

const workflow = (name: string): string => `\`
on:
  execute:
    inputs:
      ${name}:
        type: string
        label: Text
        default: hello
jobs:
  main:
    steps:
      - run: echo "\\\${{ inputs.${name.replaceAll(/[«»]/g, '')} }}"
\``;

/** What a newcomer writes in the places that the template leaves open: a rule on inputs that are called "message". */
function fillIn(template: string): string {
  return template
    .replace(/TODO: one sentence on the defect\./, 'An input that is called "message".')
    .replace(/\bbad: \[.*?\],\n/s, `bad: [${workflow('«message»')}],\n`)
    .replace(/\bgood: \[.*?\],\n/s, `good: [${workflow('greeting')}],\n`)
    .replaceAll(/'TODO: [^']*'/g, "'A sentence that says it.'")
    .replace(
      '*check() {}',
      `*check({ input }) {
    if (input.name.value === 'message') yield { message: 'called "message"', at: input.name.span };
  }`,
    );
}

async function takeStep({ root, bash }: FreshClone, command: string) {
  const ended = await bash(command);
  // The report has a finding of severity "error".
  const status = command.includes(' lint ') ? 1 : 0;
  expect({ command, ...ended }).toEqual({ ...ended, command, status });
  const path = /^npm run new-rule (\S+)$/.exec(command)?.[1];
  if (path !== undefined) {
    const file = join(root, 'src/rules', `${path}.ts`);
    const filled = fillIn(readFileSync(file, 'utf8'));
    expect(filled).not.toContain('TODO');
    writeFileSync(file, filled);
  }
  return ended;
}

test('the way from a clone to a rule of one’s own is what CONTRIBUTING.md says, and no step more', async () => {
  await inScratch(async (scratch) => {
    const clone = await freshClone(scratch);
    const commands = commandsOfContributing();
    expect(commands.length).toBeLessThanOrEqual(6);
    const ended = [];
    for (const command of commands) ended.push(await takeStep(clone, command));

    const tests = ended.filter((_, index) => commands[index]?.startsWith('npm test'));
    for (const one of tests) expect(one.stderr).toMatch(/^Tests: .*[1-9][0-9]* passed/m);
    expect(tests.at(-1)?.stderr).not.toMatch(/^Tests: .* failed/m);

    expect(readFileSync(join(clone.root, 'docs/rules/some-defect.md'), 'utf8')).toContain('greeting:');

    const [run] = JSON.parse(ended.at(-1)?.stdout ?? '').runs;
    expect(run.tool.driver.rules.map((rule: { readonly id: string }) => rule.id)).toContain('some-defect');
    // Two of the examples have an input of that name.
    expect(run.results).toHaveLength(2);
    const result = run.results[1];
    expect(result).toMatchObject({ ruleId: 'some-defect', message: { text: 'called "message"' } });
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: expect.stringContaining('workflows/hello-world/workflow.yaml') },
    });
  });
}, 600_000);
