import { namePatterns } from '../../facts/tables/name-patterns.ts';
import type { NamePatternName } from '../../facts/types.ts';
import type { YamlScalar } from '../../syntax/yaml/tree.ts';
import { scalarText } from './key-name.ts';
import type { ReportFault } from './structure-fault.ts';

const patterns: ReadonlyMap<NamePatternName, { readonly expression: RegExp; readonly words: string }> =
  new Map(namePatterns.map(({ name, pattern, words }) => [name, { expression: new RegExp(pattern), words }]));

/** Checks a name that the author chose against its pattern. */
export function checkName(key: YamlScalar, names: NamePatternName, owner: string, report: ReportFault): void {
  const pattern = patterns.get(names);
  const text = scalarText(key);
  if (pattern === undefined || pattern.expression.test(text)) return;
  report('invalid-name', {
    message: `${owner} "${text}" may have only ${pattern.words}`,
    at: key.span,
    help: `rename it, and whatever refers to it, to "${allowedName(text, names)}"`,
  });
}

function allowedName(text: string, names: NamePatternName): string {
  const cased = names === 'job-name' || names === 'link-name' ? text.toLowerCase() : text;
  const replaced = cased.replace(
    names === 'environment-variable' ? /[^a-zA-Z0-9_]+/g : /[^a-zA-Z0-9_-]+/g,
    '_',
  );
  return replaced === '' ? 'name' : replaced.slice(0, 255);
}
