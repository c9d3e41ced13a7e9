import { shownValue, textOf, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { baseName } from '../../analysis/shell/programs/programs.ts';

const systemFolders =
  /^\/(\*|\.\*|bin|boot|data|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|scratch|srv|sys|tmp|usr|var|work|lustre|gpfs)?(\/\*|\/)?$/;

/** The folder of the system that a command line removes when an unknown text in it is empty. */
export function removedWhenEmpty(words: readonly Value[]): string | undefined {
  if (baseName(words[0]) !== 'rm') return undefined;
  const options = words.slice(1).map((word) => textOf(word) ?? '');
  if (!options.some((word) => /^(-\w*[rR]\w*|--recursive)$/.test(word))) return undefined;
  const removed = words.slice(1).find((word) => {
    const [first, ...rest] = word;
    if (typeof first === 'string') return /^\/(\*|\.\*)?$/.test(shownValue(word));
    if (first === undefined || first.nonEmpty || rest.length === 0) return false;
    const { kind } = first.origin;
    if (kind === 'job-directory' || kind === 'home' || kind === 'directory' || kind === 'expression')
      return false;
    if (kind === 'environment' && /^(PWD|HOME|TMPDIR|PW_\w+|SLURM_\w+|PBS_\w+)$/.test(first.origin.name))
      return false;
    return rest.every((piece) => typeof piece === 'string') && systemFolders.test(shownValue(rest));
  });
  return removed && shownValue(removed, '');
}
