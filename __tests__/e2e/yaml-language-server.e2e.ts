import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Json, type LanguageClient, languageClient } from '../support/language-client.ts';
import { projectRoot } from './support/scratch.ts';

const isHere = spawnSync('sh', ['-c', 'command -v yaml-language-server']).status === 0;
const schema = join(projectRoot, 'schemas/workflow.schema.json');
const page = readFileSync(join(projectRoot, 'docs/schema.md'), 'utf8');
const [modeline = ''] = /^# yaml-language-server: .*workflow\.schema\.json$/m.exec(page) ?? [];

/** Calls `use` with a client of the language server, as an editor starts it. */
async function withServer(use: (client: LanguageClient) => Promise<void>): Promise<void> {
  const server = spawn('yaml-language-server', ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const client = languageClient(server.stdin, server.stdout);
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
    await client.request('initialize', { processId: process.pid, rootUri: null, capabilities });
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

/** What is answered about the place of the caret, `^`, in a workflow that the schema describes. */
async function asked(client: LanguageClient, method: 'hover' | 'completion', marked: string): Promise<Json> {
  const name = `asked-${client.messages.length}.yaml`;
  const text = marked.replace('^', '');
  await shownOf(client, name, text);
  const before = `\n${marked.slice(0, marked.indexOf('^'))}`.split('\n');
  return client.request(`textDocument/${method}`, {
    textDocument: { uri: pathToFileURL(join(projectRoot, name)).href },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  });
}

const step = (text: string): string => `jobs:\n  one:\n    steps:\n      - ${text}`;
const call = (version: string, text: string): string =>
  step(`uses: marketplace/job_runner/${version}\n        with:\n          ${text}`);
const input = (text: string): string =>
  `jobs: {}\non:\n  execute:\n    inputs:\n      name:\n        ${text}`;

(isHere ? test : test.skip)('it tells arguments by version, types of inputs and snippets', async () => {
  await withServer(async (client) => {
    const hover = async (text: string): Promise<string> =>
      JSON.stringify(await asked(client, 'hover', text)).replaceAll('\\\\', '');
    expect(await hover(call('v4.0', 'script_^path: x\n'))).toContain('An input of the type string.');
    expect(await hover(call('v3.5', 'slurm:\n            ti^me: x\n'))).toContain('01:00:00');
    expect(await hover(input('type: drop^down\n'))).toContain('One of several options.');

    const completion = async (text: string): Promise<readonly string[]> => {
      const answer = await asked(client, 'completion', text);
      return (answer.items ?? answer).map((one: Json) => one.label);
    };
    expect(await completion(call('v5.0', '^\n'))).toEqual(expect.arrayContaining(['sites_0', 'rundir']));
    expect(await completion(call('v4.0', '^\n'))).not.toContain('sites_0');
    expect(await completion(step('uses: ^\n'))).toEqual(
      expect.arrayContaining(['parallelworks/checkout', 'marketplace/job_runner/v5.0']),
    );
    expect(await completion(step('^\n'))).toContain('step that starts a script');
    expect(await completion(input('^\n'))).toContain('input: one of several');
  });
});
