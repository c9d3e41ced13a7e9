import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Json, uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

const root = mkdtempSync(join(tmpdir(), 'pw-lsp-endpoints-'));
cpSync('__tests__/fixtures/endpoints', root, { recursive: true });
mkdirSync(join(root, '.git'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string): string => uriOf(join(root, 'workflows', path));
const flow = at('notes/workflow.yaml');
const template = at('notes/app/start-template.sh');
const waiting = at('wait_for_endpoint/general.yaml');
const all = [flow, template, waiting];
const textOf = (uri: string): string => readFileSync(fileURLToPath(uri), 'utf8');

/** The position behind a text of a document. */
function behind(uri: string, before: string): object {
  const text = textOf(uri);
  const offset = text.indexOf(before);
  if (offset === -1) throw new Error(`no "${before}"`);
  const position = TextDocument.create('', '', 0, text).positionAt(offset + before.length);
  return { textDocument: { uri }, position };
}

const applied = (text: string, edits: Json): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);

test('a whole session on services behind endpoints: a workflow, its script and the one that it calls', async () => {
  const { client, end } = await served();
  for (const uri of all) client.open(uri, textOf(uri));
  await client.settle();
  expect(all.map((uri) => client.shown(uri))).toEqual([[], [], []]);

  // a key is written wrongly, and repaired by what is offered
  const text = textOf(flow);
  const wrong = text.replace('early-cancel: any', 'erly-cancel: any');
  client.change(flow, wrong, 2);
  await client.until(() => (client.shown(flow) ?? []).length > 0);
  const line = wrong.split('\n').findIndex((one) => one.includes('erly'));
  const place = { line, character: 12 };
  const [repair]: Json[] = await client.request('textDocument/codeAction', {
    textDocument: { uri: flow },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  expect(applied(wrong, repair.edit.documentChanges[0].edits)).toBe(text);
  client.change(flow, text, 3);
  await client.settle();
  expect(client.shown(flow)).toEqual([]);

  // across three files
  const leadsTo = async (before: string): Promise<string | undefined> => {
    const [found]: Json[] = await client.request('textDocument/definition', behind(flow, before));
    const name = found && textOf(found.uri).split('\n')[found.range.start.line]?.trim();
    return found && `${found.uri.slice(uriOf(join(root, 'workflows')).length)} ${name}`;
  };
  expect(await leadsTo('cat workflows/notes/app/start')).toMatch(/^\/notes\/app\/start-template\.sh /);
  expect(await leadsTo('uses: github/example')).toMatch(/^\/wait_for_endpoint\/general\.yaml /);
  expect(await leadsTo('          na')).toBe('/wait_for_endpoint/general.yaml name:');
  expect(await leadsTo('inputs.notes.ti')).toBe('/notes/workflow.yaml title:');
  const hover = await client.request('textDocument/hover', behind(flow, 'use_existing'));
  expect(hover.contents.value).toContain('script_submitter/v3.6');

  // an input of the called workflow gets another name there and with all that call it
  const edit = await client.request('textDocument/rename', {
    ...behind(waiting, '\n      na'),
    newName: 'endpoint',
  });
  const byUri = new Map<string, Json>(edit.documentChanges.map((one: Json) => [one.textDocument.uri, one]));
  expect([...byUri.keys()]).toEqual(expect.arrayContaining([flow, waiting, at('agent/workflow.yaml')]));
  expect(byUri.has(template)).toBe(false);
  for (const [version, uri] of [flow, waiting].entries())
    client.change(uri, applied(textOf(uri), byUri.get(uri).edits), 10 + version);
  expect(applied(textOf(flow), byUri.get(flow).edits)).toContain('endpoint: notes-${PW_RUN_SLUG}');
  await client.settle();
  expect(all.map((uri) => client.shown(uri))).toEqual([[], [], []]);

  for (const uri of all) client.close(uri);
  await client.until(() => client.published.slice(-3).every((one) => one.diagnostics.length === 0));
  await end();
});
