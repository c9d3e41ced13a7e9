import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inScratch } from './support/scratch.ts';

// The steps of release.yml as they stand there, under stand-ins of npm and gh that keep what was published in files. As
// the real ones do, they refuse to publish a thing twice; FAILS names one command that fails.

interface Job {
  readonly steps: readonly { readonly name?: string; readonly run?: string }[];
}
const { jobs } = parse(readFileSync('.github/workflows/release.yml', 'utf8')) as {
  readonly jobs: Readonly<Record<'check' | 'publish', Job>>;
};
const stepOf = (job: Job, name: string): string => {
  const run = job.steps.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`no step "${name}"`);
  return run;
};
const publishing = [
  'the package, signed by where it was built',
  'the release',
  'the moving tag of the major version',
];

const common = `#!/bin/bash
echo "\${0##*/} $*" >> "$STORE/log"
[ "\${FAILS:-}" != "\${0##*/} $1 $2" ] || { touch "$STORE/$3.half"; exit 1; }
`;
const npm = `${common}
case $1 in
  view) [ ! -e "$STORE/package" ] || echo 1.2.0 ;;
  publish) [ ! -e "$STORE/package" ] && touch "$STORE/package" ;;
esac`;
const gh = `${common}
case "$1 $2" in
  'release view')
    if [ -e "$STORE/$3" ]; then echo false; elif [ -e "$STORE/$3.half" ]; then echo true; else exit 1; fi ;;
  'release delete') rm "$STORE/$3.half" ;;
  'release create') [ ! -e "$STORE/$3" ] && [ ! -e "$STORE/$3.half" ] && touch "$STORE/$3" ;;
  'api --paginate') cat "$STORE/tags" ;;
  'api --silent')
    for word in "$@"; do case $word in sha=*) sha=\${word#sha=} ;; esac; done
    if [ "$3" = --method ]; then [ -e "$STORE/major" ] || exit 1; fi
    echo "$sha" > "$STORE/major" ;;
esac`;

/** A place where a release is made, with the tags that the repository has. */
function releasing(scratch: string, tags: readonly string[]) {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  for (const [name, text] of Object.entries({ npm, gh })) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  writeFileSync(join(scratch, 'tags'), `${tags.join('\n')}\n`);
  const env = {
    PATH: `${bin}:${process.env['PATH']}`,
    STORE: scratch,
    TAG: 'v1.2.0',
    COMMIT: 'c'.repeat(40),
    GITHUB_REPOSITORY: 'o/r',
  };
  return {
    /** Carries out the steps up to one that fails, as a runner does; gives the name of that one. */
    run: (fails = '') =>
      publishing.find((name) => {
        const words = ['-e', '-c', stepOf(jobs.publish, name)];
        return spawnSync('bash', words, { cwd: scratch, env: { ...env, FAILS: fails } }).status !== 0;
      }),
    times: (command: string) =>
      readFileSync(join(scratch, 'log'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(command)).length,
    major: () =>
      existsSync(join(scratch, 'major')) ? readFileSync(join(scratch, 'major'), 'utf8').trim() : undefined,
    setMajor: (sha: string) => writeFileSync(join(scratch, 'major'), sha),
  };
}

test.each([
  ['npm publish --provenance', publishing[0]],
  ['gh release create', publishing[1]],
  ['gh api --paginate', publishing[2]],
])(
  'a release of which "%s" failed is finished by another run, and nothing is published twice',
  (fails, step) =>
    inScratch(async (scratch) => {
      const release = releasing(scratch, ['v1.1.0', 'v1.2.0']);
      expect(release.run(fails)).toBe(step);
      expect(release.major()).toBeUndefined();
      expect(release.run()).toBeUndefined();
      expect(release.run()).toBeUndefined();
      expect(release.major()).toBe('c'.repeat(40));
      expect(release.times('npm publish')).toBe(step === publishing[0] ? 2 : 1);
      expect(release.times('gh release create')).toBe(step === publishing[1] ? 2 : 1);
    }),
);

test('the tag of the major version moves on, and never back', () =>
  inScratch(async (scratch) => {
    const release = releasing(scratch, ['v1.2.0', 'v1.10.0', 'v1.11.0-rc.1']);
    release.setMajor('older');
    expect([release.run(), release.major()]).toEqual([undefined, 'older']);
    writeFileSync(join(scratch, 'tags'), 'v1.1.9\nv1.2.0\n');
    expect([release.run(), release.major()]).toEqual([undefined, 'c'.repeat(40)]);
  }));

test('a tag that is not on main is not released', () =>
  inScratch(async (scratch) => {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', ['-C', scratch, '-c', 'user.name=n', '-c', 'user.email=e@x', ...words], {
        encoding: 'utf8',
      }).trim();
    const commit = (): string => {
      git('commit', '-q', '--allow-empty', '-m', 'change');
      return git('rev-parse', 'HEAD');
    };
    git('init', '-q', '-b', 'main');
    const released = commit();
    git('update-ref', 'refs/remotes/origin/main', commit());
    const beside = commit();
    const statusOf = (sha: string) =>
      spawnSync('bash', ['-e', '-c', stepOf(jobs.check, 'the tag is on main')], {
        cwd: scratch,
        env: { PATH: process.env['PATH'], GITHUB_SHA: sha },
      }).status;
    expect([statusOf(released), statusOf(beside)]).toEqual([0, 1]);
  }));
