import type { Diagnostic } from '../diagnostics/finding.ts';
import { baselineOf, type ReadBaseline, readBaseline } from '../lint/baseline.ts';
import type { World } from './world.ts';

/** The baseline that a request names; without a name an empty one. */
export function loadBaseline(named: string | undefined, world: Pick<World, 'readNamed'>): ReadBaseline {
  if (named === undefined) return { kind: 'baseline', fingerprints: new Set() };
  const content = world.readNamed(named);
  if (content.kind === 'problem') {
    return { kind: 'refused', message: `the baseline "${named}" cannot be read: ${content.message}` };
  }
  const read = readBaseline(content.text);
  return read.kind === 'refused' ? { kind: 'refused', message: `${named}: ${read.message}` } : read;
}

/** The text of a baseline file that holds these findings. */
export function baselineText(diagnostics: readonly Diagnostic[]): string {
  return baselineOf(diagnostics);
}
