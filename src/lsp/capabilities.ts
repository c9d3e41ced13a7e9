import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { tokenKinds } from '../editor/tokens/expression-tokens.ts';
import { commands } from './command-names.ts';
import type { Machine } from './machine.ts';
import { fixAllKind } from './to-code-actions.ts';

/** What the server can do; it runs workflows only where there is a machine for that. */
export function capabilities(machine: Machine): ServerCapabilities {
  return {
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
      commands: Object.values(commands).filter((one) => one !== commands.run || machine.run !== undefined),
    },
  };
}
