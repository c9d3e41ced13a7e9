import { suggest } from '../base/suggest.ts';
import { wrappedLines } from '../base/wrapped-lines.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import type { RuleExample, RuleMeta } from '../diagnostics/rule-meta.ts';
import { rules } from '../rules/index.generated.ts';

/** The row of a rule in the table of rules. */
export interface RuleRow {
  readonly id: string;
  readonly group: RuleMeta['group'];
  readonly severity: RuleMeta['severity'];
  readonly tier: 'default' | 'pedantic';
  readonly what: string;
}

/** Every rule, by group and name. */
export function ruleRows(): readonly RuleRow[] {
  return rules
    .map(({ meta }) => ({
      id: meta.id,
      group: meta.group,
      severity: meta.severity,
      tier: meta.tier ?? ('default' as const),
      what: meta.page.what,
    }))
    .sort((a, b) => (a.group === b.group ? (a.id < b.id ? -1 : 1) : a.group < b.group ? -1 : 1));
}

/** A rule by its name, or what is wrong with the name. */
export type RuleAnswer =
  | { readonly kind: 'rule'; readonly meta: RuleMeta }
  | { readonly kind: 'shellcheck'; readonly code: string; readonly url: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Looks a rule up; codes of ShellCheck lead to its own pages. */
export function findRule(name: string): RuleAnswer {
  const meta = rules.find((rule) => rule.meta.id === name)?.meta;
  if (meta !== undefined) return { kind: 'rule', meta };
  const code = /^(?:shellcheck\/)?(SC\d{4})$/i.exec(name)?.[1]?.toUpperCase();
  if (code !== undefined) return { kind: 'shellcheck', code, url: `https://www.shellcheck.net/wiki/${code}` };
  const near = suggest(
    name,
    rules.map((rule) => rule.meta.id),
  );
  const meant = helpWith(near, 'see "pw-workflow-check rules"');
  return { kind: 'refused', message: `there is no rule "${name}": ${meant}` };
}

/** Characters of a line of prose, so that a terminal breaks no word. */
const lineWidth = 80;

/**
 * Everything there is to say about a rule, as text for a terminal.
 *
 * @param words what the rule says about its bad examples; absent: that part is left out
 */
export function explanation(meta: RuleMeta, words: string | undefined): string {
  const tier = meta.tier === 'pedantic' ? ', only when it is asked for' : '';
  const { what, why, fix, examples } = meta.page;
  return [
    `${meta.id} (${meta.group}, ${meta.severity}${tier}, since ${meta.since})`,
    '',
    ...wrappedLines(what, lineWidth),
    '',
    ...wrappedLines(`Why: ${why}`, lineWidth),
    '',
    ...wrappedLines(`What to do: ${fix}`, lineWidth),
    '',
    ...examples.bad.flatMap((example) => ['Reported:', '', ...exampleLines(example), '']),
    ...examples.good.flatMap((example) => ['Not reported:', '', ...exampleLines(example), '']),
    ...(words === undefined ? [] : ['What you will read:', '', ...inset(words), '']),
    `To allow it: # pw-check: allow ${meta.id} -- the reason`,
    '',
  ].join('\n');
}

function exampleLines(example: RuleExample): readonly string[] {
  const files = typeof example === 'string' ? { '': example } : example;
  return Object.entries(files).flatMap(([path, text]) => [
    ...(path === '' ? [] : [`    ${path}:`]),
    ...inset(text),
  ]);
}

/** The lines of a text, set in. */
function inset(text: string): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
}
