import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Json, uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

const count = 200;
// Half of them with PW_CHECK_FULL=1, as in CI; otherwise a few.
const opened = process.env['PW_CHECK_FULL'] === '1' ? count / 2 : 30;

const root = mkdtempSync(join(tmpdir(), 'pw-lsp-many-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, '.git'));
cpSync('examples/utils', join(root, 'utils'), { recursive: true });
const text = readFileSync('examples/workflows/hello-world/workflow.yaml', 'utf8');
for (let index = 0; index < count; index++) {
  const folder = join(root, 'workflows', `service-${index}`);
  cpSync('examples/workflows/hello-world', folder, { recursive: true });
  writeFileSync(join(folder, 'workflow.yaml'), textOf(index));
}

function textOf(index: number): string {
  return text.replaceAll('hello-world', `service-${index}`);
}

/** What is held after all that can be let go of is gone, in MiB. */
function heapMiB(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test(`${opened} of ${count} workflows are opened, written and closed one after the other, and none is kept`, async () => {
  const { client, end } = await served({ pauses: { rules: 1, everything: 3_600_000 } });
  const shows = (uri: string, version: number): Promise<void> =>
    client.until(() => client.published.some((one) => one.uri === uri && one.version === version));
  const visit = async (index: number): Promise<void> => {
    const uri = uriOf(join(root, 'workflows', `service-${index}`, 'workflow.yaml'));
    client.open(uri, textOf(index), 1);
    await shows(uri, 1);
    expect([index, client.shown(uri)]).toEqual([index, []]);
    client.change(uri, textOf(index).replace('    needs:', '    neds:'), 2);
    await shows(uri, 2);
    client.close(uri);
  };
  const warm = Math.ceil(opened / 4);
  for (let index = 0; index < warm; index++) await visit(index);
  const before = heapMiB();
  for (let index = warm; index < opened; index++) await visit(index);
  // What is known of one takes half a MiB; the engine keeps some for what it has compiled meanwhile.
  expect(heapMiB() - before).toBeLessThan(5 + (opened - warm) / 10);
  await end();
}, 600_000);

test('a question about all workflows is answered from all of them', async () => {
  const { client, end } = await served({ pauses: { rules: 1, everything: 3_600_000 } });
  const uri = uriOf(join(root, 'utils/wait_service.sh'));
  const script = readFileSync(join(root, 'utils/wait_service.sh'), 'utf8');
  client.open(uri, script, 1);
  const ask = async (): Promise<Json[]> =>
    client.request('textDocument/references', {
      textDocument: { uri },
      position: { line: 0, character: 1 },
      context: { includeDeclaration: false },
    });
  const uses = await ask();
  expect(new Set(uses.map((one) => one.uri)).size).toBe(count);
  client.close(uri);
  await client.until(() => client.published.at(-1)?.uri === uri);
  await end();
}, 600_000);
