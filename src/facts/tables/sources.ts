import type { Evidence } from '../types.ts';

/** The visual editor's list of the attributes of each input type, which its own test holds equal to the schema. */
export const inputDialog = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const satisfies Evidence;

/** The texts of the visual editor and the tests of its dialog, which name what newer forms take. */
export const editorStrings = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/editorStrings.ts, InputDialog.test.tsx',
} as const satisfies Evidence;
