import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const isHere = spawnSync('pre-commit', ['--version']).status === 0;

/** Makes a folder a git repository with everything in it committed. */
function committed(folder: string): void {
  const git = (...words: readonly string[]) => execFileSync('git', ['-C', folder, ...words]);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'Everything');
  git('tag', 'v1');
}

/** The program as pre-commit gets it: a repository with what is built here now. */
function hookRepository(scratch: string): string {
  const folder = join(scratch, 'hooks');
  mkdirSync(folder);
  for (const path of ['.pre-commit-hooks.yaml', 'package.json', 'dist']) {
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  }
  committed(folder);
  return folder;
}

(isHere ? test : test.skip)(
  'pre-commit lints what is committed, and passes over the other files',
  async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world', 'status-board']);
      const hooks = `repos:\n  - repo: ${hookRepository(scratch)}\n    rev: v1\n    hooks: [{ id: pw-workflow-check }]\n`;
      writeFileSync(join(root, '.pre-commit-config.yaml'), hooks);
      writeFileSync(join(root, 'compose.yaml'), 'services:\n  board: { image: nginx }\n');
      mkdirSync(join(root, '.github/workflows'), { recursive: true });
      writeFileSync(
        join(root, '.github/workflows/ci.yml'),
        'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n',
      );
      committed(root);
      const { PATH = '' } = process.env;
      const env = { PATH, HOME: scratch, PRE_COMMIT_HOME: join(scratch, 'cache'), LANG: 'C.UTF-8' };
      const run = (...files: readonly string[]) =>
        runProgram({
          command: 'pre-commit',
          args: ['run', '--color=never', ...(files.length === 0 ? ['--all-files'] : ['--files', ...files])],
          cwd: root,
          env,
        });

      const everything = await run();
      expect(everything).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/pw-workflow-check\.+Passed/),
      });
      // Nothing of it is a workflow; a hook that fails on that is switched off.
      expect(await run('compose.yaml', '.github/workflows/ci.yml')).toMatchObject({ status: 0 });

      const script = join(root, 'workflows/hello-world/start.sh');
      const text = readFileSync(script, 'utf8');
      writeFileSync(script, `${text.replace('exec python3', 'python3').trimEnd()} &\n`);
      const broken = await run('workflows/hello-world/start.sh', 'workflows/hello-world/README.md');
      expect(broken.status).toBe(1);
      expect(broken.stdout).toContain('workflows/hello-world/start.sh:');
      expect(broken.stdout).toContain('[script-ends-with-service]');
      expect(broken.stdout).not.toContain('status-board');
    });
  },
);
