import type { ReportDocument } from './report-document.ts';

/** The paths of all files that a report points into, each once. */
export function pathsIn(document: ReportDocument): readonly string[] {
  const findings = [...document.diagnostics, ...document.allowed];
  const paths = [
    ...document.workflows.map((one) => one.path),
    ...findings.flatMap((one) => [one, ...one.related, ...(one.fix?.edits ?? [])].map((place) => place.path)),
    ...document.runs.flatMap((run) =>
      [run.failure, ...run.observations].flatMap((one) => one?.path ?? []).concat(run.path),
    ),
  ];
  return [...new Set(paths)];
}
