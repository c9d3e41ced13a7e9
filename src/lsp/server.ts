import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findRule } from '../app/rule-book.ts';
import { tool } from '../report/report.ts';
import { codeActions } from './code-action-requests.ts';
import type { Pauses } from './edited-repository.ts';
import { startEditing } from './editing.ts';
import { pathOf } from './places.ts';
import { commands, fixAllKind } from './to-code-actions.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** As long as people need between two keys, and as they need to read what they wrote. */
const usualPauses: Pauses = { rules: 200, everything: 1_000 };

/** Files whose change on the disk may change what is found. */
const watched = ['**/*.{yaml,yml,sh,bash}', '**/.shellcheckrc'];

/** Serves the editor behind a connection until it says goodbye. */
export function serve(connection: Connection, pauses: Pauses = usualPauses): void {
  const documents = new TextDocuments(TextDocument);
  let client: InitializeParams['capabilities'] = {};
  const editing = startEditing(pauses, {
    trouble: (sentence) => connection.console.warn(sentence),
    shown({ document }, findings, places) {
      const diagnostics = findings.map((one) => toDiagnostic(one, places));
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    },
  });

  connection.onInitialize(({ capabilities }): InitializeResult => {
    client = capabilities ?? {};
    return {
      serverInfo: tool,
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        executeCommandProvider: { commands: Object.values(commands) },
      },
    };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
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
    const paths = changes.flatMap(({ uri }) => pathOf(uri) ?? []);
    for (const repository of editing.repositories()) {
      if (paths.some((path) => path.startsWith(`${repository.root}/`))) repository.reread();
    }
  });
  connection.onCodeAction((request) =>
    codeActions(request, editing, client.workspace?.workspaceEdit?.documentChanges === true),
  );
  connection.onExecuteCommand(async ({ command, arguments: words = [] }) => {
    const [word] = words;
    if (command === commands.check) {
      const asked = typeof word === 'string' ? editing.at(word)?.repository : undefined;
      await Promise.all((asked === undefined ? editing.repositories() : [asked]).map((one) => one.check()));
    }
    if (command === commands.explain && typeof word === 'string')
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: explained(word),
      });
    return null;
  });
  connection.onShutdown(() => editing.end());
  documents.listen(connection);
  connection.listen();
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
