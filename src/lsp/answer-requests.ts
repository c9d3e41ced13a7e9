import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
} from 'vscode-languageserver';
import { codeActions } from './code-action-requests.ts';
import { graphPageRequest } from './command-names.ts';
import type { Editing } from './editing.ts';
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

/**
 * Answers the requests about texts.
 *
 * @param client what the editor can do; `undefined` before it has said so
 */
export function answerRequests(
  connection: Connection,
  editing: Editing,
  machine: Machine,
  client: () => InitializeParams['capabilities'] | undefined,
): void {
  /** Answers a request unless it comes too early, or was taken back by what came behind it. */
  const answer =
    <Request, Answer>(give: (request: Request) => Promise<Answer>) =>
    async (request: Request, token: CancellationToken): Promise<Answer> => {
      if (client() === undefined)
        throw new ResponseError(ErrorCodes.ServerNotInitialized, '"initialize" comes first');
      // What came behind it is read first.
      await new Promise((resolve) => setTimeout(resolve));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was taken back');
      return give(request);
    };
  const isVersioned = (): boolean => client()?.workspace?.workspaceEdit?.documentChanges === true;
  const hoverFormat = (): MarkupKind =>
    client()?.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true
      ? MarkupKind.Markdown
      : MarkupKind.PlainText;
  const completionFormat = (): MarkupKind =>
    client()?.textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ===
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
}
