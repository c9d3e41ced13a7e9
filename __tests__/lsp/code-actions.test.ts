import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Json, uriOf } from '../support/language-client.ts';
import { served } from './served.ts';

const root = mkdtempSync(join(tmpdir(), 'pw-lsp-actions-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, '.git'));
mkdirSync(join(root, 'workflows/demo'), { recursive: true });
const path = join(root, 'workflows/demo/workflow.yaml');
const uri = uriOf(path);

const text = `jobs:
  one:
    stepz:
      - run: echo "\u{1F600} \${{ inputs.nope }}"
`;
writeFileSync(path, text);
const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

/** The text after the edits of a document. */
function applied(document: string, edits: Json[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 0, document), edits);
}

const ask = (only?: readonly string[], range: object = whole) => ({
  textDocument: { uri },
  range,
  context: { diagnostics: [], ...(only && { only }) },
});

test('repairs carry the version, and guesses say so', async () => {
  const { client, end } = await served();
  client.open(uri, text, 7);
  await client.settle();
  const actions: Json[] = await client.request('textDocument/codeAction', ask());
  const guess = actions.find((one) => one.title === 'change it to steps (guess)');
  expect(guess.isPreferred).toBeUndefined();
  expect(guess.diagnostics[0].code).toBe('unknown-key');
  const [edit] = guess.edit.documentChanges;
  expect(edit.textDocument).toEqual({ uri, version: 7 });
  expect(applied(text, edit.edits)).toBe(text.replace('stepz', 'steps'));
  expect(actions.map((one) => one.title)).toContain('allow unknown-key here');
  const explain = actions.find((one) => one.title === 'explain unknown-key');
  await client.request('workspace/executeCommand', explain.command);
  await client.until(() =>
    client.messages.some(
      ({ method, params }) => method === 'window/showMessage' && params.message.startsWith('unknown-key: '),
    ),
  );
  expect(await client.request('textDocument/codeAction', ask(['refactor']))).toEqual([]);
  await end();
});

test('a client that can do nothing gets plain changes', async () => {
  const { client, end } = await served({ capabilities: {} });
  client.open(uri, text);
  await client.settle();
  const actions: Json[] = await client.request('textDocument/codeAction', ask());
  const guess = actions.find((one) => one.title === 'change it to steps (guess)');
  expect(applied(text, guess.edit.changes[uri])).toBe(text.replace('stepz', 'steps'));
  await end();
});

test('every safe repair is applied at once when that is asked for, and no guess', async () => {
  const { client, end } = await served();
  const crooked = text.replace('stepz', 'steps').replace('run: echo', 'run: export X=`date`; echo $X');
  client.open(uri, crooked);
  await client.settle();
  const some: Json[] = await client.request('textDocument/codeAction', ask());
  expect(some.some((one) => one.kind === 'source.fixAll.pw-workflow-check')).toBe(false);
  const all: Json[] = await client.request('textDocument/codeAction', ask(['source.fixAll']));
  const safe = some.filter((one) => one.isPreferred === true);
  expect(all).toHaveLength(safe.length > 0 ? 1 : 0);
  for (const one of all) {
    const [{ edits }] = one.edit.documentChanges;
    expect(applied(crooked, edits)).not.toBe(crooked);
  }
  await end();
});

test('places past the end, before the beginning and inside of a character do no harm', async () => {
  const { client, end } = await served();
  client.open(uri, text);
  await client.settle();
  for (const [line, character] of [
    [99, 0],
    [0, 99999],
    [3, 19],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ]) {
    const at = { line, character };
    const answer = await client.ask('textDocument/codeAction', ask(undefined, { start: at, end: at }));
    expect(answer.error).toBeUndefined();
  }
  await end();
});
