import { readFileSync } from 'node:fs';
import { toldMachine } from '../../src/browser/told-machine.ts';
import { editorMachine } from '../../src/host/editor-machine.ts';
import type { Machine } from '../../src/lsp/machine.ts';
import { type Json, uriOf } from '../support/language-client.ts';
import { ableClient, served } from './served.ts';

const path = 'examples/workflows/hello-world/workflow.yaml';
const text = readFileSync(path, 'utf8');

/** The code lenses of a document. */
async function lensesOf(uri: string, { client }: Pick<Awaited<ReturnType<typeof served>>, 'client'>) {
  const lenses: Json[] = await client.request('textDocument/codeLens', { textDocument: { uri } });
  return lenses.map((one) => one.command);
}

test.each(['memory:/', 'memory://host/', 'memory:/services/', 'vscode-vfs://github/owner/name/'])(
  'of files that were told about, at %s, a workflow has its findings and its job graph, and cannot be run',
  async (root) => {
    const uri = `${root}workflows/hello-world/workflow.yaml`;
    const files = [
      { uri, text },
      { uri: `${root}workflows/hello-world/start.sh`, text: '' },
      { uri: `${root}utils/wait_service.sh`, text: '' },
    ];
    const server = await served({
      machine: toldMachine(),
      said: { workspaceFolders: [{ uri: root, name: 'services' }], initializationOptions: { files } },
    });
    const { client, initialized, end } = server;
    client.open(uri, text.replace('    needs: [preprocessing]', '    neds: [preprocessing]'));
    await client.settle();
    const codes = client.shown(uri)?.map((one) => one.code);
    // The second is found only where the checkout is known to be this repository.
    expect(codes).toEqual(expect.arrayContaining(['unknown-key', 'checkout-not-awaited']));
    expect(codes).not.toContain('script-path-not-found');
    expect((await lensesOf(uri, server)).map((one) => one.title)).toEqual(['job graph']);
    expect(initialized.capabilities.executeCommandProvider.commands).not.toContain('pw-workflow-check.run');
    const page: string = await client.request('pw-workflow-check/graphPage', { textDocument: { uri } });
    expect(page.match(/<rect class="box"/g)?.length).toBeGreaterThan(3);
    expect(page).toContain('<b>update_session</b>: update-session, after wait_for_service');
    expect(page).toContain("default-src 'none'");
    await end();
  },
);

test('a document without jobs has no graph and no lens', async () => {
  const server = await served();
  const uri = uriOf('examples/utils/nothing.yaml');
  server.client.open(uri, 'inputs: 3\n');
  await server.client.settle();
  expect(await lensesOf(uri, server)).toEqual([]);
  expect(await server.client.request('pw-workflow-check/graphPage', { textDocument: { uri } })).toBeNull();
  await server.end();
});

/** A machine whose runs say two things and end as they are told to. */
function running(status: number | undefined): { readonly machine: Machine; readonly asked: string[] } {
  const asked: string[] = [];
  const machine: Machine = {
    ...editorMachine,
    async run(asks, said) {
      asked.push(asks);
      said('started');
      said('ready');
      return { status, printed: `ended with ${status}` };
    },
  };
  return { machine, asked };
}

test.each([
  [0, 3],
  [1, 2],
  [3, 1],
  [undefined, 1],
])(
  'a run that ends with %s is told as a message of type %d, what happens as progress',
  async (status, type) => {
    const { machine, asked } = running(status);
    const capabilities = { ...ableClient, window: { workDoneProgress: true } };
    const server = await served({ machine, capabilities });
    const { client, initialized, end } = server;
    expect(initialized.capabilities.executeCommandProvider.commands).toContain('pw-workflow-check.run');
    const uri = uriOf(path);
    client.open(uri, text);
    await client.settle();
    const lens = (await lensesOf(uri, server)).find((one) => one.title === 'run here');
    const ended = client.request('workspace/executeCommand', lens);
    await client.until(() => client.messages.some((one) => one.method === 'window/workDoneProgress/create'));
    const create = client.messages.find((one) => one.method === 'window/workDoneProgress/create');
    client.raw(frame({ jsonrpc: '2.0', id: create?.id, result: null }));
    await ended;
    expect(asked).toEqual([machine.pathOf(uri)]);
    const told = client.messages
      .filter((one) => one.method === 'window/showMessage')
      .map((one) => one.params);
    expect(told).toEqual([{ type, message: `ended with ${status}` }]);
    const progress = client.messages
      .filter((one) => one.method === '$/progress')
      .map((one) => one.params.value);
    expect(progress.map((one) => one.kind)).toEqual(['begin', 'report', 'report', 'end']);
    expect(progress[0]).toMatchObject({ title: 'run hello-world/workflow.yaml', cancellable: true });
    expect(progress[2]).toMatchObject({ message: 'ready' });
    await end();
  },
);

test('a goodbye ends the runs that go on, also for clients that show no progress', async () => {
  let goesOn = false;
  const machine: Machine = {
    ...editorMachine,
    run: (_, __, signal) =>
      new Promise((resolve) => {
        goesOn = true;
        signal.addEventListener('abort', () => resolve({ status: 143, printed: 'stopped' }));
      }),
  };
  const { client, end } = await served({ machine, capabilities: {} });
  const command = { command: 'pw-workflow-check.run', arguments: [uriOf(path)] };
  const ended = client.ask('workspace/executeCommand', command);
  // What is asked behind it is answered behind it.
  await client.settle();
  expect(goesOn).toBe(true);
  await client.request('shutdown');
  expect(await ended).toMatchObject({ result: null });
  await end();
});

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
