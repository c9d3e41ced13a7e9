import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, runCli } from './support/cli.ts';
import type { Ended } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

/** What must hold of every answer, whatever the input was. */
function expectDecent(ended: Ended): void {
  expect(ended.signal).toBeUndefined();
  expect([0, 1, 2]).toContain(ended.status);
  expect(`${ended.stdout}\n${ended.stderr}`).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(`${ended.stdout}\n${ended.stderr}`).not.toMatch(
    /node:internal|RangeError|TypeError|ENOENT|EISDIR|EACCES/,
  );
}

/** A repository with one workflow whose `workflow.yaml` holds `content`. */
function repository(scratch: string, content: string | Buffer): string {
  const root = join(scratch, 'repository');
  mkdirSync(join(root, 'workflows/odd'), { recursive: true });
  writeFileSync(join(root, 'workflows/odd/workflow.yaml'), content);
  return root;
}

const nested = (levels: number, open: string, close: string) =>
  `jobs: ${open.repeat(levels)}${close.repeat(levels)}\n`;
const aliasBomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`,
  ),
  'jobs: *a12',
  '',
].join('\n');

const contents: readonly (readonly [string, string | Buffer])[] = [
  ['empty', ''],
  ['blank', '\n\n  \n'],
  ['a scalar', 'hello\n'],
  ['a list', '- a\n- b\n'],
  ['two documents', 'jobs: {}\n---\njobs: {}\n'],
  ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0xff, 0xfe])],
  ['NUL in the text', 'jobs:\n  a\0b: {}\n'],
  ['Latin-1', Buffer.from('permissions: ["*"]\njobs: {} # caf\xe9\n', 'latin1')],
  ['UTF-16', Buffer.from('\ufeffjobs: {}\n', 'utf16le')],
  ['a lone surrogate as an escape', 'jobs: {"\\ud800": {}}\n'],
  ['10,000 levels of lists', nested(10_000, '[', ']')],
  ['10,000 levels of maps', nested(10_000, '{a: ', '}')],
  [
    '10,000 levels of indentation',
    Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i % 400)}a${i}:`).join('\n'),
  ],
  ['10,000 unclosed brackets', `jobs: ${'['.repeat(10_000)}\n`],
  ['an alias bomb', aliasBomb],
  ['a merge key on itself', 'jobs: &a\n  <<: *a\n'],
  [
    '10,000 levels of parentheses in an expression',
    `jobs: {a: {steps: [{run: "\${{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}"}]}}\n`,
  ],
  [
    '10,000 levels of subshells in a block',
    `jobs: {a: {steps: [{run: "${'('.repeat(10_000)}true${')'.repeat(10_000)}"}]}}\n`,
  ],
];

describe('a workflow.yaml that is', () => {
  test.each(contents)('%s gets a finding or is refused by name', async (_title, content) => {
    await inScratch(async (scratch) => {
      const root = repository(scratch, content);
      const ended = await runCli(root, ['lint'], { limitMs: 60_000 });
      expectDecent(ended);
      expect(ended.status).not.toBe(0);
      expect(`${ended.stdout}${ended.stderr}`).toContain('workflows/odd/workflow.yaml');
    });
  });

  test('one line of 2 MB is no fault', async () => {
    await inScratch(async (scratch) => {
      const run = `jobs: {a: {steps: [{run: "echo ${'x'.repeat(2_000_000)}"}]}}\n`;
      const ended = await runCli(repository(scratch, run), ['lint'], { limitMs: 30_000 });
      expectDecent(ended);
      expect(ended.stdout.length).toBeLessThan(10_000);
    });
  });

  test('50 MB long is refused by name, with the limit', async () => {
    await inScratch(async (scratch) => {
      const root = repository(scratch, `# ${'x'.repeat(100)}\n`.repeat(500_000));
      const ended = await runCli(root, ['lint'], { limitMs: 60_000 });
      expectDecent(ended);
      expect(ended.status).not.toBe(0);
      expect(`${ended.stdout}${ended.stderr}`).toMatch(
        /workflows\/odd\/workflow\.yaml[\s\S]*\d+ ?(MB|MiB|kB|KiB)/,
      );
    });
  });
});

describe('a repository with', () => {
  test('CRLF and a byte order mark is checked like any other', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const path = join(root, 'workflows/hello-world/workflow.yaml');
      const text = execFileSync('cat', [path], { encoding: 'utf8' });
      writeFileSync(path, `\ufeff${text.replaceAll('\n', '\r\n')}`);
      const ended = await runCli(root, ['lint', '--format', 'json']);
      expectDecent(ended);
      expect(reportOf(ended).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });

  test.each([
    ['a link out of the repository', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path)],
    ['a link to itself', (path: string) => symlinkSync('workflow.yaml', path)],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
  ])('%s for a workflow.yaml neither hangs nor reads it', async (_title, make) => {
    await inScratch(async (scratch) => {
      const root = join(scratch, 'repository');
      mkdirSync(join(root, 'workflows/odd'), { recursive: true });
      make(join(root, 'workflows/odd/workflow.yaml'));
      const ended = await runCli(root, ['lint'], { limitMs: 30_000 });
      expectDecent(ended);
      expect(ended.status).not.toBe(0);
      expect(`${ended.stdout}${ended.stderr}`).toContain('workflows/odd');
      expect(`${ended.stdout}${ended.stderr}`).not.toContain('root:');
    });
  });

  test.each([
    ['a link out of the repository', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
    ['binary', (path: string) => writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]))],
    ['nothing in it', (path: string) => writeFileSync(path, '')],
  ])('a start.sh that is %s gets a finding', async (_title, make) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const path = join(root, 'workflows/hello-world/start.sh');
      execFileSync('rm', [path]);
      make(path);
      const ended = await runCli(root, ['check'], { limitMs: 60_000 });
      expectDecent(ended);
      expect(ended.status).toBe(1);
      expect(`${ended.stdout}${ended.stderr}`).toContain('start.sh');
    });
  });

  test.each([
    ['a newline', 'a\nb'],
    ['an escape sequence', 'a\u001b[31mb'],
    ['a workflow command', '::error::x'],
    ['quotes and a dollar', `a'"$(touch pwned)b`],
    ['blanks', ' a b '],
    ['a percent sign', 'a%0Ab'],
  ])('%s in the name of a workflow shows it harmlessly', async (_title, name) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const directory = join(root, 'workflows', name);
      mkdirSync(directory);
      writeFileSync(join(directory, 'workflow.yaml'), 'jobs: {}\nunknown: 1\n');
      for (const format of ['pretty', 'github', 'markdown', 'json']) {
        const ended = await runCli(root, ['lint', '--format', format]);
        expectDecent(ended);
        expect(ended.status).toBe(1);
        expect(ended.stdout).not.toContain('\u001b');
        expect(ended.stdout).not.toMatch(/^::error::x/m);
      }
    });
  });
});

describe('a request that is wrong', () => {
  test.each([
    ['an unknown option', ['check', '--frob'], '--frob'],
    ['an unknown command', ['chekc'], 'chekc'],
    ['a path that is not there', ['lint', 'no/such/path'], 'no/such/path'],
    ['an unknown rule', ['lint', '--only', 'no-such-rule'], 'no-such-rule'],
    ['a file that is no configuration', ['lint', '--config', 'nowhere.yaml'], 'nowhere.yaml'],
    ['a format that does not exist', ['lint', '--format', 'prety'], 'prety'],
  ])('%s exits with 2 and names it', async (_title, args, word) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const ended = await runCli(root, args);
      expectDecent(ended);
      expect(ended.status).toBe(2);
      expect(ended.stderr).toContain(word);
      expect(ended.stdout).toBe('');
    });
  });

  test('a directory that is called workflow.yaml is no workflow', async () => {
    await inScratch(async (scratch) => {
      mkdirSync(join(scratch, 'workflows/odd/workflow.yaml'), { recursive: true });
      const ended = await runCli(scratch, ['lint']);
      expectDecent(ended);
      expect(ended.status).toBe(2);
    });
  });

  test('a folder without a workflow exits with 2', async () => {
    await inScratch(async (scratch) => {
      const ended = await runCli(scratch, ['check']);
      expectDecent(ended);
      expect(ended.status).toBe(2);
      expect(ended.stderr).toContain('workflow');
    });
  });
});
