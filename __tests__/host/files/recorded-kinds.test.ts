import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedKinds } from '../../../src/host/files/recorded-kinds.ts';
import { nodeRepositoryFiles } from '../../../src/host/files/repository-files.ts';
import { filePath } from '../../../src/source/span.ts';

let root = '';
const git = (...words: string[]): void => {
  const { status, stderr } = spawnSync('git', ['-C', root, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const write = (path: string, text: string, mode = 0o644): void => {
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), mode);
};
const recorded = (path: string) => recordedKinds(root)(path);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recorded-kinds-'));
  mkdirSync(join(root, 'common'));
  mkdirSync(join(root, 'hello'));
  write('common/start.sh', 'date\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('in a repository', () => {
  beforeEach(() => git('init', '-q'));

  test('the index says whether a file can be executed, whatever the file system has', () => {
    write('plain.sh', 'date\n', 0o755);
    write('program.sh', 'date\n', 0o644);
    git('add', '-A');
    git('update-index', '--chmod=-x', 'plain.sh');
    git('update-index', '--chmod=+x', 'program.sh');
    expect(recorded('plain.sh')).toEqual({ kind: 'plain' });
    expect(recorded('program.sh')).toEqual({ kind: 'executable' });
  });

  test('the index says what is a link, also where the checkout wrote a text', () => {
    symlinkSync('../common/start.sh', join(root, 'hello/start.sh'));
    git('add', '-A');
    rmSync(join(root, 'hello/start.sh'));
    write('hello/start.sh', '../common/start.sh');
    expect(recorded('hello/start.sh')).toEqual({ kind: 'link', target: '../common/start.sh' });
    expect(nodeRepositoryFiles(root).read(filePath('hello/start.sh'))).toEqual({
      kind: 'text',
      text: 'date\n',
    });
  });

  test('a file that only looks like a link is none', () => {
    write('hello/start.sh', '../common/start.sh');
    git('add', '-A');
    expect(recorded('hello/start.sh')).toEqual({ kind: 'plain' });
    expect(nodeRepositoryFiles(root).read(filePath('hello/start.sh'))).toMatchObject({
      text: '../common/start.sh',
    });
  });

  test('of a file that git does not keep, the file system says it', () => {
    write('new.sh', 'date\n', 0o755);
    expect(recorded('new.sh')).toEqual({ kind: 'executable' });
    expect(recorded('missing.sh')).toBeUndefined();
  });
});

describe('outside of a repository', () => {
  test('the file system says it', () => {
    write('plain.sh', 'date\n');
    write('program.sh', 'date\n', 0o755);
    symlinkSync('../common/start.sh', join(root, 'hello/start.sh'));
    symlinkSync('common', join(root, 'folder'));
    expect(recorded('plain.sh')).toEqual({ kind: 'plain' });
    expect(recorded('program.sh')).toEqual({ kind: 'executable' });
    expect(recorded('hello/start.sh')).toEqual({ kind: 'link', target: '../common/start.sh' });
    expect(recorded('folder')).toEqual({ kind: 'link', target: 'common' });
    expect(recorded('common')).toBeUndefined();
  });

  test('a text that is the path of a file is a link that was unpacked without links', () => {
    write('hello/start.sh', '../common/start.sh');
    write('hello/other.sh', '../common/missing.sh');
    write('hello/line.sh', '../common/start.sh\n');
    expect(recorded('hello/start.sh')).toEqual({ kind: 'link', target: '../common/start.sh' });
    expect(recorded('hello/other.sh')).toEqual({ kind: 'plain' });
    expect(recorded('hello/line.sh')).toEqual({ kind: 'plain' });
  });
});
