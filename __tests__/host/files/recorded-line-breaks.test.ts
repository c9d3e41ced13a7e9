import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedLineBreaks } from '../../../src/host/files/recorded-line-breaks.ts';

describe('recordedLineBreaks', () => {
  let root = '';
  const git = (...words: string[]): void => {
    const { status, stderr } = spawnSync('git', ['-C', root, ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const recorded = (): string | undefined => recordedLineBreaks(root, 'start.sh');
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'line-breaks-'));
    git('init', '-q');
    git('config', 'core.autocrlf', 'false');
    git('config', 'user.email', 'somebody@example.org');
    git('config', 'user.name', 'somebody');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is what the index holds', () => {
    write('start.sh', 'a\r\nb\r\n');
    git('add', 'start.sh');
    expect(recorded()).toBe('crlf');
  });

  test('is crlf when only some lines end so', () => {
    write('start.sh', 'a\r\nb\n');
    git('add', 'start.sh');
    expect(recorded()).toBe('crlf');
  });

  test('is not what a checkout with core.autocrlf made of it', () => {
    write('start.sh', 'a\nb\n');
    git('add', 'start.sh');
    git('commit', '-qm', 'a script');
    git('config', 'core.autocrlf', 'true');
    rmSync(join(root, 'start.sh'));
    git('checkout', '-q', '--', 'start.sh');
    expect(readFileSync(join(root, 'start.sh'), 'utf8')).toBe('a\r\nb\r\n');
    expect(recorded()).toBe('lf');
  });

  test.each(['*.sh text\n', '* text=auto\n', '*.sh eol=lf\n'])(
    'of a new file follows .gitattributes: %j',
    (line) => {
      write('.gitattributes', line);
      write('start.sh', 'a\r\n');
      expect(recorded()).toBe('lf');
    },
  );

  test.each(['', '*.sh -text\n', '*.py text\n'])(
    'of a new file is what it has without a rule for it: %j',
    (line) => {
      write('.gitattributes', line);
      write('start.sh', 'a\r\n');
      expect(recorded()).toBe('crlf');
    },
  );

  test('is unknown outside a repository, and of a file that is not there', () => {
    expect(recorded()).toBeUndefined();
    rmSync(join(root, '.git'), { recursive: true });
    write('start.sh', 'a\r\n');
    expect(recorded()).toBeUndefined();
  });
});
