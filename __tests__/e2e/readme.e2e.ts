import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, runCli } from './support/cli.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');

/** hello-world as the README shows it: markers injected, and a wait step that reads the port once. */
function racing(scratch: string): string {
  const root = copyExamples(scratch, ['hello-world']);
  const path = join(root, 'workflows/hello-world/workflow.yaml');
  const wait = `run: |
          until [ -f job.started ]; do sleep 1; done
          SESSION_PORT=$(cat SESSION_PORT)
          until curl -sf "http://$(cat HOSTNAME):\${SESSION_PORT}/"; do sleep 1; done
          echo "HOSTNAME=$(cat HOSTNAME)" >> "$OUTPUTS"
          echo "SESSION_PORT=\${SESSION_PORT}" >> "$OUTPUTS"`;
  const text = readFileSync(path, 'utf8')
    .replace('inject_markers: false', 'inject_markers: true')
    .replace('run: source utils/wait_service.sh', () => wait);
  writeFileSync(path, text);
  return root;
}

test('the finding that the README shows is what the terminal prints', async () => {
  await inScratch(async (scratch) => {
    const { stdout } = await runCli(racing(scratch), ['lint']);
    const finding = stdout.slice(0, stdout.search(/\n\n(?:remark|1 workflow)/));
    expect(finding).toContain('[marker-race]');
    expect(readme).toContain(`$ pw-workflow-check lint\n${finding}\n`);
  });
});

test('the finding that the README shows on a pull request is the annotation', async () => {
  await inScratch(async (scratch) => {
    const report = reportOf(await runCli(racing(scratch), ['lint', '--format', 'json']));
    const prose = readme.replaceAll('\n> ', ' ').replaceAll('<br>', '');
    expect(report.diagnostics).toHaveLength(1);
    for (const { message, range } of report.diagnostics) {
      expect(prose).toContain(message);
      expect(prose).toContain(`on line ${range.start.line} in workflows/hello-world/start.sh`);
    }
  });
});

test('the five lines that adopt the action are the same wherever they stand', () => {
  const lines = /```yaml\n(on: \[push[\s\S]*?)```/;
  const adopting = readFileSync(join(projectRoot, 'docs/adopting.md'), 'utf8');
  expect(lines.exec(readme)?.[1]).toBe(lines.exec(adopting)?.[1]);
});
