import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'pw-lsp-'));
const root = join(folder, 'examples');
cpSync('examples', root, { recursive: true });
writeFileSync(join(root, '.pw-workflow-check.yaml'), 'root: true\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workflow = join(root, 'workflows/status-board/workflow.yaml');
const text = readFileSync(workflow, 'utf8');

test('a document is looked at when it is opened and when it changes, and shown with its version', async () => {
  const { client, end } = await served();
  const uri = uriOf(workflow);
  client.open(uri, text, 4);
  await client.settle();
  expect(client.published.findLast((one) => one.uri === uri)).toEqual({ uri, version: 4, diagnostics: [] });
  const broken = text.replace(/^jobs:/m, 'nobs:');
  client.change(uri, broken, 5);
  await client.settle();
  const last = client.published.findLast((one) => one.uri === uri);
  expect(last?.version).toBe(5);
  expect(last?.diagnostics.map((one) => [one.code, one.source, one.severity])).toContainEqual([
    'unknown-key',
    'pw-workflow-check',
    1,
  ]);
  client.close(uri);
  await client.until(() => client.shown(uri)?.length === 0);
  await end();
});

test('each look at the texts is told where it shows something else, and only there', async () => {
  const { client, end } = await served();
  const uri = uriOf(workflow);
  client.open(uri, text);
  await client.settle();
  await client.settle();
  expect(client.published).toEqual([{ uri, version: 1, diagnostics: [] }]);
  client.close(uri);
  client.open(uri, text);
  await client.settle();
  // Nothing once it is closed, and as before when it is opened again.
  expect(client.published.map((one) => one.version)).toEqual([1, undefined, 1]);
  await end();
});
