import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { overlayFiles } from '../../src/app/editing/overlay-files.ts';
import { nodeWorld } from '../../src/host/node-world.ts';
import { type FilePath, filePath } from '../../src/source/span.ts';
import { parseYaml } from '../../src/syntax/yaml/parse-yaml.ts';
import { type Json, uriOf } from '../support/language-client.ts';
import { printed, shownLines } from './printed.ts';
import { served } from './served.ts';

const root = mkdtempSync(join(tmpdir(), 'pw-lsp-typing-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, '.git'));
mkdirSync(join(root, 'workflows/hello'), { recursive: true });
const script = filePath('workflows/hello/start.sh');
const workflow = filePath('workflows/hello/workflow.yaml');
const paths = [script, workflow];
const texts = new Map<FilePath, string>([
  [workflow, readFileSync('examples/workflows/hello-world/workflow.yaml', 'utf8')],
  [script, readFileSync('examples/workflows/hello-world/start.sh', 'utf8')],
]);
for (const [path, text] of texts) writeFileSync(join(root, path), text);
const uri = uriOf(join(root, workflow));
const textOf = (path: FilePath): string => texts.get(path) ?? '';

/** Nobody waits that long: only what is asked for is looked at whole. */
const patient = { rules: 1, everything: 3_600_000 };

test('what is half written is shown when it is looked at whole, and what stands elsewhere all the time', async () => {
  const { client, end } = await served({ pauses: patient });
  const standing = textOf(workflow).replace('run: touch job.ended', 'run: touch "${{ inputs.nope }}"');
  client.open(uri, standing);
  await client.settle();
  const codes = (): readonly string[] => client.shown(uri)?.map((one) => one.code) ?? [];
  const before = codes();
  expect(before).toContain('undeclared-input');
  const states = [
    standing.replace('  preprocessing:\n', '  prepro\n'),
    standing.replace('    needs: [preprocessing]\n', '    needs: [prep\n'),
    standing.replace('sparse_checkout:', 'sparse_ch'),
  ];
  for (const [index, state] of states.entries()) {
    client.change(uri, state, index + 2);
    await client.until(() => client.published.some((one) => one.version === index + 2));
    expect([state === standing, codes()]).toEqual([false, before]);
    await client.settle();
    expect(codes().length).toBeGreaterThan(before.length);
    expect(codes()).toContain('undeclared-input');
    client.change(uri, standing, 100 + index);
    await client.settle();
  }
  await end();
});

test('what is repaired goes before any pause', async () => {
  const { client, end } = await served({ pauses: patient });
  client.open(uri, textOf(workflow).replace('    needs:', '    neds:'));
  await client.settle();
  expect(client.shown(uri)?.length).toBeGreaterThan(0);
  client.change(uri, textOf(workflow), 2);
  await client.until(() => client.shown(uri)?.length === 0);
  await end();
});

test('completion, colours and the job graph of a text that is half written', async () => {
  const { client, end } = await served({ pauses: patient });
  client.open(uri, textOf(workflow));
  await client.settle();
  const half = textOf(workflow).replace('        run: touch job.ended', '        run: echo ${{ inputs.');
  client.change(uri, half, 2);
  const document = TextDocument.create(uri, 'yaml', 2, half);
  const position = document.positionAt(half.indexOf('echo ${{ inputs.') + 'echo ${{ inputs.'.length);
  const textDocument = { uri };
  const items: Json[] = await client.request('textDocument/completion', { textDocument, position });
  expect(items.map((one) => one.label)).toEqual(expect.arrayContaining(['resource', 'hello']));
  expect(items[0].textEdit.range).toEqual({ start: position, end: position });
  const { data } = await client.request('textDocument/semanticTokens/full', { textDocument });
  expect(data.length).toBeGreaterThan(50);
  expect(data.length % 5).toBe(0);
  const [lens]: Json[] = await client.request('textDocument/codeLens', { textDocument });
  expect(lens.command.title).toBe('job graph');
  expect(await client.request('workspace/executeCommand', lens.command)).toContain('session_runner');
  await end();
});

/** Numbers below a limit, the same for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

// 1,000 edits with PW_CHECK_FULL=1, as in CI; otherwise a part of them.
const edits = process.env['PW_CHECK_FULL'] === '1' ? 1_000 : 150;
const pause = edits / (edits === 1_000 ? 10 : 6);
const seed = Number(process.env['PW_CHECK_SEED'] ?? 20_261_130);
const pieces = [
  ...['x', ' ', '\n', ':', '- ', '"', "'", '${{ ', ' }}', '\t', '\r\n'],
  ...['\u{1F600}', 'if ', 'fi\n', '<<EOF\n', '#'],
];

test(`${edits} random edits: at each pause what is shown is what a fresh lint says (PW_CHECK_SEED=${seed})`, async () => {
  const { client, end } = await served({ pauses: { rules: 1, everything: 3 } });
  const roll = dice(seed);
  const now = new Map(texts);
  for (const path of paths) client.open(uriOf(join(root, path)), textOf(path));
  for (let edit = 1; edit <= edits; edit++) {
    const path = roll(3) === 0 ? script : workflow;
    const before = now.get(path) ?? '';
    const document = TextDocument.create('', '', 0, before);
    const start = roll(before.length + 1);
    const length = roll(4) === 0 ? roll(30) : 0;
    // Now and then the text is as it was, so that a broken one does not stay so.
    const isWhole = roll(12) === 0;
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    const text = isWhole ? textOf(path) : (pieces[roll(pieces.length)] ?? '');
    const change = isWhole ? { text } : { range, text };
    now.set(path, TextDocument.update(document, [change], 1).getText());
    client.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(join(root, path)), version: edit + 1 },
      contentChanges: [change],
    });
    if (edit % 7 === 0) {
      const textDocument = { uri: uriOf(join(root, path)) };
      const position = { line: roll(200), character: roll(200) };
      for (const method of ['hover', 'completion', 'definition', 'documentSymbol', 'codeLens']) {
        const answer = await client.ask(`textDocument/${method}`, { textDocument, position });
        expect(answer.error).toBeUndefined();
      }
    }
    if (edit % pause !== 0) continue;
    await client.settle();
    const world = nodeWorld(root, root);
    const fresh = await printed({ ...world, files: overlayFiles(world.files, now) }, paths);
    for (const one of paths) {
      const shown = shownLines(one, client.shown(uriOf(join(root, one))) ?? []);
      const expected = fresh.filter((line) => line.startsWith(`${one}:`));
      const isBroken = one === workflow && parseYaml({ path: one, text: now.get(one) ?? '' }).broken;
      // Of a workflow that cannot be read, what stood in it before is shown too.
      const counted = isBroken ? shown.filter((line) => expected.includes(line)) : shown;
      expect([edit, ...[...counted].sort()]).toEqual([edit, ...expected.sort()]);
    }
  }
  const trouble = client.messages.filter(({ method }) => method === 'window/logMessage');
  expect(trouble.map(({ params }) => params.message)).toEqual([]);
  await end();
}, 600_000);
