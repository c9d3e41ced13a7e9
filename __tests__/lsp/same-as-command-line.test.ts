import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/app/check.ts';
import { readRequest } from '../../src/app/request.ts';
import { nodeWorld } from '../../src/host/node-world.ts';
import { lineIndex } from '../../src/source/line-index.ts';
import { uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

// Every fixture with PW_CHECK_FULL=1, as in CI; otherwise some of each kind.
const everyNth = process.env['PW_CHECK_FULL'] === '1' ? 1 : 12;
const lint = '__tests__/fixtures/lint';
const cases = '__tests__/fixtures/cases/lint';
const fixtures = [
  ...readdirSync(lint).map((name) => join(lint, name)),
  ...readdirSync(cases).map((name) => join(cases, name, 'bad')),
]
  .filter((path) => existsSync(path))
  .filter((_, index) => index % everyNth === 0);

const folder = mkdtempSync(join(tmpdir(), 'pw-lsp-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spelt = (rule: string): string => rule.replace('shellcheck/', '');

test(`every fixture is shown as the command line prints it (${fixtures.length} of them)`, async () => {
  const { client, end } = await served();
  for (const [index, fixture] of fixtures.entries()) {
    const root = join(folder, String(index));
    cpSync(fixture, root, { recursive: true });
    mkdirSync(join(root, '.git'), { recursive: true });
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\/(?:workflow\.ya?ml|start\.sh)$/.test(path))
      .sort();
    if (paths.length === 0) continue;
    for (const path of paths) client.open(uriOf(join(root, path)), readFileSync(join(root, path), 'utf8'));
    await client.settle();
    const shown = paths.flatMap((path) =>
      (client.shown(uriOf(join(root, path))) ?? []).map(({ range, code, message }) => {
        const { start } = range;
        return `${path}:${start.line + 1}:${start.character + 1} ${code} ${message}`;
      }),
    );
    expect([fixture, ...shown.sort()]).toEqual([fixture, ...(await printed(root, paths)).sort()]);
    for (const path of paths) client.close(uriOf(join(root, path)));
  }
  await end();
}, 600_000);

async function printed(root: string, paths: readonly string[]): Promise<string[]> {
  const read = readRequest({ command: 'lint', paths, options: {} });
  if (read.kind === 'refused') throw new Error(read.message);
  const quiet = { say: () => {}, watch: () => {} };
  const answer = await check(read.request, nodeWorld(root, root), quiet, {
    signal: new AbortController().signal,
  } as never);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.report.diagnostics
    .filter((one) => paths.includes(one.at.file))
    .map((one) => {
      const text = answer.report.files.get(one.at.file)?.text ?? '';
      const { line, column } = lineIndex(text).placeOf(one.at.start);
      // A client that is given a byte order mark counts it as a character.
      const marked = line === 1 && text.startsWith('\uFEFF') ? column + 1 : column;
      const help = one.help === undefined ? '' : `\n${one.help}`;
      return `${one.at.file}:${line}:${marked} ${spelt(one.rule)} ${one.message}${help}`;
    });
}
