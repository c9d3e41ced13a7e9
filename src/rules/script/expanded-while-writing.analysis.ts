import type { AnalysisContext } from '../../analysis/analysis.ts';
import { isGuarded } from '../../analysis/environment/needed-variables.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { setNames } from '../../analysis/shell/set-names.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import { readsVariable } from '../../analysis/shell/variable-texts.ts';
import type { WrittenScript } from '../../analysis/written/written-script.ts';
import { writtenScripts } from '../../analysis/written/written-scripts.ts';
import type { Script } from '../../model/script.ts';
import type { BashScript } from '../../syntax/bash/parse-bash.ts';

/** A variable that is expanded while a script is written, though it is one of the written script. */
export interface ExpandedTooEarly {
  readonly name: string;
  /** Offsets into the text of the script that writes. */
  readonly start: number;
  readonly end: number;
}

/** The variables that a script expands while it writes another one, which alone gives them a value. */
export function expandedTooEarly(script: Script, context: AnalysisContext): readonly ExpandedTooEarly[] {
  const written = context.ask(writtenScripts, script).filter((one) => one.script.filled?.length !== 0);
  if (written.length === 0) return [];
  const own = context.ask(parsedScript, script);
  const ownNames = new Set(context.ask(setNames, script).map(({ name }) => name));
  const occurrences = new Map(context.ask(shellOccurrences, script).map((one) => [one.start, one]));
  const found = new Map<number, ExpandedTooEarly>();
  for (const one of written) {
    const written = context.ask(parsedScript, one.script);
    for (const { occurrence, offset } of filledVariables(one, script, occurrences)) {
      const { variable = '', start, end } = occurrence;
      const early =
        /^\w/.test(variable) && !/^\d/.test(variable)
          ? !ownNames.has(variable) && isSetBefore(variable, offset, one.script, context)
          : isParameterOfWritten(variable, offset, written, { own, script, start });
      if (early) found.set(start, { name: variable, start, end });
    }
  }
  return [...found.values()].sort((left, right) => left.start - right.start);
}

interface FilledVariable {
  readonly occurrence: Occurrence;
  /** Where it stands in the written script. */
  readonly offset: number;
}

/** The variables of the writer that are expanded while the script is written; those that are asked about left out. */
function filledVariables(
  { pieces }: WrittenScript,
  script: Script,
  occurrences: ReadonlyMap<number, Occurrence>,
): readonly FilledVariable[] {
  const found: FilledVariable[] = [];
  let offset = 0;
  for (const { source, start, end, as } of pieces) {
    const occurrence = as === 'filled' && source === script ? occurrences.get(start) : undefined;
    if (occurrence?.variable !== undefined && occurrence.end === end && occurrence.exposes) {
      if (!isGuarded(script, start, end)) found.push({ occurrence, offset });
    }
    offset += end - start;
  }
  return found;
}

/** Whether the written script sets the variable before, and not to the value that is handed over to it. */
function isSetBefore(name: string, offset: number, script: Script, context: AnalysisContext): boolean {
  const places = context.ask(setNames, script).filter((one) => one.name === name);
  const first = places.find(({ pos, end }) => pos < offset && !(offset < end));
  if (first === undefined) return false;
  // `port=$port` hands the value over: what is expanded elsewhere is the same value.
  return !places.some(({ pos, end, assignment }) => {
    if (assignment === undefined) return false;
    const value = script.text.text.slice(pos, end);
    return readsVariable(value.slice(name.length), name) && isFilledIn(script, pos, end);
  });
}

function isFilledIn(script: Script, start: number, end: number): boolean {
  return script.filled?.some((one) => start <= one.start && one.end <= end) ?? false;
}

/** `$1` in a function of the written script, `$!` behind its background job, `$?` where it is looked at. */
function isParameterOfWritten(
  name: string,
  offset: number,
  written: BashScript,
  writer: { readonly own: BashScript; readonly script: Script; readonly start: number },
): boolean {
  if (/^([1-9@*#])$/.test(name)) {
    if (isInFunction(writer.own, writer.start)) return false;
    return isInFunction(written, offset);
  }
  if (name === '!') {
    return startsInBackground(written, offset) && !startsInBackground(writer.own, writer.start);
  }
  // The writer has just done something else.
  return name === '?' && isLookedAt(written, offset);
}

function isInFunction({ nodes }: BashScript, offset: number): boolean {
  return nodes('Function').some(({ pos, end }) => pos <= offset && offset < end);
}

/** Whether something is put into the background before an offset. */
function startsInBackground({ nodes }: BashScript, offset: number): boolean {
  return nodes('Statement').some(({ background, end }) => background && end <= offset);
}

/** Whether a status is kept or compared behind another command. */
function isLookedAt({ tree, nodes }: BashScript, offset: number): boolean {
  const [first] = tree.commands;
  if (first === undefined || offset < first.end) return false;
  return nodes('Assignment', 'TestCommand', 'Command').some(
    (node) =>
      node.pos <= offset &&
      offset < node.end &&
      (node.type !== 'Command' || /^(\[|test|exit|return)$/.test(node.name?.value ?? '')),
  );
}
