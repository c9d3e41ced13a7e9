import type { AnalysisContext } from '../../analysis/analysis.ts';
import { outputTargets, programOf } from '../../analysis/shell/command-output.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';

/** A command that writes the whole environment, the platform's key included, to a file. */
export interface Dump {
  readonly command: ShellCommand;
  readonly file: Word;
}

/** The places where a script writes the environment to a file without leaving `PW_API_KEY` out. */
export function environmentDumps(script: Script, context: AnalysisContext): readonly Dump[] {
  return context.ask(shellCommands, script).commands.flatMap((command) => {
    if (!dumps(command) || !keyPasses(command)) return [];
    const file = outputTargets(command).find((target) => target.kind === 'file');
    return file?.kind === 'file' ? [{ command, file: file.name }] : [];
  });
}

function dumps({ program, words }: ShellCommand): boolean {
  if (program === 'env' || program === 'printenv') return words.length === 0;
  const options = words.map((word) => literalOf(word));
  if (program === 'export') return options.length === 1 && options[0] === '-p';
  return program === 'declare' && options.length === 1 && (options[0] === '-px' || options[0] === '-xp');
}

/** Whether the line with the key gets through every filter behind the command; `false` also when that is not known. */
function keyPasses({ program, pipedTo }: ShellCommand): boolean {
  const line = program === 'env' || program === 'printenv' ? 'PW_API_KEY=x' : 'declare -x PW_API_KEY="x"';
  for (const node of pipedTo) {
    const filter = programOf(node);
    if (filter.program === 'sort' || filter.program === 'uniq' || filter.program === 'tee') continue;
    const words = filter.words.map((word) => literalOf(word));
    if (filter.program === 'sed') {
      if (words.length === 1 && /^s(.)\^\1.*\1\1?$/.test(words[0] ?? '')) continue;
      return false;
    }
    if (filter.program !== 'grep' && filter.program !== 'egrep') return false;
    const options = words.filter((word) => word?.startsWith('-')).join('');
    const patterns = words.filter((word) => word === undefined || !word.startsWith('-'));
    const [pattern] = patterns;
    if (patterns.length !== 1 || pattern === undefined || !/^[-Eviq]*$/.test(options)) return false;
    const matches = matchesLine(pattern, line, options.includes('i'));
    if (matches === undefined || matches === options.includes('v')) return false;
  }
  return true;
}

/** Whether a pattern of `grep` matches; `undefined` when it is written in a way that is not read here. */
function matchesLine(pattern: string, line: string, ignoreCase: boolean): boolean | undefined {
  const plain = pattern.replaceAll('\\|', '|').replaceAll('\\(', '(').replaceAll('\\)', ')');
  if (plain.length > 200 || !/^[\w^$.|()=" -]*$/.test(plain)) return undefined;
  try {
    return new RegExp(plain, ignoreCase ? 'i' : '').test(line);
  } catch {
    return undefined;
  }
}
