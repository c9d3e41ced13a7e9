import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeRepositoryFiles } from '../../../src/host/files/repository-files.ts';
import { filePath } from '../../../src/source/span.ts';

let root: string;
const at = (path: string): string => join(root, path);
const problemOf = (path: string): string => {
  const content = nodeRepositoryFiles(root).read(filePath(path));
  return content.kind === 'problem' ? `${content.problem}: ${content.message}` : 'text';
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pwc-test-files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the list of files', () => {
  test('is sorted and leaves out version control and dependencies', () => {
    for (const folder of ['.git', 'node_modules/x', 'b', 'a/c']) mkdirSync(at(folder), { recursive: true });
    for (const file of ['.git/config', 'node_modules/x/y.js', 'b/2', 'a/c/1', '.hidden'])
      writeFileSync(at(file), '');
    expect(nodeRepositoryFiles(root).paths).toEqual(['.hidden', 'a/c/1', 'b/2']);
  });
  test('is of some folders only, when these are named', () => {
    for (const folder of ['a/c', 'b', 'd']) mkdirSync(at(folder), { recursive: true });
    for (const file of ['a/c/1', 'b/2', 'd/3', '4']) writeFileSync(at(file), 'x');
    const files = nodeRepositoryFiles(root, ['a', 'd']);
    expect(files.paths).toEqual(['a/c/1', 'd/3']);
    expect(files.read(filePath('b/2'))).toEqual({ kind: 'text', text: 'x' });
  });
  test('keeps names with newlines and control characters', () => {
    writeFileSync(at('a\nb\u001b.sh'), 'x');
    const files = nodeRepositoryFiles(root);
    expect(files.paths).toEqual(['a\nb\u001b.sh']);
    expect(files.read(filePath('a\nb\u001b.sh'))).toEqual({ kind: 'text', text: 'x' });
  });
  test('holds neither FIFOs nor links that leave, and survives a link to its own folder', () => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync('/etc/hostname', at('out'));
    symlinkSync('.', at('loop'));
    writeFileSync(at('real'), '');
    symlinkSync('real', at('link'));
    expect(nodeRepositoryFiles(root).paths).toEqual(['link', 'real']);
  });
});

describe('reading', () => {
  test('gives the text with its byte order mark and line ends', () => {
    writeFileSync(at('x'), '\uFEFFa\r\nb');
    expect(nodeRepositoryFiles(root).read(filePath('x'))).toEqual({ kind: 'text', text: '\uFEFFa\r\nb' });
  });
  test('names the reason for every file that is not text', () => {
    execFileSync('mkfifo', [at('pipe')]);
    mkdirSync(at('folder'));
    writeFileSync(at('binary'), Buffer.from([1, 0, 2]));
    writeFileSync(at('latin1'), Buffer.from([0x61, 0xe9]));
    writeFileSync(at('utf16'), Buffer.from([0xff, 0xfe, 0x61, 0]));
    symlinkSync('nowhere', at('dangling'));
    symlinkSync('/etc/passwd', at('out'));
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 50_000_000);
    expect(
      ['pipe', 'folder', 'binary', 'latin1', 'utf16', 'dangling', 'out', '../x', 'large', 'missing'].map(
        problemOf,
      ),
    ).toEqual([
      'not-a-regular-file: it is not a regular file',
      'directory: it is a folder',
      'binary: it is binary, not text',
      'not-utf-8: it is not UTF-8',
      'not-utf-8: it is UTF-16, not UTF-8',
      'unreadable: it is a link that leads nowhere',
      'outside-the-repository: it leads out of the repository',
      'outside-the-repository: it leads out of the repository',
      'too-large: it has 50.0 MB; the limit is 5 MB',
      'missing: there is no such file',
    ]);
  });
  test('reads a file once', () => {
    writeFileSync(at('x'), 'before');
    const files = nodeRepositoryFiles(root);
    files.read(filePath('x'));
    writeFileSync(at('x'), 'after');
    expect(files.read(filePath('x'))).toEqual({ kind: 'text', text: 'before' });
  });
  test('tells what stands at a path', () => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    execFileSync('mkfifo', [at('pipe')]);
    const files = nodeRepositoryFiles(root);
    expect(['folder', 'file', 'pipe', 'nothing', '.'].map((path) => files.kindOf(filePath(path)))).toEqual([
      'directory',
      'file',
      'other',
      'missing',
      'directory',
    ]);
  });
});
