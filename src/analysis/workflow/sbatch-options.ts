import { isSlip } from '../../base/one-edit.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { sbatchNames, sbatchOptions } from '../../facts/tables/sbatch-options.ts';
import type { MappedText } from '../../source/mapped-text.ts';

/**
 * What is wrong with the long options in the `#SBATCH` lines of a text. Plugins of a site add options, so only what is
 * nearly one of `sbatch`, or is called otherwise there, counts.
 */
export function* refusedOptions(text: MappedText): Generator<Finding> {
  for (const line of text.text.matchAll(/^(?!\s*#(?!SBATCH\b)).*?(?<![#\w])#SBATCH\b(?=[ \t])(.*)$/gm)) {
    const [whole, options = ''] = line;
    for (const { 0: option, 1: name = '', index } of options.matchAll(/(?<=[ \t])--([a-z][\w-]*)/gi)) {
      const meant = meantBy(name);
      if (meant === undefined) continue;
      const start = line.index + whole.length - options.length + index;
      const at = text.spanOf(start, start + option.length);
      yield { message: `sbatch has no option "${option}"`, at, ...didYouMean(at, `--${meant}`) };
    }
  }
}

function meantBy(name: string): string | undefined {
  if (sbatchOptions.includes(name)) return undefined;
  // an option may be shortened as long as it is the only one that begins so
  if (sbatchOptions.filter((option) => option.startsWith(name)).length === 1) return undefined;
  if (Object.hasOwn(sbatchNames, name)) return sbatchNames[name];
  const letters = (word: string): string => word.toLowerCase().replace(/[-_]/g, '');
  return sbatchOptions.find((option) => letters(option) === letters(name) || isSlip(name, option));
}
