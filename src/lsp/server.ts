import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tokenKinds } from '../editor/tokens/expression-tokens.ts';
import { tool } from '../report/report.ts';
import { codeActions } from './code-action-requests.ts';
import { commands, graphPageRequest } from './command-names.ts';
import { commandRequests } from './command-requests.ts';
import type { Pauses } from './edited-repository.ts';
import { startEditing } from './editing.ts';
import type { Machine } from './machine.ts';
import {
  definition,
  documentSymbols,
  hover,
  prepareRename,
  references,
  renameRequest,
} from './name-requests.ts';
import { codeLenses, completion, graphPage, type OfDocument, semanticTokens } from './text-requests.ts';
import { fixAllKind } from './to-code-actions.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** As long as people need between two keys, and as they need to read what they wrote. */
const usualPauses: Pauses = { rules: 200, everything: 1_000 };

/** Files whose change on the disk may change what is found. */
const watched = ['**/*.{yaml,yml,sh,bash}', '**/.shellcheckrc'];

/** A server at work. */
export interface Serving {
  /** Files that are not open may have changed: looks at everything soon. */
  reread(): void;
}

/** Serves the editor behind a connection until it says goodbye. */
export function serve(connection: Connection, machine: Machine, pauses: Pauses = usualPauses): Serving {
  const documents = new TextDocuments(TextDocument);
  /** What was told last of each open document: most looks at the texts find what the one before has found. */
  const published = new Map<string, string>();
  let client: InitializeParams['capabilities'] | undefined;
  const editing = startEditing(machine, pauses, {
    trouble: (sentence) => connection.console.warn(sentence),
    shown({ document: { uri, version } }, findings, places) {
      const publication = { uri, version, diagnostics: findings.map((one) => toDiagnostic(one, places)) };
      const words = JSON.stringify(publication);
      if (published.get(uri) === words) return;
      published.set(uri, words);
      void connection.sendDiagnostics(publication);
    },
  });
  const requested = commandRequests(connection, editing, machine);

  connection.onInitialize((said): InitializeResult => {
    client = said.capabilities;
    machine.begin?.(said);
    return {
      serverInfo: tool,
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['.', ':', '$', '{', ' '] },
        semanticTokensProvider: { legend: { tokenTypes: [...tokenKinds], tokenModifiers: [] }, full: true },
        codeLensProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        executeCommandProvider: {
          commands: Object.values(commands).filter(
            (one) => one !== commands.run || machine.run !== undefined,
          ),
        },
      },
    };
  });
  connection.onInitialized(() => {
    if (client?.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = watched.map((globPattern) => ({ globPattern }));
    // Some clients say that they can, and then refuse: what changes on the disk is read on save all the same.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {
      connection.console.info('the editor does not tell which files change on the disk');
    });
  });

  documents.onDidChangeContent(({ document }) => editing.write(document));
  documents.onDidSave(({ document }) => void editing.at(document.uri)?.repository.check());
  documents.onDidClose(({ document }) => {
    editing.close(document);
    published.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.flatMap(({ uri }) => machine.pathOf(uri) ?? []);
    for (const repository of editing.repositories()) {
      if (paths.some((path) => path.startsWith(`${repository.root}/`))) repository.reread();
    }
  });
  /** Answers a request unless it comes too early, or was taken back by what came behind it. */
  const answer =
    <Request, Answer>(give: (request: Request) => Promise<Answer>) =>
    async (request: Request, token: CancellationToken): Promise<Answer> => {
      if (client === undefined)
        throw new ResponseError(ErrorCodes.ServerNotInitialized, '"initialize" comes first');
      // What came behind it is read first.
      await new Promise((resolve) => setTimeout(resolve));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was taken back');
      return give(request);
    };
  const isVersioned = (): boolean => client?.workspace?.workspaceEdit?.documentChanges === true;
  const hoverFormat = (): MarkupKind =>
    client?.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true
      ? MarkupKind.Markdown
      : MarkupKind.PlainText;
  const completionFormat = (): MarkupKind =>
    client?.textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ===
    true
      ? MarkupKind.Markdown
      : MarkupKind.PlainText;
  connection.onCodeAction(answer((request) => codeActions(request, editing, isVersioned())));
  connection.onHover(answer((request) => hover(request, editing, hoverFormat())));
  connection.onDefinition(answer((request) => definition(request, editing)));
  connection.onReferences(answer((request) => references(request, editing)));
  connection.onPrepareRename(answer((request) => prepareRename(request, editing)));
  connection.onRenameRequest(answer((request) => renameRequest(request, editing, isVersioned())));
  connection.onDocumentSymbol(answer((request) => documentSymbols(request, editing)));
  connection.onCompletion(answer((request) => completion(request, editing, completionFormat())));
  connection.onCodeLens(answer((request) => codeLenses(request, editing, machine)));
  connection.languages.semanticTokens.on(answer((request) => semanticTokens(request, editing)));
  connection.onRequest(
    graphPageRequest,
    answer((request: OfDocument) => graphPage(request, editing)),
  );
  connection.onExecuteCommand(requested.execute);
  connection.onShutdown(() => {
    requested.end();
    editing.end();
  });
  documents.listen(connection);
  connection.listen();
  return {
    reread() {
      for (const repository of editing.repositories()) repository.reread();
    },
  };
}
