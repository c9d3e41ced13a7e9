import { mergeDocuments } from '../report/document/merge-documents.ts';
import { readDocument } from '../report/document/read-document.ts';
import type { ReportDocument } from '../report/document/report-document.ts';
import type { RenderSource } from '../report/render.ts';
import { rules } from '../rules/index.generated.ts';
import { lineIndex } from '../source/line-index.ts';
import { filePath } from '../source/span.ts';
import type { World } from './world.ts';

/** Reports put together, or which file is none (exit status 2). */
export type MergeAnswer =
  | { readonly kind: 'merged'; readonly document: ReportDocument }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads JSON reports and puts them together. */
export function mergeReports(files: readonly string[], world: Pick<World, 'readNamed'>): MergeAnswer {
  const documents: ReportDocument[] = [];
  for (const file of files) {
    const content = world.readNamed(file);
    if (content.kind === 'problem')
      return { kind: 'refused', message: `"${file}" cannot be read: ${content.message}` };
    const read = readDocument(content.text);
    if (read.kind === 'refused')
      return { kind: 'refused', message: `"${file}" is no report: ${read.message}` };
    documents.push(read.document);
  }
  const [first, ...rest] = documents;
  if (first === undefined)
    return { kind: 'refused', message: 'merge needs the JSON reports to put together' };
  return { kind: 'merged', document: mergeDocuments([first, ...rest]) };
}

/** What formats are made from when only a document is known: the lines come from the working tree, where it has them. */
export function renderSourceOf(document: ReportDocument, world: Pick<World, 'files'>): RenderSource {
  return {
    document,
    rules: rules.map((rule) => rule.meta),
    graphs: new Map(),
    lines: (path) => {
      const content = world.files.read(filePath(path));
      return content.kind === 'text' ? lineIndex(content.text) : undefined;
    },
  };
}
