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
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findRule } from '../app/rule-book.ts';
import { tokenKinds } from '../editor/tokens/expression-tokens.ts';
import { tool } from '../report/report.ts';
import { codeActions } from './code-action-requests.ts';
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
import { codeLenses, completion, jobGraphText, semanticTokens } from './text-requests.ts';
import { commands, fixAllKind } from './to-code-actions.ts';
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
  let client: InitializeParams['capabilities'] | undefined;
  const editing = startEditing(machine, pauses, {
    trouble: (sentence) => connection.console.warn(sentence),
    shown({ document }, findings, places) {
      const diagnostics = findings.map((one) => toDiagnostic(one, places));
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    },
  });

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
        executeCommandProvider: { commands: Object.values(commands) },
      },
    };
  });
  connection.onInitialized(() => {
    if (client?.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    });
  });

  documents.onDidChangeContent(({ document }) => editing.write(document));
  documents.onDidSave(({ document }) => void editing.at(document.uri)?.repository.check());
  documents.onDidClose(({ document }) => {
    editing.close(document);
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
  connection.onCodeLens(answer((request) => codeLenses(request, editing)));
  connection.languages.semanticTokens.on(answer((request) => semanticTokens(request, editing)));
  const tell = (message: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  connection.onExecuteCommand(async ({ command, arguments: words = [] }) => {
    const word = typeof words[0] === 'string' ? words[0] : undefined;
    if (command === commands.check) {
      const asked = word === undefined ? undefined : editing.at(word)?.repository;
      await Promise.all((asked === undefined ? editing.repositories() : [asked]).map((one) => one.check()));
    }
    if (command === commands.explain && word !== undefined) tell(explained(word));
    if (command === commands.graph && word !== undefined) {
      const graph = await jobGraphText(word, editing);
      if (graph !== undefined) tell(graph);
      return graph ?? null;
    }
    return null;
  });
  connection.onShutdown(() => editing.end());
  documents.listen(connection);
  connection.listen();
  return {
    reread() {
      for (const repository of editing.repositories()) repository.reread();
    },
  };
}

/** What a rule finds, why and what to do, in three sentences. */
function explained(name: string): string {
  const answer = findRule(name);
  switch (answer.kind) {
    case 'rule': {
      const { id, page } = answer.meta;
      return `${id}: ${page.what}\n\nWhy: ${page.why}\n\nWhat to do: ${page.fix}`;
    }
    case 'shellcheck':
      return `${answer.code} is a remark of ShellCheck: ${answer.url}`;
    case 'refused':
      return answer.message;
  }
}
