import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { filesNotification } from '../../../../src/browser/files-notification.ts';
import { startExtension } from '../extension.ts';
import { changedFiles, workspaceFiles } from './workspace-files.ts';

/** Starts the extension where there is a browser alone: the server is a worker that is told what files there are. */
export function activate(context: ExtensionContext): void {
  startExtension(context, {
    async client(options) {
      const server = Uri.joinPath(context.extensionUri, 'dist/web/language-server.js');
      const worker = new Worker(server.toString(true));
      const initializationOptions = { files: await workspaceFiles() };
      const all = { ...options, initializationOptions };
      const client = new LanguageClient('pw-workflow-check', 'pw-workflow-check', worker, all);
      context.subscriptions.push(
        changedFiles((files) => void client.sendNotification(filesNotification, { files })),
        { dispose: () => worker.terminate() },
      );
      return client;
    },
  });
}
