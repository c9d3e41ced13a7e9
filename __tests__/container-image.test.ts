import { existsSync, readFileSync } from 'node:fs';

const lines = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');
const words = (instruction: string): readonly (readonly string[])[] =>
  lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.split(/\s+/).slice(1));
const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');

test('what goes into the image is in the repository, and reaches the builder', () => {
  const sources = words('COPY').flatMap((names) => names.slice(0, -1));
  expect(sources).toContain('dist');
  expect(ignored[0]).toBe('*');
  for (const source of sources) {
    expect([source, existsSync(source)]).toEqual([source, true]);
    expect(ignored).toContain(`!${source}`);
  }
  expect(ignored.slice(1).map((line) => line.replace('!', ''))).toEqual(expect.arrayContaining([...sources]));
});

test('it runs what the package calls its program, as somebody who is not root, on a Node that is promised', () => {
  const { bin, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [link = []] = words('RUN').filter(([first]) => first === 'ln');
  expect(link).toContain(`/opt/pw-workflow-check/${bin['pw-workflow-check']}`);
  expect(words('USER').at(-1)).toEqual(['node']);
  expect(lines.findLastIndex((line) => line.startsWith('RUN '))).toBeLessThan(lines.indexOf('USER node'));
  const [major] = /(?<=^node:)\d+/.exec(words('FROM')[0]?.[0] ?? '') ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  expect(words('ENTRYPOINT')).toEqual([['["pw-workflow-check"]']]);
});
