import {
  type DocumentSymbol,
  ErrorCodes,
  type Hover,
  type Location,
  MarkupKind,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definitionsAt, referencesAt } from '../editor/names/find-names.ts';
import { renamableAt, rename } from '../editor/names/rename.ts';
import { type OutlineEntry, outlineOf } from '../editor/names/symbols.ts';
import type { Reading } from '../editor/typing/last-good.ts';
import { hoverAt } from '../editor/words/hover.ts';
import { withoutMarkdown } from '../editor/words/markdown.ts';
import type { Span } from '../source/span.ts';
import type { Editing, OpenDocument } from './editing.ts';
import type { Places } from './places.ts';
import { toWorkspaceEdit } from './to-code-actions.ts';

/** A place of a document, as requests name it. */
export interface DocumentPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

interface Asked {
  readonly open: OpenDocument;
  readonly reading: Reading;
  readonly places: Places;
  /** The offset that is asked about, in the text of the reading. */
  readonly offset: number;
}

/** What is asked about, read anew; `undefined` for a document that is none of our business. */
async function asked(
  { textDocument, position }: DocumentPosition,
  editing: Editing,
  extent: 'open' | 'repository',
): Promise<Asked | undefined> {
  const open = editing.at(textDocument.uri);
  const reading = await open?.repository.texts.reading(extent);
  if (open === undefined || reading === undefined) return undefined;
  const offset = reading.into(open.path, open.document.offsetAt(position));
  return { open, reading, offset, places: editing.placesOf(open.repository) };
}

/** What is known about a place. */
export async function hover(
  request: DocumentPosition,
  editing: Editing,
  format: MarkupKind,
): Promise<Hover | null> {
  const at = await asked(request, editing, 'open');
  const found = at && hoverAt(at.reading, at.open.path, at.offset);
  if (at === undefined || found === undefined) return null;
  const span = at.reading.outOf(found.span);
  const value = format === MarkupKind.Markdown ? found.text : withoutMarkdown(found.text);
  return { contents: { kind: format, value }, ...(span && { range: at.places.rangeOf(span) }) };
}

/** Where what stands at a place comes from. */
export async function definition(request: DocumentPosition, editing: Editing): Promise<Location[]> {
  const at = await asked(request, editing, 'repository');
  return at === undefined ? [] : locations(definitionsAt(at.reading, at.open.path, at.offset), at);
}

/** Everywhere that what stands at a place is named. */
export async function references(
  request: DocumentPosition & { readonly context: { readonly includeDeclaration: boolean } },
  editing: Editing,
): Promise<Location[]> {
  const at = await asked(request, editing, 'repository');
  const declarations = request.context.includeDeclaration ? 'with' : 'without';
  return at === undefined
    ? []
    : locations(referencesAt(at.reading, at.open.path, at.offset, declarations), at);
}

function locations(spans: readonly Span[], { reading, places }: Asked): Location[] {
  return spans.flatMap((span) => {
    const now = reading.outOf(span);
    return now === undefined ? [] : [places.locationOf(now)];
  });
}

/** What would be renamed at a place. */
export async function prepareRename(
  request: DocumentPosition,
  editing: Editing,
): Promise<PrepareRenameResult | null> {
  const at = await asked(request, editing, 'repository');
  const found = at && renamableAt(at.reading, at.open.path, at.offset);
  const span = found && at.reading.outOf(found.span);
  return at === undefined || span === undefined
    ? null
    : { range: at.places.rangeOf(span), placeholder: found?.name ?? '' };
}

/**
 * The edits of all files that rename what stands at a place.
 *
 * @throws ResponseError with a sentence for the author when that cannot be
 */
export async function renameRequest(
  request: DocumentPosition & { readonly newName: string },
  editing: Editing,
  isVersioned: boolean,
): Promise<WorkspaceEdit | null> {
  const at = await asked(request, editing, 'repository');
  if (at === undefined) return null;
  const answer = rename(at.reading, at.open.path, at.offset, request.newName);
  if (answer.kind === 'refused') throw new ResponseError(ErrorCodes.InvalidParams, answer.message);
  const edits = answer.edits.map((edit) => ({ ...edit, span: at.reading.outOf(edit.span) }));
  if (edits.some((edit) => edit.span === undefined))
    throw new ResponseError(
      ErrorCodes.InvalidRequest,
      'the workflow cannot be read just now: mend its YAML first',
    );
  return toWorkspaceEdit(
    edits.flatMap(({ span, replacement }) => (span === undefined ? [] : [{ span, replacement }])),
    at.places,
    isVersioned,
  );
}

const symbolKinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  part: SymbolKind.Namespace,
  group: SymbolKind.Struct,
  input: SymbolKind.Field,
  session: SymbolKind.Interface,
  job: SymbolKind.Class,
  step: SymbolKind.Method,
};

/** The outline of a document. */
export async function documentSymbols(
  { textDocument }: { readonly textDocument: { readonly uri: string } },
  editing: Editing,
): Promise<DocumentSymbol[]> {
  const at = await asked({ textDocument, position: { line: 0, character: 0 } }, editing, 'open');
  if (at === undefined) return [];
  const convert = ({ kind, name, detail, span, at: inner, children }: OutlineEntry): DocumentSymbol[] => {
    const whole = at.reading.outOf(span);
    const own = at.reading.outOf(inner);
    const inside = children.flatMap(convert);
    if (whole === undefined || own === undefined || own.start < whole.start || own.end > whole.end)
      return inside;
    return [
      {
        name: name.trim() === '' ? '(no name)' : name,
        ...(detail !== undefined && { detail }),
        kind: symbolKinds[kind],
        range: at.places.rangeOf(whole),
        selectionRange: at.places.rangeOf(own),
        children: inside,
      },
    ];
  };
  return outlineOf(at.reading, at.open.path).flatMap(convert);
}
