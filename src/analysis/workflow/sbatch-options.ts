import { isOneEdit } from '../../base/one-edit.ts';
import { sbatchNames, sbatchOptions } from '../../facts/tables/sbatch-options.ts';

/** A long option that `sbatch` refuses, and the one that is meant. */
export interface RefusedOption {
  /** Without its hyphens. */
  readonly name: string;
  /** Offset of the option's first hyphen in the text. */
  readonly start: number;
  readonly meant: string;
}

/**
 * The misspelt long options in the `#SBATCH` lines of a text. Plugins of a site add options, so only what is nearly one
 * of `sbatch`, or is called otherwise there, counts.
 */
export function refusedOptions(text: string): readonly RefusedOption[] {
  const found: RefusedOption[] = [];
  for (const line of text.matchAll(/^(?!\s*#(?!SBATCH\b)).*?(?<![#\w])#SBATCH\b(?=[ \t])(.*)$/gm)) {
    const [whole, options = ''] = line;
    for (const { 1: name = '', index } of options.matchAll(/(?<=[ \t])--([a-z][\w-]*)/gi)) {
      const meant = meantBy(name);
      const start = line.index + whole.length - options.length + index;
      if (meant !== undefined) found.push({ name, start, meant });
    }
  }
  return found;
}

function meantBy(name: string): string | undefined {
  if (sbatchOptions.includes(name)) return undefined;
  // an option may be shortened as long as it is the only one that begins so
  if (sbatchOptions.filter((option) => option.startsWith(name)).length === 1) return undefined;
  if (Object.hasOwn(sbatchNames, name)) return sbatchNames[name];
  const letters = (word: string): string => word.toLowerCase().replace(/[-_]/g, '');
  return sbatchOptions.find((option) => letters(option) === letters(name) || isSlip(name, option));
}

/** One edit apart; of a long name another letter may be missing. */
function isSlip(name: string, option: string): boolean {
  if (isOneEdit(name, option)) return true;
  if (name.length < 7) return false;
  return [...option].some((_, index) => isOneEdit(name, option.slice(0, index) + option.slice(index + 1)));
}
