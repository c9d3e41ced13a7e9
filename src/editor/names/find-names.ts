import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { Workspace } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Reading } from '../typing/last-good.ts';
import { isSameThing, type Occurrence, occurrenceAt } from './occurrence.ts';
import { occurrencesOf } from './workflow-names.ts';

/** Everything that is named in the workflows of a workspace. */
export function allOccurrences(workspace: Workspace, context: AnalysisContext): readonly Occurrence[] {
  return workspace.workflows.flatMap((file) => context.ask(occurrencesOf, file));
}

/** What is named at an offset of a file; `undefined` when nothing is. */
export function nameAt(
  { workspace, context }: Reading,
  file: FilePath,
  offset: number,
): Occurrence | undefined {
  return occurrenceAt(context.ask(allOccurrences, workspace), file, offset);
}

/** Where the thing that is named at an offset is declared; an output is where it is written. */
export function definitionsAt(reading: Reading, file: FilePath, offset: number): readonly Span[] {
  return placesOf(reading, file, offset, (one) => one.role === 'declaration');
}

/** Everywhere that the thing is named which is named at an offset. */
export function referencesAt(
  reading: Reading,
  file: FilePath,
  offset: number,
  declarations: 'with' | 'without',
): readonly Span[] {
  return placesOf(reading, file, offset, (one) => declarations === 'with' || one.role === 'use');
}

function placesOf(
  reading: Reading,
  file: FilePath,
  offset: number,
  isWanted: (occurrence: Occurrence) => boolean,
): readonly Span[] {
  const here = nameAt(reading, file, offset);
  if (here === undefined) return [];
  const spans = reading.context
    .ask(allOccurrences, reading.workspace)
    .filter((one) => isSameThing(one, here) && isWanted(one))
    .map((one) => one.span);
  const known = new Set<string>();
  return spans.filter(({ file: path, start, end }) => {
    const place = `${path}:${start}:${end}`;
    if (known.has(place)) return false;
    known.add(place);
    return true;
  });
}
