import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { startExtension } from '../extension.ts';
import { machine } from './machine.ts';

/** Starts the extension where there is a machine: the program that it carries is the server, and runs workflows. */
export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist/cli/index.js').fsPath;
  const server: NodeModule = { module: program, args: ['lsp'], transport: TransportKind.stdio };
  startExtension(context, {
    client: async (options) => new LanguageClient('pw-workflow-check', 'pw-workflow-check', server, options),
    machine: machine(program, context.storageUri ?? context.globalStorageUri),
  });
}
