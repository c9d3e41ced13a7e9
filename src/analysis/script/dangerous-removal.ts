import { baseName } from './programs.ts';
import { shownValue, textOf, type Value } from './value.ts';

const systemFolders =
  /^\/(\*|\.\*|bin|boot|data|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|scratch|srv|sys|tmp|usr|var|work|lustre|gpfs)?(\/\*|\/)?$/;

/** Whether a command line is a recursive removal of a folder of the system when an unknown text in it is empty. */
export function emptiesRoot(words: readonly Value[]): boolean {
  if (baseName(words[0]) !== 'rm') return false;
  const options = words.slice(1).map((word) => textOf(word) ?? '');
  if (!options.some((word) => /^(-\w*[rR]\w*|--recursive)$/.test(word))) return false;
  return words.slice(1).some((word) => {
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
}
