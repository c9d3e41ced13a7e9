import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { scriptFunctions } from '../shell/script-functions.ts';
import { type Assignment, assignmentsOf } from './assignments.ts';
import { type Read, readsWithoutValue } from './flow.ts';

/** A place where a variable is read that this script cannot have set before, and why. */
export interface UnsetRead extends Read {
  /**
   * `nowhere`: the script never sets it; `later`: only behind this place; `function`: only as a local variable of
   * functions; `pipe`, `subshell`: only in inner shells, which keep it to themselves.
   */
  readonly why: 'nowhere' | 'later' | 'function' | 'pipe' | 'subshell';
  /** The first place that sets it. */
  readonly set: Assignment | undefined;
}

/**
 * The reads of a script that none of its own assignments can reach, in the order of the text. What reads a variable with
 * something to put in its place, or asks anywhere whether it is set, is left out. What comes from outside is not looked
 * at here.
 */
export function unsetReads(script: Script, context: AnalysisContext): readonly UnsetRead[] {
  const { tree, faults } = context.ask(parsedScript, script);
  if (faults.length > 0) return [];
  const functions = context.ask(scriptFunctions, script);
  const asked = askedNames(script.shell.text);
  const reads = readsWithoutValue(tree, functions);
  if (reads.length === 0) return [];
  const assignments = context.ask(assignmentsOf, tree);
  return reads.flatMap((read) => {
    const own = assignments.get(read.name) ?? [];
    const why = reasonOf(read, own);
    const asks = asked.get(read.name);
    if (why === undefined || (asks !== undefined && (why !== 'later' || asks < read.start))) return [];
    return [{ ...read, why, set: own[0] }];
  });
}

function reasonOf(read: Read, assignments: readonly Assignment[]): UnsetRead['why'] | undefined {
  const [first] = assignments;
  if (first === undefined) return 'nowhere';
  if (read.inFunction) return undefined;
  if (assignments.every(({ within }) => within === 'local')) return 'function';
  if (assignments.every(({ within }) => within === 'pipe' || within === 'subshell'))
    return first.within === 'pipe' ? 'pipe' : 'subshell';
  // what a function sets may be called from anywhere, by a trap as well
  const inLine = assignments.every(
    ({ within, inFunction }) => within === 'shell' && inFunction === undefined,
  );
  return inLine ? 'later' : undefined;
}

/** The variables of which a script asks whether they are set, or says what holds when they are not, and where first. */
export function askedNames(text: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const patterns = [/-[nzv]\s+["']?\$?\{?([A-Za-z_]\w*)/g, /\$\{([A-Za-z_]\w*)(?:\[[^\]]*\])?:?[-?=+]/g];
  for (const pattern of patterns)
    for (const { 1: name = '', index } of text.matchAll(pattern))
      names.set(name, Math.min(index, names.get(name) ?? index));
  return names;
}
