import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tool } from '../report/report.ts';
import { answerRequests } from './answer-requests.ts';
import { capabilities } from './capabilities.ts';
import { commandRequests } from './command-requests.ts';
import { startEditing } from './editing.ts';
import type { Machine } from './machine.ts';
import type { Pauses } from './planned-looks.ts';
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
    return { serverInfo: tool, capabilities: capabilities(machine) };
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
  answerRequests(connection, editing, machine, () => client);
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
