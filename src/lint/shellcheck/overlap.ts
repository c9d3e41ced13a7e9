import { overlaps } from '../../source/span.ts';
import type { RuleFinding } from '../ask-rules.ts';

/** Rules of ours that say what a remark of ShellCheck says, and more: where both speak of one place, theirs is left out. */
const answers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'shellcheck/SC2154',
    new Set([
      'input-as-shell-variable',
      'kill-of-unset-variable',
      'misspelt-platform-variable',
      'misspelt-variable',
      'undeclared-input-variable',
      'unset-on-branch',
      'unset-variable',
      'variable-out-of-reach',
      'variable-of-another-step',
    ]),
  ],
  ['shellcheck/SC2034', new Set(['unexported-variable'])],
  ['shellcheck/SC2089', new Set(['quotes-kept-in-variable'])],
  ['shellcheck/SC2090', new Set(['quotes-kept-in-variable'])],
  ['shellcheck/SC1114', new Set(['indented-shebang'])],
  ['shellcheck/SC2115', new Set(['rm-of-possibly-empty'])],
]);

/** Remarks of ShellCheck without those that a finding of ours tells at the same place. */
export function withoutOverlap(
  own: readonly RuleFinding[],
  remarks: readonly RuleFinding[],
): readonly RuleFinding[] {
  return remarks.filter((remark) => {
    const rules = answers.get(remark.rule);
    return rules === undefined || !own.some((finding) => rules.has(finding.rule) && isAbout(finding, remark));
  });
}

/** Whether a finding, or a place that belongs to it, is where a remark is. */
function isAbout({ at, related = [] }: RuleFinding, remark: RuleFinding): boolean {
  return [at, ...related.map(({ span }) => span)].some((span) => overlaps(span, remark.at));
}
