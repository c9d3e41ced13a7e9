import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Json, uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

const root = mkdtempSync(join(tmpdir(), 'pw-lsp-session-'));
cpSync('examples', root, { recursive: true });
mkdirSync(join(root, '.git'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const flow = uriOf(join(root, 'workflows/hello-world/workflow.yaml'));
const start = uriOf(join(root, 'workflows/hello-world/start.sh'));
const textOf = (uri: string): string => readFileSync(fileURLToPath(uri), 'utf8');

/** The position behind a text of a document. */
function behind(text: string, before: string): { readonly line: number; readonly character: number } {
  const at = text.indexOf(before);
  if (at === -1) throw new Error(`no "${before}"`);
  return TextDocument.create('', '', 0, text).positionAt(at + before.length);
}

const applied = (text: string, edits: Json): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);

/** Odd numbers of bytes, the same in every run. */
function oddBytes(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 16807) % 2147483647;
    return seed % 97;
  };
}

test('a whole session: open, type, repair, go, rename, close', async () => {
  const { client, end } = await served({ cut: oddBytes() });
  let text = textOf(flow);
  client.open(flow, text, 1);
  client.open(start, textOf(start), 1);
  await client.settle();
  expect(client.shown(flow)).toEqual([]);

  // a key is written wrongly, and repaired by what is offered
  const wrong = text.replace('    needs: [preprocessing]\n', '    neds: [preprocessing]\n');
  client.change(flow, wrong, 2);
  await client.until(() => client.shown(flow)?.some((one) => one.code === 'unknown-key') === true);
  const at = behind(wrong, '    neds');
  const actions: Json[] = await client.request('textDocument/codeAction', {
    textDocument: { uri: flow },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const [repair] = actions;
  expect(repair.edit.documentChanges[0].textDocument).toEqual({ uri: flow, version: 2 });
  expect(applied(wrong, repair.edit.documentChanges[0].edits)).toBe(text);
  client.change(flow, text, 3);
  await client.until(() => client.published.at(-1)?.version === 3 || client.shown(flow)?.length === 0);
  await client.settle();
  expect(client.shown(flow)).toEqual([]);

  const place = (uri: string, document: string, before: string) => ({
    textDocument: { uri },
    position: behind(document, before),
  });
  // from the script to the form
  const variable = place(start, textOf(start), 'PW_INPUT_HELLO_MES');
  const [declared]: Json[] = await client.request('textDocument/definition', variable);
  expect(declared.uri).toBe(flow);
  expect(text.split('\n')[declared.range.start.line]?.trim()).toBe('message:');
  // from the workflow to its script, and to another that both use
  const [script]: Json[] = await client.request(
    'textDocument/definition',
    place(flow, text, 'script_path: "${PW_PARENT_JOB_DIR}/workflows/hello'),
  );
  expect(script).toEqual({
    uri: start,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  });
  const [sourced]: Json[] = await client.request(
    'textDocument/definition',
    place(flow, text, 'source utils/wait'),
  );
  expect(sourced.uri).toBe(uriOf(join(root, 'utils/wait_service.sh')));
  const hover = await client.request('textDocument/hover', place(flow, text, 'inputs.resource'));
  expect(hover.contents).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('compute-clusters'),
  });
  const symbols: Json[] = await client.request('textDocument/documentSymbol', {
    textDocument: { uri: flow },
  });
  expect(symbols.map((one) => one.name)).toEqual(['permissions', 'sessions', 'jobs', 'on']);

  // an input gets another name in both files
  const input = { textDocument: { uri: flow }, position: declared.range.start };
  expect(await client.request('textDocument/prepareRename', input)).toMatchObject({ placeholder: 'message' });
  const edit = await client.request('textDocument/rename', { ...input, newName: 'greeting' });
  const byUri = new Map<string, Json>(edit.documentChanges.map((one: Json) => [one.textDocument.uri, one]));
  expect([...byUri.keys()].sort()).toEqual([start, flow].sort());
  expect(byUri.get(start).textDocument.version).toBe(1);
  const script2 = applied(textOf(start), byUri.get(start).edits);
  expect(script2).toContain('${PW_INPUT_HELLO_GREETING:-${hello_greeting:-');
  text = applied(text, byUri.get(flow).edits);
  client.change(flow, text, 4);
  client.change(start, script2, 2);
  await client.settle();
  expect(client.shown(flow)).toEqual([]);
  expect(client.shown(start)).toEqual([]);
  const refused = await client.ask('textDocument/rename', { ...input, newName: 'not a name' });
  expect(refused.error?.message).toMatch(/may have only letters/);

  client.close(flow);
  client.close(start);
  await client.until(() => client.published.slice(-2).every((one) => one.diagnostics.length === 0));
  await end();
});

test('a finding about a script goes when it is mended, without a word about the workflow itself', async () => {
  const { client, end } = await served();
  const text = textOf(start);
  client.open(flow, textOf(flow));
  client.open(start, text);
  await client.settle();
  const before = client.published.length;
  client.change(start, text.replaceAll('job.started', 'job.begun'), 2);
  await client.settle();
  expect(client.shown(start)?.length).toBeGreaterThan(0);
  client.change(start, text, 3);
  await client.settle();
  expect(new Set(client.published.slice(before).map((one) => one.uri))).toEqual(new Set([start]));
  expect([client.shown(flow), client.shown(start)]).toEqual([[], []]);
  await end();
});

test('while the YAML is broken the outline, hovers and definitions are those of before, at their new places', async () => {
  const { client, end } = await served();
  const text = textOf(flow);
  client.open(flow, text);
  await client.settle();
  const broken = text.replace('jobs:\n', 'jobs:\n  "half\n');
  client.change(flow, broken, 2);
  await client.settle();
  expect(client.shown(flow)?.map((one) => one.code)).toEqual(['yaml-syntax']);
  const position = behind(broken, 'inputs.resource');
  const hover = await client.request('textDocument/hover', { textDocument: { uri: flow }, position });
  expect(hover.contents.value).toContain('compute-clusters');
  expect(hover.range.start.line).toBe(position.line);
  const [declared]: Json[] = await client.request('textDocument/definition', {
    textDocument: { uri: flow },
    position,
  });
  expect(broken.split('\n')[declared.range.start.line]?.trim()).toBe('resource:');
  const symbols: Json[] = await client.request('textDocument/documentSymbol', {
    textDocument: { uri: flow },
  });
  expect(symbols.map((one) => one.name)).toContain('jobs');
  await end();
});

test('a client that says that it can do nothing is served', async () => {
  const { client, end } = await served({ capabilities: {} });
  client.open(flow, textOf(flow));
  await client.settle();
  expect(client.shown(flow)).toEqual([]);
  const position = behind(textOf(flow), 'inputs.resource');
  const hover = await client.request('textDocument/hover', { textDocument: { uri: flow }, position });
  expect(hover.contents.kind).toBe('plaintext');
  expect(hover.contents.value).not.toContain('**');
  await end();
});

test('a client that refuses to watch files is served, and is told so', async () => {
  const { client, end } = await served({ requests: 'refused' });
  await client.until(() =>
    client.messages.some(
      ({ method, params }) => method === 'window/logMessage' && /does not tell/.test(params.message),
    ),
  );
  client.open(flow, textOf(flow));
  await client.settle();
  expect(client.shown(flow)).toEqual([]);
  await end();
});

test('carriage returns, a byte order mark and emoji do not move a place', async () => {
  const { client, end } = await served();
  const uri = uriOf(join(root, 'workflows/hello-world/other.yaml'));
  const lines = [
    'jobs:',
    '  one:',
    '    steps:',
    '      - run: echo "\u{1F600}\u00e9 ${{ inputs.nope }}"',
    '',
  ];
  for (const [index, text] of [lines.join('\r\n'), `\uFEFF${lines.join('\n')}`, lines.join('\n')].entries()) {
    client.open(uri, text, index + 1);
    await client.settle();
    const found = client.shown(uri)?.find((one) => one.code === 'undeclared-input');
    expect([index, found?.range]).toEqual([
      index,
      { start: { line: 3, character: 27 }, end: { line: 3, character: 38 } },
    ]);
    client.close(uri);
  }
  // Carriage returns alone break no lines for YAML, and all the same for a client.
  const odd = lines.join('\r');
  client.open(uri, odd, 9);
  await client.settle();
  for (const { range } of client.shown(uri) ?? []) {
    expect(range.start.line).toBeLessThan(5);
    expect(range.start.character).toBeLessThan(60);
  }
  await end();
});

test('a document that is no workflow, or no file at all, is left alone', async () => {
  const { client, end } = await served();
  const others = [
    uriOf(join(root, 'README.md')),
    uriOf(join(root, 'docker-compose.yaml')),
    'untitled:Untitled-1',
  ];
  for (const uri of others) client.open(uri, 'services:\n  web: {}\n  - broken');
  await client.settle();
  for (const uri of others) {
    expect(client.shown(uri) ?? []).toEqual([]);
    const position = { line: 0, character: 2 };
    expect(await client.request('textDocument/hover', { textDocument: { uri }, position })).toBeNull();
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
  }
  await end();
});
