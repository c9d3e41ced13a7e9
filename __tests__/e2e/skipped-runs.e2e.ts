import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { writeTexts } from '../support/folder-files.ts';
import { reportOf, runCli } from './support/cli.ts';
import { inScratch } from './support/scratch.ts';

// Runs that are skipped for a program of the site, demanded all the same, or repeated because they failed.

const siteProgram = { start: { service: 'exec acme-desktop --port "$port"' } };

function write(root: string, start: Parameters<typeof sessionExample>[0], configuration = ''): void {
  writeTexts(root, { ...sessionExample(start), '.pw-workflow-check.yaml': configuration });
}

const run = (root: string, ...options: readonly string[]) =>
  runCli(root, ['run', '--format', 'json', ...options]);

test('a program that nobody knows is an error; one of run.site-programs is skipped by name, unless it is demanded', async () => {
  await inScratch(async (root) => {
    write(root, siteProgram);
    const unknown = await run(root);
    expect(unknown.status).toBe(1);
    expect(reportOf(unknown).runs[0]).toMatchObject({ outcome: 'failed', cause: 'start-failed' });

    write(root, siteProgram, 'run:\n  site-programs: [acme-desktop]\n');
    const skipped = await run(root);
    expect(skipped.status).toBe(0);
    expect(reportOf(skipped).runs[0]).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringMatching(/^needs "acme-desktop"/),
    });

    const demanded = await run(root, '--require-run', 'hello');
    expect(demanded.status).toBe(1);
    expect(reportOf(demanded).runs[0]).toMatchObject({
      outcome: 'failed',
      failure: { message: expect.stringMatching(/^the run was demanded and skipped: needs "acme-desktop"/) },
    });

    write(root, siteProgram, 'run:\n  site-programs: [acme-desktop]\n  require-run: true\n');
    expect((await run(root)).status).toBe(1);

    const misspelt = await run(root, '--require-run', 'helo');
    expect([misspelt.status, misspelt.stderr]).toEqual([2, expect.stringContaining('did you mean "hello"?')]);
  });
});

test('--failed repeats what failed in a report, and nothing when nothing did', async () => {
  await inScratch(async (root) => {
    const good = sessionExample();
    const bad = sessionExample({ start: { service: 'exit 3' } });
    for (const [name, texts] of Object.entries({ good, bad })) {
      const moved = Object.entries(texts).map(([path, text]) => [
        path.replace('workflows/hello/', `workflows/${name}/`),
        text.replaceAll('workflows/hello', `workflows/${name}`),
      ]);
      writeTexts(root, Object.fromEntries(moved));
    }
    const first = await run(root);
    const outcomes = reportOf(first).runs.map(({ workflow, outcome }) => [workflow, outcome]);
    expect(outcomes.sort()).toEqual([
      ['bad', 'failed'],
      ['good', 'passed'],
    ]);
    const report = join(root, 'report.json');
    writeFileSync(report, first.stdout);

    const again = await run(root, '--failed=report.json');
    expect(again.status).toBe(1);
    expect(reportOf(again).runs.map(({ workflow }) => workflow)).toEqual(['bad']);

    writeTexts(root, {
      'workflows/bad/start.sh': good['workflows/hello/start.sh']?.replaceAll('hello', 'bad') ?? '',
    });
    const mended = await run(root, '--failed=report.json');
    expect([mended.status, reportOf(mended).runs.map(({ outcome }) => outcome)]).toEqual([0, ['passed']]);
    writeFileSync(report, mended.stdout);

    const none = await run(root, '--failed=report.json');
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('nothing to repeat')]);
  });
});
