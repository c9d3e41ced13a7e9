import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  MarkupKind,
  type SemanticTokens,
  SemanticTokensBuilder,
} from 'vscode-languageserver';
import { jobGraphs } from '../app/job-graphs.ts';
import { completeAt } from '../editor/completion/complete.ts';
import type { Suggestion } from '../editor/completion/suggestion.ts';
import { expressionTokens, tokenKinds } from '../editor/tokens/expression-tokens.ts';
import { withoutMarkdown } from '../editor/words/markdown.ts';
import { formatGraph } from '../report/graph-text.ts';
import { jobGraphPage } from '../report/html/job-graph-page.ts';
import { commands } from './command-names.ts';
import type { Editing } from './editing.ts';
import type { Machine } from './machine.ts';
import type { DocumentPosition } from './name-requests.ts';

/** A request about a whole document. */
export interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

const completionKinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  type: CompletionItemKind.Class,
  call: CompletionItemKind.Module,
  name: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
};

/** The words that may be meant at a place. */
export async function completion(
  { textDocument, position }: DocumentPosition,
  editing: Editing,
  format: MarkupKind,
): Promise<CompletionItem[]> {
  const open = editing.at(textDocument.uri);
  const reading = await open?.repository.texts.reading('open');
  if (open === undefined || reading === undefined) return [];
  const { document, path } = open;
  const found = completeAt(reading, path, document.getText(), document.offsetAt(position));
  if (found === undefined) return [];
  const range = {
    start: document.positionAt(found.span.start),
    end: document.positionAt(found.span.end),
  };
  return found.items.map(
    ({ label, kind, detail, text, insert, isFirst }): CompletionItem => ({
      label,
      kind: completionKinds[kind],
      sortText: `${isFirst ? 0 : 1}${label}`,
      textEdit: { range, newText: insert ?? label },
      ...(detail !== undefined && { detail }),
      ...(text !== undefined && {
        documentation: {
          kind: format,
          value: format === MarkupKind.Markdown ? text : withoutMarkdown(text),
        },
      }),
    }),
  );
}

/** The words of expressions, for colours: of the rest of the text other grammars know more. */
export async function semanticTokens(
  { textDocument }: OfDocument,
  editing: Editing,
): Promise<SemanticTokens> {
  const builder = new SemanticTokensBuilder();
  const open = editing.at(textDocument.uri);
  const reading = await open?.repository.texts.reading('open');
  if (open === undefined || reading === undefined) return builder.build();
  for (const { kind, span } of expressionTokens(reading, open.path)) {
    const now = reading.outOf(span);
    if (now === undefined) continue;
    const start = open.document.positionAt(now.start);
    // What goes on over several lines has no token in the protocol.
    if (open.document.positionAt(now.end).line !== start.line) continue;
    builder.push(start.line, start.character, now.end - now.start, tokenKinds.indexOf(kind), 0);
  }
  return builder.build();
}

/** Above the jobs of a workflow: their graph, and where that can be a run. */
export async function codeLenses(
  { textDocument }: OfDocument,
  editing: Editing,
  machine: Machine,
): Promise<CodeLens[]> {
  const open = editing.at(textDocument.uri);
  const reading = await open?.repository.texts.reading('open');
  if (open === undefined || reading === undefined) return [];
  const file = reading.workspace.workflows.find((one) => one.source.path === open.path);
  const jobs = file?.workflow?.root.pairs.find((pair) => pair.key.text.text === 'jobs');
  const span = jobs && reading.outOf(jobs.key.span);
  if (span === undefined) return [];
  const range = { start: open.document.positionAt(span.start), end: open.document.positionAt(span.end) };
  const lens = (title: string, command: string): CodeLens => ({
    range,
    command: { title, command, arguments: [textDocument.uri] },
  });
  return [
    lens('job graph', commands.graph),
    ...(machine.run === undefined ? [] : [lens('run here', commands.run)]),
  ];
}

/** The job graph of a document as a page; `null` where there are no jobs. */
export async function graphPage({ textDocument }: OfDocument, editing: Editing): Promise<string | null> {
  return (await jobGraphOf(textDocument.uri, editing, 'page')) ?? null;
}

/** The graph of the jobs of a document; `undefined` where there are none. */
export async function jobGraphOf(
  uri: string,
  editing: Editing,
  format: 'mermaid' | 'page',
): Promise<string | undefined> {
  const open = editing.at(uri);
  const reading = await open?.repository.texts.reading('open');
  const file = reading?.workspace.workflows.find((one) => one.source.path === open?.path);
  const [graph] = file === undefined ? [] : jobGraphs([file]);
  return graph && (format === 'page' ? jobGraphPage(graph) : formatGraph(graph, format));
}
