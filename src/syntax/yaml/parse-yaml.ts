import type { SourceFile } from '../../source/source-file.ts';
import type { ParsedYaml } from './parsed-yaml.ts';
import { readQuickly } from './quick/quick-reader.ts';
import { parseThoroughly } from './thorough-reader.ts';

/** Reads a YAML file. Any text gives a result; nothing is thrown. */
export function parseYaml(file: SourceFile): ParsedYaml {
  const quick = readQuickly(file);
  return quick === undefined ? parseThoroughly(file) : { ...quick, faults: [], broken: false };
}
