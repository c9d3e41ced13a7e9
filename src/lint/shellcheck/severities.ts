import type { Severity } from '../../diagnostics/finding.ts';
import type { ShellcheckLevel } from './noise.ts';

/**
 * Word splitting and patterns, which do harm only when a value holds blanks or a file happens to match: ShellCheck
 * calls SC2086 an info, and its relatives belong beside it.
 */
const splitting: ReadonlySet<number> = new Set([
  2038, 2044, 2045, 2046, 2048, 2068, 2145, 2206, 2207, 2231, 2254,
]);

/** Codes that are true of the text while the script does what its author wants: shown as notes. */
const habits: ReadonlySet<number> = new Set([
  // patterns and lists where a single word is meant
  2010, 2012, 2053, 2061, 2062, 2066, 2124, 2128, 2178, 2179, 2184, 2190, 2191, 2192, 2198, 2199, 2245, 1087,
  // nobody looks at the status that is lost, and where somebody does a rule of ours follows it
  2155, 2164,
  // statuses that bash takes modulo 256, and a first line that the runner leaves out
  2096, 2151, 2152, 2242,
  // when or where something is expanded, which is mostly what is meant
  2016, 2024, 2064, 2087, 2088, 2089, 2090, 2091, 2092, 2139, 2140, 2147, 2209, 2294,
  // what is written and not needed
  2034, 2093, 2119, 2120, 2166, 2188, 2194, 2213, 2217, 2220, 2222, 2226,
  // a path that is empty: "rm-of-possibly-empty" follows the variable
  2114, 2115,
  // guards against odd names
  2035, 2156, 2163, 2174,
  // comments, quotes and blanks that look like something else
  1007, 1015, 1016, 1078, 1079, 1098, 1102, 1110, 1111, 1112, 1113, 1114, 1115, 1128,
]);

/** Codes that ShellCheck calls errors, after which the script still goes on. */
const survived: ReadonlySet<number> = new Set([2144, 2168, 2183, 2218, 2239, 2286, 2287, 2288, 2289]);

const levels: readonly ShellcheckLevel[] = ['error', 'warning', 'info', 'style'];

/** Whether a remark is to be shown when remarks of a level and of the more severe ones are. */
export function isShown(code: number, level: ShellcheckLevel, least: ShellcheckLevel): boolean {
  const own = splitting.has(code) && level !== 'style' ? 'info' : level;
  return levels.indexOf(own) <= levels.indexOf(least);
}

/** How bad a remark of ShellCheck is here: an error stops the session, a warning may, a note is worth knowing. */
export function severityOf(code: number, level: ShellcheckLevel): Severity {
  if (level === 'info' || level === 'style' || habits.has(code) || splitting.has(code)) return 'note';
  return survived.has(code) ? 'warning' : level;
}
