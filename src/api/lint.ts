// What works in a browser, too: the package's entry `pw-workflow-check/lint`.
import { findRule } from '../app/rule-book.ts';
import { worldOfTexts } from '../app/world-of-texts.ts';
import { reportOn, requestOf } from './request.ts';
import { textsByPath } from './texts-by-path.ts';
import type { Explanation, LintOptions, Report, Texts } from './types.ts';

export { applyFixes } from './apply-fixes.ts';
export { RequestError } from './request.ts';
export type {
  Explanation,
  Finding,
  Fix,
  FixedTexts,
  LintOptions,
  Range,
  Report,
  Run,
  Severity,
  Texts,
} from './types.ts';

/**
 * Lints texts as the command line lints files: the configuration and the baseline among them count. Nothing is read,
 * written or started, so that ShellCheck is not asked.
 *
 * @throws RequestError when the options cannot be carried out, or no text is a workflow
 */
export async function lint(texts: Texts, options: LintOptions = {}): Promise<Report> {
  return reportOn(requestOf('lint', options.paths ?? [], options), worldOfTexts('/', textsByPath(texts)));
}

/** What there is to read about a rule, by its name; `undefined` when there is none. */
export function explain(rule: string): Explanation | undefined {
  const found = findRule(rule);
  if (found.kind !== 'rule') return undefined;
  const { what, why, fix } = found.meta.page;
  return { rule, what, why, fix };
}
