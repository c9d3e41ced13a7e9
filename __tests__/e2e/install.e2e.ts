import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const page = readFileSync(join(projectRoot, 'docs/install.md'), 'utf8');

/** The commands of a section of the page on installing, with these in the place of what it leaves open. */
function commandsOf(section: string, address: string): readonly string[] {
  const text = page.split(/^## /m).find((one) => one.startsWith(`${section}\n`)) ?? '';
  const block = /```bash\n(.*?)```/s.exec(text)?.[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace('https://github.com/OWNER/REPO.git#REF', `${address}#v1`)
        .replace('path/to/repository', '.'),
    );
}

/** What others install, with what is built now, as the repository that they install it from. */
function remote(scratch: string): string {
  const folder = join(scratch, 'remote');
  mkdirSync(folder);
  for (const path of ['package.json', 'package-lock.json', 'LICENSE', 'action.yml', 'dist']) {
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  }
  const git = (...words: readonly string[]) => execFileSync('git', ['-C', folder, ...words]);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'Everything');
  git('tag', 'v1');
  const bare = join(scratch, 'remote.git');
  execFileSync('git', ['clone', '--quiet', '--bare', folder, bare]);
  return bare;
}

/**
 * Calls `use` with a repository, the address of the bare one that this program is installed from, and a way to type
 * commands. No package registry can be reached: nothing but this one package may be needed.
 */
async function beforeInstalling(
  use: (place: {
    readonly root: string;
    readonly scratch: string;
    readonly bare: string;
    readonly type: (line: string, cwd?: string) => ReturnType<typeof runProgram>;
  }) => Promise<void>,
): Promise<void> {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    execFileSync('git', ['-C', root, 'init', '--quiet']);
    writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
    const bare = remote(scratch);
    const env = {
      ...plainEnvironment(scratch),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_audit: 'false',
      npm_config_update_notifier: 'false',
      // A server of git for the address in the documents, without a network.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${bare}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://git.example.org/tools/check.git',
    };
    const type = (line: string, cwd = root) =>
      runProgram({ command: 'bash', args: ['-c', line], cwd, env, limitMs: 170_000 });
    await use({ root, scratch, bare, type });
  });
}

test('without installing, from git over https', async () => {
  await beforeInstalling(async ({ type }) => {
    const commands = commandsOf('Without installing', 'https://git.example.org/tools/check.git');
    expect(commands).toHaveLength(1);
    for (const command of commands) {
      const ended = await type(command);
      expect({ command, ...ended }).toMatchObject({ status: 0 });
      expect(ended.stdout).toContain('1 workflow');
    }
  });
});

test('as a development dependency, which brings nothing else and knows where it came from', async () => {
  await beforeInstalling(async ({ root, type }) => {
    const commands = commandsOf('As a development dependency', 'https://git.example.org/tools/check.git');
    expect(commands).toHaveLength(2);
    for (const command of commands)
      expect({ command, ...(await type(command)) }).toMatchObject({ status: 0 });
    expect(readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'pw-workflow-check',
    ]);
    const { stderr } = await type('npx pw-workflow-check init --dry-run');
    expect(stderr).toMatch(/CI will use tools\/check@[0-9a-f]{40}/);
  });
});

test('from a tarball, and from a clone without npm', async () => {
  await beforeInstalling(async ({ root, scratch, bare, type }) => {
    const clone = join(scratch, 'pw-workflow-check');
    expect(await type(`git clone --quiet file://${bare} ${clone}`)).toMatchObject({ status: 0 });
    const [lint = ''] = commandsOf('A clone', '');
    expect(await type(lint.replace('pw-workflow-check/dist', `${clone}/dist`))).toMatchObject({ status: 0 });

    expect(await type(`npm pack --silent --pack-destination ${root}`, clone)).toMatchObject({ status: 0 });
    const [install = ''] = commandsOf('A tarball', '');
    expect(await type(install)).toMatchObject({ status: 0, stderr: '' });
    expect(await type('npx pw-workflow-check lint')).toMatchObject({ status: 0 });
  });
});
