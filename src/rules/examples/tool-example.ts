import { dedent } from '../../base/dedent.ts';

/** A script of bash that stands alone, of no workflow; the text is what stands behind its first line. */
export function toolExample(
  strings: TemplateStringsArray,
  ...values: readonly string[]
): {
  readonly [path: string]: string;
} {
  return { 'tools/tool.sh': `#!/bin/bash\n${dedent(strings, ...values)}` };
}
