import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliBundle, plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { writeOldRepository } from './support/old-repository.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** The four commands of the README, in their order, as one who has installed the program types them. */
const [adopting = ''] =
  /(?<=## Adopt\n[\s\S]*?```bash\n)[\s\S]*?(?=```)/.exec(
    readFileSync(join(projectRoot, 'README.md'), 'utf8'),
  ) ?? [];
const commands = adopting
  .split('\n')
  .map((line) => line.replace(/\s+#.*/, ''))
  .filter((line) => line !== '');

/** Calls `use` with a repository that somebody has committed, and a way to type commands in it. */
async function inRepository(
  write: (root: string) => void,
  use: (root: string, type: (line: string) => ReturnType<typeof runProgram>) => Promise<void>,
): Promise<void> {
  await inScratch(async (scratch) => {
    const root = join(scratch, 'repository');
    const bin = join(scratch, 'bin');
    mkdirSync(root, { recursive: true });
    mkdirSync(bin);
    writeFileSync(join(bin, 'pw-workflow-check'), `#!/bin/sh\nexec ${process.execPath} ${cliBundle} "$@"\n`, {
      mode: 0o755,
    });
    write(root);
    const plain = plainEnvironment(scratch);
    const somebody = { NAME: 'Somebody', EMAIL: 'somebody@example.com' };
    const env = {
      ...plain,
      PATH: `${bin}:${plain['PATH']}`,
      ...Object.fromEntries(
        Object.entries(somebody).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
    const type = (line: string) => runProgram({ command: 'bash', args: ['-c', line], cwd: root, env });
    await type('git init -q -b main && git add -A && git commit -q -m "Everything"');
    await use(root, type);
  });
}

test('the README adopts in four commands', () => {
  expect(commands).toHaveLength(4);
});

test('a repository with faults is green after the four commands, and red again by a new fault', async () => {
  const spoiled = (root: string): void => {
    copyExamples(join(root, '..'), ['hello-world', 'status-board']);
    const path = join(root, 'workflows/hello-world/workflow.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('needs: [wait_for_service]', 'needs: [wait_for_servise]'),
    );
  };
  await inRepository(spoiled, async (root, type) => {
    expect(await type('pw-workflow-check lint')).toMatchObject({ status: 1 });
    await type('rm .pw-workflow-check.yaml');
    for (const command of commands)
      expect({ command, ...(await type(command)) }).toMatchObject({ command, status: 0 });
    const path = join(root, 'workflows/status-board/workflow.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('needs: [wait_for_service]', 'needs: [wait_for_servise]'),
    );
    const report = reportOf(await runCli(root, ['lint', '--format', 'json']));
    expect(report.diagnostics.map(({ workflow }) => workflow)).toEqual(['status-board']);
    expect(await type('pw-workflow-check lint --new-only')).toMatchObject({ status: 1 });
    await type('git commit -q -a -m "A new fault"');
    expect(
      await type('pw-workflow-check lint --baseline .pw-workflow-check-baseline.json --new-only=HEAD'),
    ).toMatchObject({ status: 0 });
  });
});

test('130 workflows of an old layout are green after the four commands, and none is forgotten', async () => {
  await inRepository(
    (root) => writeOldRepository(root, 130),
    async (root, type) => {
      const [init = '', ...others] = commands;
      const adopted = await type(init);
      expect(adopted.status).toBe(0);
      expect(adopted.stderr).toContain(
        '131 workflows found: workflow/yamls/*/general_v4.yaml, workflows/*/workflow.yaml',
      );
      expect(adopted.stderr.split('\n').length).toBeLessThan(60);
      for (const command of others)
        expect({ command, ...(await type(command)) }).toMatchObject({ command, status: 0 });
      const listed = await type('pw-workflow-check list --json');
      expect(JSON.parse(listed.stdout)).toHaveLength(131);
      expect(readFileSync(join(root, '.pw-workflow-check-baseline.json'), 'utf8')).toContain(
        '"rule":"unknown-needs"',
      );
    },
  );
}, 300_000);
