import type { AnalysisContext } from '../analysis/analysis.ts';
import { parsedScript } from '../analysis/shell/parsed-script.ts';
import { writtenScripts } from '../analysis/written/written-scripts.ts';
import type { OwnedScript } from './subjects.ts';

/** A script that writes one that writes one: deeper nobody writes. */
const deepest = 3;

/**
 * Scripts, and those that they write or pass on to a shell. A text of which a part is not known is left out where it is
 * no script without that part.
 */
export function withWrittenScripts(
  scripts: readonly OwnedScript[],
  context: AnalysisContext,
): readonly OwnedScript[] {
  const all = [...scripts];
  let from = scripts;
  for (let depth = 0; depth < deepest && from.length > 0; depth++) {
    from = from.flatMap(({ script, file }) =>
      context
        .ask(writtenScripts, script)
        .filter((one) => one.whole || context.ask(parsedScript, one.script).faults.length === 0)
        .map((one) => ({ script: one.script, file })),
    );
    all.push(...from);
  }
  return all;
}
