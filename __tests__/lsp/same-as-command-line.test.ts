import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeWorld } from '../../src/host/node-world.ts';
import { uriOf } from '../support/language-client.ts';
import { printed, shownLines } from './printed.ts';
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
    const shown = paths.flatMap((path) => shownLines(path, client.shown(uriOf(join(root, path))) ?? []));
    expect([fixture, ...shown.sort()]).toEqual([
      fixture,
      ...(await printed(nodeWorld(root, root), paths)).sort(),
    ]);
    for (const path of paths) client.close(uriOf(join(root, path)));
  }
  await end();
}, 600_000);
