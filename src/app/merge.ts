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

/**
 * Reads JSON reports and puts them together. Reports of one check in parts must be all of its parts, and all of one
 * commit: what is missing would pass unseen.
 *
 * @param parts `some` puts together what there is, with a remark that says what is missing
 */
export function mergeReports(
  files: readonly string[],
  world: Pick<World, 'readNamed'>,
  parts: 'all' | 'some' = 'all',
): MergeAnswer {
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
  const gaps = gapsOf(documents);
  if (gaps.length > 0 && parts === 'all') {
    return { kind: 'refused', message: `${gaps.join('; ')}; "--allow-partial" puts together what there is` };
  }
  const merged = mergeDocuments([first, ...rest]);
  return { kind: 'merged', document: { ...merged, remarks: [...merged.remarks, ...gaps].sort() } };
}

/** What keeps reports from being one whole check. */
function gapsOf(documents: readonly ReportDocument[]): readonly string[] {
  const gaps: string[] = [];
  const commits = new Set(documents.map((one) => one.commit));
  if (commits.size > 1) {
    const names = [...commits].map((commit) => commit?.slice(0, 12) ?? 'no known commit');
    gaps.push(`the reports are of different commits (${names.sort().join(', ')})`);
  }
  const shards = documents.flatMap(({ shard }) => (shard === undefined ? [] : [shard]));
  const [first] = shards;
  if (first === undefined) return gaps;
  if (shards.length < documents.length)
    gaps.push('some of the reports are of a part of the workflows, others are not');
  const counts = [...new Set(shards.map((shard) => shard.count))].sort((a, b) => a - b);
  if (counts.length > 1) return [...gaps, `the reports are of ${counts.join(' and of ')} parts`];
  for (let index = 1; index <= first.count; index++) {
    const found = shards.filter((shard) => shard.index === index).length;
    if (found === 0) gaps.push(`the report of part ${index}/${first.count} is missing`);
    if (found > 1) gaps.push(`there are ${found} reports of part ${index}/${first.count}`);
  }
  return gaps;
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
