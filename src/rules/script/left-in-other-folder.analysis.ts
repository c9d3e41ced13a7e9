import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';

/** A file that is looked for in another folder than the one in which the script made it. */
export interface FileLeftBehind {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where the script went in between, as written. */
  readonly folder: string;
}

interface Made {
  readonly name: string;
  /** Where the command that makes it begins and ends. */
  readonly start: number;
  readonly end: number;
}

/**
 * The files that a script makes by a relative name and looks for after `cd`, before it goes on to a third folder. Only
 * where it goes into a folder that is certainly another one, and nothing but the maker names the file before.
 */
export function filesLeftBehind(script: Script, context: AnalysisContext): readonly FileLeftBehind[] {
  const { commands } = context.ask(shellCommands, script);
  const text = script.shell.text;
  const moves = commands.filter(({ program }) => /^(cd|pushd|popd)$/.test(program ?? ''));
  if (moves.some((move) => isInBrackets(move, text))) return [];
  const found: FileLeftBehind[] = [];
  for (const [index, move] of moves.entries()) {
    const folder = otherFolder(move, moves[index - 1], text);
    if (folder === undefined) continue;
    const from = moves[index - 1]?.node.end ?? 0;
    const to = moves[index + 1]?.node.pos ?? Number.POSITIVE_INFINITY;
    const before = commands.filter(({ node }) => node.pos >= from && node.end <= move.node.pos);
    const after = commands.filter(({ node }) => node.pos >= move.node.end && node.end <= to);
    const one = firstLeftBehind(before, after, script, context);
    if (one !== undefined) found.push({ ...one, folder });
  }
  return found;
}

function firstLeftBehind(
  before: readonly ShellCommand[],
  after: readonly ShellCommand[],
  script: Script,
  context: AnalysisContext,
): Omit<FileLeftBehind, 'folder'> | undefined {
  const { text } = script.shell;
  const made = before.flatMap((command) => makes(command));
  for (const command of after) {
    const word = looksFor(command);
    const written = literalOf(word)?.replace(/^\.\//, '');
    if (word === undefined || written === undefined) continue;
    const one = made.find(({ name }) => written === name || written.startsWith(`${name}/`));
    if (one === undefined || isMadeThere(one.name, script, context)) continue;
    const named = new RegExp(`(?<![\\w.-])${escapePattern(one.name)}(?![\\w.-])`);
    // Anything that names it between may bring it along; what made it in an earlier folder may be here.
    if (named.test(text.slice(one.end, word.pos)) || named.test(text.slice(0, one.start))) continue;
    return { name: one.name, start: word.pos, end: word.end };
  }
  return undefined;
}

function isInBrackets(move: ShellCommand, text: string): boolean {
  if (move.captured || move.inLoop || move.inCondition || move.within.length > 0) return true;
  const line = text.slice(text.lastIndexOf('\n', move.node.pos) + 1, move.node.pos);
  // Behind "mkdir" only: in brackets, branches and functions it ends again.
  return move.conditional && !/^mkdir [^;|]*&&\s*$/.test(line.trim());
}

/** The folder behind `cd` where it is certainly not the one in which the script is. */
function otherFolder(
  { words: [word] }: ShellCommand,
  before: ShellCommand | undefined,
  text: string,
): string | undefined {
  if (word === undefined) return undefined;
  const written = word.text.replace(/^(["'])(.*)\1$/, '$2');
  if (isHome(before?.words[0]) && /^\$\{?PW_PARENT_JOB_DIR\}?\/?$/.test(written)) return written;
  const name = /^\$\{?(\w+)\}?$/.exec(written)?.[1];
  const value = name === undefined || name === 'HOME' ? written : assignedOnce(name, text);
  if (value === undefined) return undefined;
  const isRelative = /^[\w-][\w.-]*(\/[\w.-]+)*$/.test(value);
  const isBelow =
    /^(\$\{?HOME\}?|~|\/(tmp|opt|scratch|home|data|usr)|\$\{?(SCRATCH|WORK|TMPDIR)\}?)\/[\w./-]+$/.test(
      value,
    );
  return isRelative || isBelow ? written : undefined;
}

function isHome(word: Word | undefined): boolean {
  return /^"?(~|\$HOME|\$\{HOME\})\/?"?$/.test(word?.text ?? '');
}

function assignedOnce(name: string, text: string): string | undefined {
  const values = [
    ...text.matchAll(new RegExp(`(?:^|[\\s;])${escapePattern(name)}\\+?=("[^"\\n]*"|\\S*)`, 'gm')),
  ];
  return values.length === 1 ? values[0]?.[1]?.replace(/^"(.*)"$/, '$1') : undefined;
}

/** What a command makes in the folder where it runs. */
function makes(command: ShellCommand): readonly Made[] {
  const { program, words, node, redirections } = command;
  if (command.captured || command.within.length > 0) return [];
  const texts = words.map((word) => literalOf(word));
  const names: (string | undefined)[] = [];
  if (program === 'curl')
    names.push(behind(texts, /^(-\w*o|--output)$/), lastOfAddress(texts, /^(-\w*O\w*|--remote-name)$/));
  else if (program === 'wget') {
    const output = behind(texts, /^(-\w*O|--output-document)$/);
    names.push(
      output ??
        (texts.some((text) => /^(-P|--directory)/.test(text ?? '')) ? undefined : lastOfAddress(texts)),
    );
  } else if (/^python[\d.]*$/.test(program ?? '') && texts[0] === '-m' && texts[1] === 'venv')
    names.push(texts.at(-1));
  else if (program === 'virtualenv') names.push(texts.at(-1));
  for (const redirection of redirections) {
    if (redirection.type === 'Redirect' && /^>\|?$/.test(redirection.operator))
      names.push(literalOf(redirection.target));
  }
  return names.flatMap((name) =>
    name !== undefined && /^[\w-][\w.-]*$/.test(name) ? [{ name, start: node.pos, end: node.end }] : [],
  );
}

function behind(texts: readonly (string | undefined)[], option: RegExp): string | undefined {
  const index = texts.findIndex((text) => option.test(text ?? ''));
  return index === -1 ? undefined : texts[index + 1];
}

function lastOfAddress(texts: readonly (string | undefined)[], option?: RegExp): string | undefined {
  if (option !== undefined && !texts.some((text) => option.test(text ?? ''))) return undefined;
  const address = texts.find((text) => /^https?:\/\/[^?]+\/[\w.-]+$/.test(text ?? ''));
  return address?.slice(address.lastIndexOf('/') + 1);
}

/** The file that a command looks for, by a name of its own. */
function looksFor({ program, words, conditional, inCondition }: ShellCommand): Word | undefined {
  if (inCondition || (conditional && program !== 'tar')) return undefined;
  switch (program) {
    case 'source':
    case '.':
    case 'bash':
    case 'sh':
    case 'cat':
    case 'unzip':
    case 'chmod':
      return words.find((word) => isName(word));
    case 'tar': {
      const index = words.findIndex((word) => /^-?-?\w*x\w*f$|^--file$/.test(word.text));
      return index === -1 ? undefined : words[index + 1];
    }
    default:
      return undefined;
  }
}

function isName(word: Word): boolean {
  return /^(\.\/)?[\w-]+(\.[\w-]+)+$|^(\.\/)?[\w.-]+\/[\w./-]+$/.test(word.text);
}

/** Whether the repository has something of that name, which may stand there. */
function isMadeThere(name: string, script: Script, context: AnalysisContext): boolean {
  return context.workspace.files.paths.some(
    (path) => path !== script.path && (path.endsWith(`/${name}`) || path.includes(`${name}/`)),
  );
}
