import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { editorMachine } from '../../src/host/editor-machine.ts';
import type { Machine } from '../../src/lsp/machine.ts';
import { serve } from '../../src/lsp/server.ts';
import { type Json, type LanguageClient, languageClient } from '../support/language-client.ts';

/** What a client of today can do. */
export const ableClient = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

/**
 * A server in this process and a client of it, connected by streams.
 *
 * @param pauses how long it waits for the end of typing, in milliseconds
 * @param said what the client says first, beside what it can do
 */
export async function served({
  capabilities = ableClient,
  pauses = { rules: 5, everything: 20 },
  cut,
  requests,
  machine = editorMachine,
  said = {},
}: {
  readonly capabilities?: object | null;
  readonly pauses?: { readonly rules: number; readonly everything: number };
  readonly cut?: () => number;
  readonly requests?: 'done' | 'refused';
  readonly machine?: Machine;
  readonly said?: object;
} = {}): Promise<{
  readonly client: LanguageClient;
  readonly initialized: Json;
  readonly end: () => Promise<void>;
}> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection, machine, pauses);
  const client = languageClient(toServer, toClient, cut, requests);
  const initialized = await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities,
    ...said,
  });
  client.notify('initialized', {});
  return {
    client,
    initialized,
    async end() {
      await client.request('shutdown');
      connection.dispose();
      toServer.end();
      toClient.end();
    },
  };
}
