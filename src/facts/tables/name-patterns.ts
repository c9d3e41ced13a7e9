import type { NamePatternFact } from '../types.ts';

const editor = { kind: 'documented', from: 'parallelworks/foundation packages/ui, workflow editor' } as const;

/** The patterns of names: jobs, inputs, environment variables, links. */
export const namePatterns = [
  {
    name: 'job-name',
    pattern: '^[a-z0-9_-]{1,255}$',
    words: 'lowercase letters, digits, "_" and "-"',
    evidence: editor,
  },
  { name: 'key', pattern: '^[a-zA-Z0-9_-]+$', words: 'letters, digits, "_" and "-"', evidence: editor },
  {
    name: 'environment-variable',
    pattern: '^[a-zA-Z0-9_]+$',
    words: 'letters, digits and "_"',
    evidence: editor,
  },
  {
    name: 'link-name',
    pattern: '^[a-z0-9_-]*[a-z0-9]$',
    words: 'lowercase letters, digits, "_" and "-", and a letter or digit at its end',
    evidence: editor,
  },
  {
    name: 'organization-variable',
    pattern: '^[A-Z][A-Z0-9_]*$',
    words: 'capital letters, digits and "_", and a letter at its start',
    evidence: editor,
  },
  {
    name: 'any-name',
    pattern: '^',
    words: 'any characters',
    evidence: { kind: 'inferred', from: 'no pattern is published for these names' },
  },
] as const satisfies readonly NamePatternFact[];
