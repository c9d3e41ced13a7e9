import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { actionsFor } from '../editor/actions/code-actions.ts';
import { changeBetween } from '../editor/typing/text-change.ts';
import type { Editing, OpenDocument } from './editing.ts';
import { fixAllKind, toCodeAction, toWorkspaceEdit } from './to-code-actions.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/**
 * What can be done at a place of a document: about each finding there, and when it is asked for, every safe repair.
 *
 * @param isVersioned whether the client knows versions in edits
 */
export async function codeActions(
  { textDocument, range, context }: CodeActionParams,
  editing: Editing,
  isVersioned: boolean,
): Promise<CodeAction[]> {
  const open = editing.at(textDocument.uri);
  if (open === undefined) return [];
  const isWanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions = isWanted(CodeActionKind.QuickFix)
    ? await quickFixes(open, range, editing, isVersioned)
    : [];
  // All repairs take several rounds of linting, which nobody should wait for who only moves the caret.
  if (context.only === undefined || !isWanted(fixAllKind)) return actions;
  return [...actions, ...(await fixAll(open, editing, isVersioned))];
}

async function quickFixes(
  { document, path, repository }: OpenDocument,
  range: CodeActionParams['range'],
  editing: Editing,
  isVersioned: boolean,
): Promise<CodeAction[]> {
  const opened = await repository.texts.opened();
  if (opened === undefined) return [];
  const places = editing.placesOf(repository);
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const here = repository
    .findings()
    .filter(({ at }) => at.file === path && at.start <= end && at.end >= start);
  return here.flatMap((finding) =>
    actionsFor(finding, document.getText(), opened.context).map((action) =>
      toCodeAction(action, toDiagnostic(finding, places), places, isVersioned),
    ),
  );
}

async function fixAll(
  { path, repository }: OpenDocument,
  editing: Editing,
  isVersioned: boolean,
): Promise<CodeAction[]> {
  const opened = await repository.texts.opened();
  const repaired = (await opened?.repair(path)) ?? [];
  const edits = repaired.flatMap(({ path: file, before, after }) => {
    const change = changeBetween(file, before, after);
    if (change === undefined) return [];
    const { start, removed, inserted } = change;
    return [{ span: { file, start, end: start + removed.length }, replacement: inserted }];
  });
  if (edits.length === 0) return [];
  return [
    {
      title: 'apply every repair that cannot change what a workflow means',
      kind: fixAllKind,
      edit: toWorkspaceEdit(edits, editing.placesOf(repository), isVersioned),
    },
  ];
}
