import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { assertNever } from '../base/assert-never.ts';
import type { Edit } from '../diagnostics/finding.ts';
import type { FindingAction } from '../editor/actions/code-actions.ts';
import type { FilePath } from '../source/span.ts';
import { commands } from './command-names.ts';
import type { Places } from './places.ts';

/** The kind of the action that applies every safe repair of a document. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.pw-workflow-check`;

/** What can be done about a finding, as the protocol says it. */
export function toCodeAction(
  action: FindingAction,
  diagnostic: Diagnostic,
  places: Places,
  isVersioned: boolean,
): CodeAction {
  const common = { title: action.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  switch (action.kind) {
    case 'fix':
      return {
        ...common,
        edit: toWorkspaceEdit(action.edits, places, isVersioned),
        ...(action.isSafe && { isPreferred: true }),
      };
    case 'allow':
      return { ...common, edit: toWorkspaceEdit(action.edits, places, isVersioned) };
    case 'explain':
      return {
        ...common,
        command: { title: action.title, command: commands.explain, arguments: [action.rule] },
      };
    default:
      return assertNever(action);
  }
}

/** Edits of any files, for the versions that are open where the client knows versions in edits. */
export function toWorkspaceEdit(edits: readonly Edit[], places: Places, isVersioned: boolean): WorkspaceEdit {
  const byFile = new Map<FilePath, TextEdit[]>();
  for (const { span, replacement } of edits) {
    const known = byFile.get(span.file) ?? [];
    byFile.set(span.file, [...known, { range: places.rangeOf(span), newText: replacement }]);
  }
  if (!isVersioned) {
    return { changes: Object.fromEntries([...byFile].map(([path, all]) => [places.uriOf(path), all])) };
  }
  return {
    documentChanges: [...byFile].map(
      ([path, all]): TextDocumentEdit => ({
        textDocument: { uri: places.uriOf(path), version: places.versionOf(path) },
        edits: all,
      }),
    ),
  };
}
