/** The formats of a report, by the words that ask for them; the first is the usual one. */
export const reportFormats = [
  'pretty',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'markdown',
  'html',
  'github',
  'gitlab',
  'rdjson',
] as const;

/** A format of a report. */
export type ReportFormat = (typeof reportFormats)[number];
