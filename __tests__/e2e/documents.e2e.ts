import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliBundle, plainEnvironment } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

// Every call of this program in README and docs that can be carried out here is, in a copy of the examples; each page
// in one of its own, its calls in their order. What is left out stands below, with the reason.

const pages = ['README.md', ...readdirSync(join(projectRoot, 'docs')).map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md') && path !== 'docs/commands.md' && path !== 'docs/README.md',
);

/** Calls that are carried out by another test, or need what a test does not have. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/OWNER\/REPO|^node |^npm |^npx --yes/, 'install.e2e.ts installs by these'],
  [/^sbatch/, 'a scheduler is tried in real-slurm.e2e.ts'],
  [/-m slurm|--mode slurm/, 'runs in this mode are tried by examples.e2e.ts'],
  [/lsp/, 'a language server ends with its editor'],
  [/shard-\*\.json/, 'the parts come from an array job'],
  [/^git (?:push|clone)/, 'there is no server'],
];

/** Exit status 1 is an answer, too: these calls report something of the examples, or of a repository without releases. */
const mayFind = /^pw-workflow-check (?:gate|compare|lint|check|run|merge)/;

/** The commands of a page: those of its blocks, and those in its text that no page before it has. */
function commandsOf(path: string, mentioned: Set<string>): readonly string[] {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  const blocks = [...text.matchAll(/^ *```bash\n(.*?)^ *```/gms)].flatMap(([, block = '']) => {
    const lines = block.split('\n').map((line) => line.replace(/\s+#.*/, '').trim());
    return lines.filter((line) => /^(?:npx )?pw-workflow-check |^git |^source </.test(line));
  });
  const words = [...text.matchAll(/`((?:npx )?pw-workflow-check [a-z][^`\n]*)`/g)].map(
    ([, word = '']) => word,
  );
  const fresh = words.filter((word) => !mentioned.has(word));
  for (const word of [...blocks, ...words]) mentioned.add(word);
  return [...new Set([...blocks, ...fresh])]
    .filter((line) => !/ [A-Z]{2,}\b|[…<]/.test(line) && !elsewhere.some(([pattern]) => pattern.test(line)))
    .map((line) => line.replace(/^npx /, ''));
}

const mentioned = new Set<string>();
const cases = pages
  .map((page) => [page, commandsOf(page, mentioned)] as const)
  .filter(([, commands]) => commands.length > 0);

test('there are pages with commands to carry out', () => {
  expect(cases.flatMap(([, commands]) => commands).length).toBeGreaterThan(25);
});

test.each(cases)('every command of %s does what it says', async (_, commands) => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    const bin = join(scratch, 'bin');
    mkdirSync(bin);
    const program = join(bin, 'pw-workflow-check');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${cliBundle}" "$@"\n`);
    chmodSync(program, 0o755);
    const plain = plainEnvironment(scratch);
    const person = { NAME: 'Somebody', EMAIL: 'somebody@example.com' };
    const env = {
      ...plain,
      PATH: `${bin}:${plain['PATH']}`,
      ...Object.fromEntries(
        Object.entries(person).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
    const type = (line: string) => runProgram({ command: 'bash', args: ['-c', line], cwd: root, env });
    rmSync(join(root, '.pw-workflow-check.yaml'));
    await type('git init -q -b main && git add -A && git commit -q -m Everything && git tag v1.2.0');
    for (const command of commands) {
      const { status, signal, stdout, stderr } = await type(command);
      const said = { command, status, signal, stdout: stdout.slice(-600), stderr: stderr.slice(-600) };
      expect({ ...said, fine: status === 0 || (status === 1 && mayFind.test(command)) }).toEqual({
        ...said,
        fine: true,
      });
      expect({ ...said, fault: /this program failed|^\s+at .*\.js:/m.test(stderr) }).toEqual({
        ...said,
        fault: false,
      });
    }
  });
});
