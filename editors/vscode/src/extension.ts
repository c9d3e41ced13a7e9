import { commands, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { graphPageRequest, commands as serverCommands } from '../../../src/lsp/command-names.ts';
import { type Pages, pages } from './pages.ts';
import { documentSelector, isReasonToStart } from './workflow-documents.ts';

/** What differs between VS Code on a machine and VS Code in a browser. */
export interface Surroundings {
  /** Makes the client of a server that is not started yet. */
  readonly client: (options: LanguageClientOptions) => Promise<BaseLanguageClient>;
  /** What needs a machine; absent in a browser. */
  readonly machine?: Machine;
}

/** What can be done where programs can be started. */
export interface Machine {
  /** Runs a workflow where one can watch it. */
  readonly run: (workflow: Uri, shown: Pages) => Promise<void>;
  /** Gives the report page of a workflow: that of its last run, or else of its texts alone. */
  readonly report: (workflow: Uri) => Promise<string>;
}

/** Serves the workflows of a window from the first one that is opened. */
export function startExtension(context: ExtensionContext, { client: create, machine }: Surroundings): void {
  const shown = pages();
  let starting: Promise<BaseLanguageClient> | undefined;

  async function start(): Promise<BaseLanguageClient> {
    const client = await create({
      documentSelector,
      middleware: {
        // Here is a place to show these in; elsewhere the server tells about them.
        executeCommand(command, words, next) {
          const [address] = words as readonly unknown[];
          const uri = typeof address === 'string' ? Uri.parse(address) : undefined;
          if (command === serverCommands.graph && uri !== undefined) return graph(uri);
          if (command === serverCommands.run && uri !== undefined) return machine?.run(uri, shown);
          return next(command, words);
        },
      },
    });
    context.subscriptions.push({ dispose: () => void client.dispose() });
    await client.start();
    return client;
  }

  const started = (): Promise<BaseLanguageClient> => {
    starting ??= start();
    return starting;
  };

  async function graph(workflow: Uri): Promise<void> {
    const client = await started();
    const page: string | null = await client.sendRequest(graphPageRequest, {
      textDocument: { uri: workflow.toString() },
    });
    if (page === null) void window.showInformationMessage(`${nameOf(workflow)} has no jobs to draw.`);
    else shown.show('graph', `jobs of ${nameOf(workflow)}`, page);
  }

  async function check(document: Uri): Promise<void> {
    const client = await started();
    await client.sendRequest('workspace/executeCommand', {
      command: serverCommands.check,
      arguments: [document.toString()],
    });
    await commands.executeCommand('workbench.actions.view.problems');
  }

  async function report(workflow: Uri): Promise<void> {
    const page = await machine?.report(workflow);
    if (page !== undefined) shown.show('report', `report of ${nameOf(workflow)}`, page);
  }

  /** A command about a document: the one that is named, or else the one that is edited. */
  const onDocument = (name: string, work: (uri: Uri) => Promise<void> | undefined) =>
    commands.registerCommand(`pwWorkflowCheck.${name}`, async (named?: Uri) => {
      const uri = named ?? window.activeTextEditor?.document.uri;
      if (uri === undefined) void window.showInformationMessage('Open a workflow first.');
      else await work(uri);
    });

  const look = async (document: TextDocument): Promise<void> => {
    if (starting === undefined && (await isReasonToStart(document))) await started();
  };
  context.subscriptions.push(
    onDocument('check', check),
    onDocument('graph', graph),
    onDocument('run', (uri) => machine?.run(uri, shown)),
    onDocument('report', report),
    workspace.onDidOpenTextDocument((document) => void look(document)),
  );
  void commands.executeCommand('setContext', 'pwWorkflowCheck.hasMachine', machine !== undefined);
  for (const document of workspace.textDocuments) void look(document);
}

/** The last two parts of an address, which name a workflow. */
function nameOf(uri: Uri): string {
  return uri.path.split('/').slice(-2).join('/');
}
