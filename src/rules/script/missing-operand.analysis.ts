import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Word } from '../../syntax/bash/tree.ts';

/** A command with too few words, or with the words of another one behind its own. */
export interface WrongOperands {
  readonly message: string;
  /** The words to blame; absent: the whole command. */
  readonly from?: Word | undefined;
  readonly help: string;
  /** Where `&&` parts the two commands. */
  readonly apart?: Word | undefined;
}

/** What a command needs, in words. */
const needs: ReadonlyMap<string, { readonly least: number; readonly lacks: readonly string[] }> = new Map([
  ['mkdir', { least: 1, lacks: ['no folder'] }],
  ['ln', { least: 1, lacks: ['no file'] }],
  ['rmdir', { least: 1, lacks: ['no folder'] }],
  ['touch', { least: 1, lacks: ['no file'] }],
  ['rm', { least: 1, lacks: ['no file'] }],
  ['source', { least: 1, lacks: ['no file'] }],
  ['chmod', { least: 2, lacks: ['no file', 'a mode and no file'] }],
  ['chown', { least: 2, lacks: ['no file', 'an owner and no file'] }],
  ['cp', { least: 2, lacks: ['no file', 'no target'] }],
  ['mv', { least: 2, lacks: ['no file', 'no target'] }],
]);

/** Options that say the rest, or take the next word. */
const completing = /^(--(help|version|reference|target-directory|from-file|parents-from)\b.*|-t.*|-\w*t)$/;
const withValue: ReadonlyMap<string, RegExp> = new Map([
  ['mkdir', /^-m$/],
  ['touch', /^-[dtr]$/],
  ['cp', /^-[S]$/],
  ['mv', /^-[S]$/],
]);

/** Programs that people call behind another command, on a line of their own. */
const second: ReadonlySet<string> = new Set(
  'cd git mkdir cp mv rm touch source export chmod tar python python3 bash make npm pip conda'.split(' '),
);

/** Judges the operands of one command; `undefined` where they may be right. */
export function wrongOperands(command: ShellCommand): WrongOperands | undefined {
  const { program, words, node } = command;
  if (program === undefined || node.name === undefined) return undefined;
  // behind `sudo`, `env` and the like other rules may hold
  if (literalOf(node.name)?.split('/').at(-1) !== program) return undefined;
  return twoCommands(program, words) ?? doubledName(program, words) ?? tooFew(command, program);
}

function tooFew({ words }: ShellCommand, program: string): WrongOperands | undefined {
  const need = needs.get(program);
  if (need === undefined) return undefined;
  const options = withValue.get(program);
  let operands = 0;
  let ended = false;
  for (const [index, word] of words.entries()) {
    if (mayBeSeveral(word)) return undefined;
    const text = literalOf(word);
    if (!ended && text === '--') ended = true;
    else if (!ended && text !== undefined && /^-./.test(text) && !isMode(program, text)) {
      if (completing.test(text)) return undefined;
    } else if (options?.test(literalOf(words[index - 1]) ?? '') !== true) operands++;
  }
  if (operands >= need.least) return undefined;
  const lacks = need.lacks[Math.min(operands, need.lacks.length - 1)] ?? '';
  if (operands === 1 && program === 'chmod' && !isMode(program, literalOf(words.at(-1)) ?? '0'))
    return { message: '`chmod` has a file and no mode', help: 'write the mode before the file' };
  return { message: `\`${program}\` has ${lacks}`, help: `name what \`${program}\` is for` };
}

function isMode(program: string, text: string): boolean {
  return program === 'chmod' && /^([0-7]{3,4}|[ugoa]*[-+=][rwxXst]*(,[ugoa]*[-+=][rwxXst]*)*)$/.test(text);
}

/** Whether a word may become several, or none. */
function mayBeSeveral(word: Word): boolean {
  if (/[*?[{]/.test(word.text) && literalOf(word) !== undefined && !/^["']/.test(word.text)) return true;
  return (word.parts ?? []).some(
    (part) =>
      part.type === 'SimpleExpansion' ||
      part.type === 'ParameterExpansion' ||
      part.type === 'CommandExpansion' ||
      part.type === 'BraceExpansion' ||
      part.type === 'Glob' ||
      part.type === 'ExtendedGlob' ||
      (part.type === 'DoubleQuoted' && /\$\{?@|\[@\]/.test(part.text)),
  );
}

/** `cd DIR git init`, `mkdir DIR cd DIR`: the words of a second command stand behind those of the first. */
function twoCommands(program: string, words: readonly Word[]): WrongOperands | undefined {
  const folder = program === 'cd' || program === 'pushd';
  if (!folder && program !== 'mkdir' && program !== 'touch') return undefined;
  const operands = words.filter((word) => !/^-\w*$|^--/.test(word.text));
  const [first, ...rest] = operands;
  if (first === undefined || rest.length === 0) return undefined;
  const index = rest.findIndex((word) => second.has(literalOf(word) ?? ''));
  const other = rest[index];
  if (other !== undefined) {
    const name = literalOf(other) ?? '';
    const repeats = rest
      .slice(index + 1)
      .some((word) => operands.slice(0, index + 1).some((one) => one.text === word.text));
    if (folder ? index === 0 : name === 'cd' && repeats)
      return {
        message: `\`${name}\` begins a second command here, and \`${program}\` takes it for another ${folder ? 'word' : 'name'}`,
        from: other,
        apart: other,
        help: `write && before ${name}`,
      };
  }
  if (!folder || operands.length < 2 || operands.some(mayBeSeveral)) return undefined;
  return {
    message: `\`${program}\` takes one folder, and ${operands.length} words stand here`,
    from: rest[0],
    help: 'put one folder into quotes, and another command on a line of its own',
  };
}

/** `cp cp a b`: the command's own name written twice. */
function doubledName(program: string, words: readonly Word[]): WrongOperands | undefined {
  if (!needs.has(program) && program !== 'cd') return undefined;
  const [first, other] = words;
  if (first === undefined || literalOf(first) !== program) return undefined;
  if (other === undefined) return undefined;
  return {
    message: `\`${program}\` stands here twice, and takes its own name for a file`,
    from: first,
    help: 'take one of the two away',
  };
}
