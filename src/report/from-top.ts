import type {
  DocumentDiagnostic,
  DocumentFailure,
  DocumentFix,
  DocumentLocation,
  ReportDocument,
} from './document/report-document.ts';
import type { RenderSource } from './render.ts';

/**
 * A report as seen from the top of its repository, for readers that know nothing of the folder that was checked: code
 * scanning, reviews, pages of a forge.
 *
 * @param folder where the checked folder lies in the repository; empty at its top
 */
export function fromTop(source: RenderSource, folder: string): RenderSource {
  if (folder === '') return source;
  const graphs = [...source.graphs.values()].map((graph) => ({ ...graph, path: `${folder}/${graph.path}` }));
  return {
    ...source,
    document: documentFromTop(source.document, folder),
    lines: (path) =>
      path.startsWith(`${folder}/`) ? source.lines(path.slice(folder.length + 1)) : undefined,
    graphs: new Map(graphs.map((graph) => [graph.path, graph])),
  };
}

function documentFromTop(document: ReportDocument, folder: string): ReportDocument {
  const placed = <Place extends DocumentLocation>(place: Place): Place => ({
    ...place,
    path: `${folder}/${place.path}`,
  });
  const failure = <Failure extends DocumentFailure>(one: Failure): Failure =>
    one.path === undefined ? one : { ...one, path: `${folder}/${one.path}` };
  const fixed = (fix: DocumentFix): DocumentFix => ({ ...fix, edits: fix.edits.map(placed) });
  const finding = <Finding extends DocumentDiagnostic>(one: Finding): Finding => ({
    ...placed(one),
    related: one.related.map(placed),
    fix: one.fix && fixed(one.fix),
  });
  return {
    ...document,
    workflows: document.workflows.map((one) => ({ ...one, path: `${folder}/${one.path}` })),
    diagnostics: document.diagnostics.map(finding),
    allowed: document.allowed.map(finding),
    runs: document.runs.map((run) => ({
      ...run,
      path: `${folder}/${run.path}`,
      failure: run.failure && failure(run.failure),
      observations: run.observations.map(failure),
    })),
  };
}
