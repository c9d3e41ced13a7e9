import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Json, type LanguageClient, languageClient } from '../support/language-client.ts';
import { projectRoot } from './support/scratch.ts';

const isHere = spawnSync('sh', ['-c', 'command -v yaml-language-server']).status === 0;
const schema = join(projectRoot, 'schemas/workflow.schema.json');
const page = readFileSync(join(projectRoot, 'docs/editors.md'), 'utf8');
const [modeline = ''] = /^# yaml-language-server: .*workflow\.schema\.json$/m.exec(page) ?? [];

/** Calls `use` with a client of the language server, as an editor starts it. */
async function withServer(use: (client: LanguageClient) => Promise<void>): Promise<void> {
  const server = spawn('yaml-language-server', ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const client = languageClient(server.stdin, server.stdout);
    await client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    client.notify('initialized', {});
    const settings = {
      yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true },
    };
    client.notify('workspace/didChangeConfiguration', { settings });
    await use(client);
  } finally {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  }
}

/** What an editor shows of a workflow whose first line names the schema, as the page on editors says. */
async function shownOf(client: LanguageClient, name: string, text: string): Promise<readonly Json[]> {
  const uri = pathToFileURL(join(projectRoot, name)).href;
  const local = modeline.replace(/\$schema=.*/, `$schema=${pathToFileURL(schema).href}`);
  const before = client.published.length;
  client.open(uri, `${local}\n${text}`);
  const ofIt = () => client.published.slice(before).find((one) => one.uri === uri);
  await client.until(() => ofIt() !== undefined);
  return ofIt()?.diagnostics ?? [];
}

const hello = readFileSync(join(projectRoot, 'examples/workflows/hello-world/workflow.yaml'), 'utf8');

(isHere ? test : test.skip)(
  'yaml-language-server takes the schema, and finds nothing in the examples',
  async () => {
    expect(modeline).toContain('/schemas/workflow.schema.json');
    const folder = join(projectRoot, 'examples/workflows');
    await withServer(async (client) => {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name, 'workflow.yaml'), 'utf8');
        expect({ name, shown: await shownOf(client, `${name}.yaml`, text) }).toEqual({ name, shown: [] });
      }
    });
  },
);

(isHere ? test : test.skip)('it shows what the schema forbids, and says what a key means', async () => {
  await withServer(async (client) => {
    const shown = await shownOf(client, 'faulty.yaml', hello.replace('\njobs:', '\njob:'));
    expect(shown.map((one) => one.message).join('\n')).toMatch(/jobs?/);
    const uri = pathToFileURL(join(projectRoot, 'hover.yaml')).href;
    await shownOf(client, 'hover.yaml', hello);
    const lines = `\n${hello}`.split('\n');
    const line = lines.findIndex((one) => one.startsWith('jobs:'));
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: 1 },
    });
    expect(JSON.stringify(hover)).toMatch(/job/i);
  });
});
