import { namePatterns } from '../../facts/tables/name-patterns.ts';
import type { NamePatternName } from '../../facts/types.ts';
import type { YamlScalar } from '../../syntax/yaml/tree.ts';
import type { ReportFault } from './structure-fault.ts';

/** Checks a name that the author chose against its pattern. */
export function checkName(key: YamlScalar, names: NamePatternName, owner: string, report: ReportFault): void {
  const pattern = namePatterns.find((candidate) => candidate.name === names);
  const text = key.text.text;
  if (pattern === undefined || new RegExp(pattern.pattern).test(text)) return;
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
