import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from './support/act.ts';
import { cliBundle, plainEnvironment, runCli } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

const workflow = [
  'jobs:',
  '  main:',
  '    steps:',
  '      - run: echo "größe 模型 ${{ inputs.mesage }}"',
  '      - run: echo "${{ inputs.another }}" "${{ inputs.other }}"',
  'on: {execute: {inputs: {message: {type: string, default: x}}}}',
  '',
].join('\n');

/** A repository with two faults in a workflow under a name in another alphabet. */
async function faulty(scratch: string): Promise<string> {
  const root = join(scratch, 'repository');
  mkdirSync(join(root, 'workflows/модель'), { recursive: true });
  writeFileSync(join(root, 'workflows/модель/workflow.yaml'), workflow);
  await commitAll(root, 'first');
  return root;
}

test('reviewdog reads rdjson, with places that count bytes', async () => {
  await inScratch(async (scratch) => {
    const root = await faulty(scratch);
    const { stdout } = await runCli(root, ['lint', '--format', 'rdjson']);
    writeFileSync(join(scratch, 'report.json'), stdout);
    const read = await runProgram({
      command: 'bash',
      args: [
        '-c',
        'reviewdog -f=rdjson -reporter=rdjson -filter-mode=nofilter -fail-level=none < "$0"',
        join(scratch, 'report.json'),
      ],
      cwd: root,
      env: plainEnvironment(scratch),
    });
    expect(read.stderr).toBe('');
    const { diagnostics } = JSON.parse(read.stdout);
    expect(diagnostics.map((one: { location: { path: string } }) => one.location.path)).toContain(
      'workflows/модель/workflow.yaml',
    );
    const first = diagnostics.find((one: { message: string }) => one.message.includes('mesage'));
    const line = workflow.split('\n')[3] ?? '';
    const column = Buffer.byteLength(line.slice(0, line.indexOf('inputs.mesage'))) + 1;
    expect(first.location.range.start).toEqual({ line: 4, column });
    expect(first.suggestions).toHaveLength(1);
  });
});

test("GitLab's Code Quality has what GitLab asks of each entry, and no fingerprint twice", async () => {
  await inScratch(async (scratch) => {
    const root = await faulty(scratch);
    const { stdout } = await runCli(root, ['lint', '--format', 'gitlab']);
    const issues: readonly Record<string, unknown>[] = JSON.parse(stdout);
    expect(issues.length).toBeGreaterThan(1);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.stringMatching(/^[^\n]+$/),
        check_name: expect.stringMatching(/./),
        fingerprint: expect.stringMatching(/./),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: {
          path: 'workflows/модель/workflow.yaml',
          lines: { begin: expect.any(Number), end: expect.any(Number) },
        },
      });
    }
    expect(new Set(issues.map((issue) => issue['fingerprint'])).size).toBe(issues.length);
  });
});

test("the template is valid by GitLab's own schema, and its job leaves the reports that it names", async () => {
  await inScratch(async (scratch) => {
    const root = await faulty(scratch);
    copyFileSync(join(projectRoot, 'integrations/gitlab-ci.yml'), join(root, '.gitlab-ci.yml'));
    await commitAll(root, 'check');
    // The package as it would be fetched: this checkout.
    const bin = join(scratch, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${cliBundle}" "$@"\n`);
    chmodSync(join(bin, 'npx'), 0o755);
    const env = plainEnvironment(scratch);
    const job = (options: string) =>
      runProgram({
        command: 'gitlab-ci-local',
        args: [
          '--force-shell-executor',
          ...['--variable', 'PW_CHECK_COMMAND=lint', '--variable', `PW_CHECK_OPTIONS=${options}`],
          'pw-workflow-check',
        ],
        cwd: root,
        env: { ...env, PATH: `${bin}:${env['PATH']}` },
      });
    expect((await job('--fail-on warning')).status).toBe(1);
    const ran = await job('--fail-on never');
    const said = ran.stdout + ran.stderr;
    expect(said).toContain('json schema validated');
    expect(said).toContain('input "mesage" is not declared');
    expect(ran.status).toBe(0);
    const issues = JSON.parse(readFileSync(join(root, 'gl-code-quality-report.json'), 'utf8'));
    expect(issues.length).toBeGreaterThan(1);
    expect(readFileSync(join(root, 'pw-workflow-check.html'), 'utf8')).toMatch(/<!doctype html>/i);
  });
});

test('the problem matcher finds every line of a finding in the log, and no other', async () => {
  const { problemMatcher } = JSON.parse(
    readFileSync(join(projectRoot, 'integrations/problem-matcher.json'), 'utf8'),
  ) as { problemMatcher: { severity?: string; pattern: { regexp: string; severity?: number }[] }[] };
  await inScratch(async (scratch) => {
    const root = await faulty(scratch);
    const pretty = (await runCli(root, ['lint', '--sort', 'place'])).stdout.split('\n');
    const report = JSON.parse((await runCli(root, ['lint', '--format', 'json'])).stdout);
    const matched = pretty.flatMap((line) =>
      problemMatcher.flatMap(({ severity, pattern: [pattern] }) => {
        const match = new RegExp(pattern?.regexp ?? '').exec(line);
        if (match === null) return [];
        return [[match[1], Number(match[2]), Number(match[3]), severity ?? match[pattern?.severity ?? 0]]];
      }),
    );
    const words: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', note: 'notice' };
    expect(matched).toEqual(
      report.diagnostics.map(
        ({
          path,
          range,
          severity,
        }: {
          path: string;
          range: { start: { line: number; column: number } };
          severity: string;
        }) => [path, range.start.line, range.start.column, words[severity]],
      ),
    );
  });
});
