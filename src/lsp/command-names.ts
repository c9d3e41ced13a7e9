/** The names of the commands that a client may have carried out. */
export const commands = {
  check: 'pw-workflow-check.check',
  explain: 'pw-workflow-check.explain',
  graph: 'pw-workflow-check.graph',
  run: 'pw-workflow-check.run',
} as const;

/**
 * The request for the job graph of a document as a page, for clients that have a place for one: `{ textDocument: { uri } }`.
 * The answer is the text of the page, or `null` where there are no jobs.
 */
export const graphPageRequest = 'pw-workflow-check/graphPage';
