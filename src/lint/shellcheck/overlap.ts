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
  ['shellcheck/SC2115', new Set(['rm-of-possibly-empty'])],
]);

/** Remarks of ShellCheck without those that a finding of ours tells at the same place. */
export function withoutOverlap(
  own: readonly RuleFinding[],
  remarks: readonly RuleFinding[],
): readonly RuleFinding[] {
  return remarks.filter((remark) => {
    const rules = answers.get(remark.rule);
    return rules === undefined || !own.some(({ rule, at }) => rules.has(rule) && overlaps(at, remark.at));
  });
}
