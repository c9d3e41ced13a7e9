import type { LineBreaks } from '../../ports/repository-files.ts';
import { askGit } from './ask-git.ts';

/**
 * The line breaks with which git keeps a file, whatever a checkout makes of them (git-ls-files(1), "--eol"): those of the
 * index, and of a new file those that `.gitattributes` and `core.autocrlf` would give it. `undefined` without git.
 *
 * @param top the folder that the path is relative to, absolute
 */
export function recordedLineBreaks(top: string, path: string): LineBreaks | undefined {
  const listed = askGit(top, 'ls-files', '--eol', '--cached', '--others', '--', path);
  const [, index = '', tree = '', attributes = ''] =
    /^i\/(\S*)\s+w\/(\S*)\s+attr\/([^\t]*)\t/.exec(listed ?? '') ?? [];
  if (listed === undefined || tree === '') return undefined;
  if (index !== '') return kindOf(index);
  const converts = /\btext\b/.test(attributes) && !/-text\b/.test(attributes);
  if (converts || /^(true|input)\s*$/.test(askGit(top, 'config', '--get', 'core.autocrlf') ?? ''))
    return 'lf';
  return kindOf(tree);
}

function kindOf(word: string): LineBreaks | undefined {
  return word === 'crlf' || word === 'mixed' ? 'crlf' : word === 'lf' || word === 'none' ? 'lf' : undefined;
}
