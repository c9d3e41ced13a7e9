import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedTextsBelow } from './folder-files.ts';

const root = '__tests__/fixtures/cases';

/** Lines of a file, counted from 1, both included. */
export interface Lines {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** A faulty repository and the same one repaired. */
export interface FaultCase {
  /** The folders that it stands in, as `lint/57-cleanup-…`. */
  readonly name: string;
  /** Whether reading tells the fault, running does, or there is none to tell. */
  readonly seenBy: 'lint' | 'run' | 'both' | 'run-silent' | 'silent';
  /** Where the fault is in `bad`. */
  readonly places: readonly Lines[];
  /** Where one side stands. */
  readonly folder: (side: 'bad' | 'good') => string;
  /** Texts by path, marked as `memoryFiles` reads them; empty where there is no such folder. */
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
}

/** Every case below `__tests__/fixtures/cases`. */
export function faultCases(): readonly FaultCase[] {
  return ['lint', 'field'].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((folder) => readCase(`${group}/${folder}`)),
  );
}

function readCase(name: string): FaultCase {
  const about = JSON.parse(readFileSync(join(root, name, 'case.json'), 'utf8')) as {
    readonly expect?: readonly { readonly path: string; readonly line: number }[];
    readonly differs?: readonly { readonly path: string; readonly lines: readonly [number, number] }[];
    readonly 'seen by'?: FaultCase['seenBy'];
  };
  const folder = (side: 'bad' | 'good'): string => join(root, name, side);
  const texts = (side: 'bad' | 'good') => (existsSync(folder(side)) ? markedTextsBelow(folder(side)) : {});
  return {
    name,
    seenBy: about['seen by'] ?? 'lint',
    places: [
      ...(about.expect ?? []).map(({ path, line }) => ({ path, from: line, to: line })),
      ...(about.differs ?? []).map(({ path, lines: [from, to] }) => ({ path, from, to: Math.max(from, to) })),
    ],
    folder,
    bad: texts('bad'),
    good: texts('good'),
  };
}
