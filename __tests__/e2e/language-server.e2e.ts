import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, type LanguageClient, languageClient, uriOf } from '../support/language-client.ts';
import { cliBundle, plainEnvironment } from './support/cli.ts';
import { eventually, processesOf } from './support/leftovers.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

interface Started {
  readonly server: ChildProcessWithoutNullStreams;
  readonly client: LanguageClient;
  /** The exit status, once the server has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the server as an editor does; it is killed at the end whatever happens. */
async function withServer(
  scratch: string,
  use: (started: Started) => Promise<void>,
  cut?: () => number,
): Promise<void> {
  const server = spawn(process.execPath, [cliBundle, 'lsp', '--stdio'], {
    cwd: scratch,
    env: plainEnvironment(join(scratch, 'home')),
  });
  server.stdin.on('error', () => {});
  const ended = once(server, 'exit').then(([status]) => status as number | null);
  try {
    await use({ server, ended, client: languageClient(server.stdin, server.stdout, cut) });
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

const hello = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };

test('the bundle serves a session in frames that are cut anywhere, and ends with status 0', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    mkdirSync(join(root, '.git'));
    let bytes = 0;
    const odd = (): number => (bytes++ % 13) + 1;
    await withServer(
      scratch,
      async ({ client, ended }) => {
        const early = await client.ask('textDocument/hover', {
          textDocument: { uri: 'file:///nowhere' },
          position: { line: 0, character: 0 },
        });
        expect(early.error?.code).toBe(-32_002);
        const { serverInfo } = await client.request('initialize', hello);
        expect(serverInfo.name).toBe('pw-workflow-check');
        client.notify('initialized', {});
        const path = join(root, 'workflows/hello-world/workflow.yaml');
        const text = readFileSync(path, 'utf8');
        const uri = uriOf(path);
        client.open(uri, text.replace('    needs:', '    neds:'));
        await client.until(() => client.shown(uri)?.some((one: Json) => one.code === 'unknown-key') === true);
        client.change(uri, text, 2);
        await client.until(() => client.shown(uri)?.length === 0);
        expect((await client.ask('no/such/method', {})).error?.code).toBe(-32_601);
        client.notify('$/unknown', {});
        client.close(uri);
        await client.request('shutdown');
        client.notify('exit');
        expect(await ended).toBe(0);
      },
      odd,
    );
  });
});

test('it ends with status 1 when it is told to without a goodbye, and when the editor goes away', async () => {
  await inScratch(async (scratch) => {
    await withServer(scratch, async ({ client, ended }) => {
      await client.request('initialize', hello);
      client.notify('exit');
      expect(await ended).toBe(1);
    });
    await withServer(scratch, async ({ client, server, ended }) => {
      await client.request('initialize', hello);
      server.stdin.end();
      expect(await ended).toBe(1);
    });
    // An editor that was killed closes nothing, where others hold its pipes.
    const editor = spawn('sleep', ['0']);
    await once(editor, 'exit');
    await withServer(scratch, async ({ client, ended }) => {
      await client.request('initialize', { ...hello, processId: editor.pid });
      expect(await ended).toBe(1);
    });
  });
});

test.each(['Content-Length: 5\r\n\r\nhello', 'Content-Length: 2\r\nX-Other: y\r\n\r\n{}'])(
  'a message that is none does not end it: %j',
  async (bytes) => {
    await inScratch(async (scratch) => {
      await withServer(scratch, async ({ client, ended }) => {
        await client.request('initialize', hello);
        client.raw(bytes);
        await client.settle();
        await client.request('shutdown');
        client.notify('exit');
        expect(await ended).toBe(0);
      });
    });
  },
);

test('the command of the lens "run here" runs a workflow, tells how it went, and leaves nothing behind', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    mkdirSync(join(root, '.git'));
    const path = join(root, 'workflows/hello-world/workflow.yaml');
    await withServer(scratch, async ({ server, client, ended }) => {
      await client.request('initialize', hello);
      client.notify('initialized', {});
      client.open(uriOf(path), readFileSync(path, 'utf8'));
      await client.settle();
      const textDocument = { uri: uriOf(path) };
      const lenses: Json[] = await client.request('textDocument/codeLens', { textDocument });
      const run = lenses.find(({ command }) => command.title === 'run here');
      await client.request('workspace/executeCommand', run.command);
      const told = client.messages.find((one) => one.method === 'window/showMessage');
      expect(told?.params.message).toMatch(/^hello-world \(controller\) passed /);
      expect(told?.params.type).toBe(3);
      // What goes on when the editor goes away is ended.
      void client.ask('workspace/executeCommand', run.command);
      const others = () => processesOf(scratch).filter((one) => !one.startsWith(`${server.pid} `));
      expect(await eventually(() => others().length > 0, 60_000)).toBe(true);
      await client.request('shutdown');
      client.notify('exit');
      expect(await ended).toBe(0);
      await eventually(() => others().length === 0, 90_000);
      expect(others()).toEqual([]);
    });
  });
});
