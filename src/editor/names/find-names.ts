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
  const all = context.ask(allOccurrences, workspace);
  return occurrenceAt(all, file, offset) ?? scriptItself(all, workspace, file, offset);
}

/** On its first line a script stands for itself: who starts it, sources it or calls it is found from there. */
function scriptItself(
  all: readonly Occurrence[],
  { files }: Workspace,
  file: FilePath,
  offset: number,
): Occurrence | undefined {
  const declared = all.find(
    (one) => one.kind === 'script' && one.role === 'declaration' && one.span.file === file,
  );
  if (declared === undefined) return undefined;
  const content = files.read(file);
  const end = content.kind === 'text' ? (/^#!.*/.exec(content.text)?.[0].length ?? 0) : 0;
  return offset <= end && end > 0 ? { ...declared, span: { file, start: 0, end } } : undefined;
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
  const named = nameAt(reading, file, offset);
  if (named === undefined) return [];
  const all = reading.context.ask(allOccurrences, reading.workspace);
  // A line that writes an output writes that of the step and that of the job.
  const here = [named, ...all.filter((one) => one.kind === named.kind && isSameSpan(one.span, named.span))];
  const spans = all
    .filter((one) => isWanted(one) && here.some((other) => isSameThing(one, other)))
    .map((one) => one.span);
  const known = new Set<string>();
  return spans.filter(({ file: path, start, end }) => {
    const place = `${path}:${start}:${end}`;
    if (known.has(place)) return false;
    known.add(place);
    return true;
  });
}

function isSameSpan(left: Span, right: Span): boolean {
  return left.file === right.file && left.start === right.start && left.end === right.end;
}
