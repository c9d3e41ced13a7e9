import { parseArgs } from 'node:util';
import {
  type CommandName,
  commandNames,
  type OptionName,
  type OptionRow,
  type OptionWords,
  optionTable,
} from '../app/option-table.ts';
import { suggest } from '../base/suggest.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';

/** A command line as words. */
export interface CommandLine {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly options: OptionWords;
}

/** A command line that is understood, or what is wrong with it (exit status 2). */
export type CommandLineAnswer =
  | { readonly kind: 'line'; readonly line: CommandLine }
  /** Nothing was asked. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Splits a command line into its command, options and operands.
 *
 * @param words what stands behind the program's name
 * @param exists tells whether a path is there: `--changed` takes the next word as its base unless that is a path
 */
export function readArguments(
  words: readonly string[],
  exists: (path: string) => boolean,
): CommandLineAnswer {
  const options: Partial<Record<OptionName, string[]>> = {};
  const operands: string[] = [];
  let optional: OptionName | undefined;
  const named: string[] = [];
  for (const token of tokensOf(words)) {
    if (token.kind === 'option-terminator') {
      optional = undefined;
      continue;
    }
    if (token.kind === 'positional') {
      if (optional !== undefined && !commandWord(token.value, operands) && !exists(token.value)) {
        options[optional] = [token.value];
      } else operands.push(token.value);
      optional = undefined;
      continue;
    }
    optional = undefined;
    const row = optionTable.find((option) => option.name === token.name);
    if (row === undefined) return unknownOption(token.rawName);
    named.push(row.name);
    const swallowed = token.inlineValue === false && /^-./.test(token.value);
    const value = swallowed ? undefined : valueFor(row, token.value);
    if (value === undefined) return wrongUse(row, token.rawName, token.value);
    if (row.kind === 'list') options[row.name] = [...(options[row.name] ?? []), value];
    else options[row.name] = [value];
    if (row.kind === 'optional' && token.value === undefined) optional = row.name;
  }
  return withCommand(operands, options, named);
}

/** The words by what they are. */
function tokensOf(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: Object.fromEntries(
      optionTable.map((row) => [
        row.name,
        {
          type: row.kind === 'flag' || row.kind === 'optional' ? ('boolean' as const) : ('string' as const),
          ...(row.short === undefined ? {} : { short: row.short }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** Whether a word behind `--changed` is the command rather than a base. */
function commandWord(word: string, operands: readonly string[]): boolean {
  return operands.length === 0 && (commandNames as readonly string[]).includes(word);
}

function valueFor(row: OptionRow, value: string | boolean | undefined): string | undefined {
  switch (row.kind) {
    case 'flag':
      return value === undefined ? 'true' : undefined;
    case 'optional':
      return typeof value === 'string' ? value : '';
    case 'value':
    case 'list':
      return typeof value === 'string' && value !== '' ? value : undefined;
  }
}

function withCommand(
  operands: readonly string[],
  options: OptionWords,
  named: readonly string[],
): CommandLineAnswer {
  const [first, ...rest] = operands;
  if (first === undefined) {
    if (options.version || options.help)
      return { kind: 'line', line: { command: 'check', operands: [], options } };
    return { kind: 'bare' };
  }
  const command = commandNames.find((name) => name === first);
  if (command === undefined) {
    const near = suggest(first, commandNames);
    const meant = helpWith(near, `expected one of ${commandNames.join(', ')}`);
    return refused(`unknown command "${first}": ${meant}`);
  }
  for (const name of named) {
    const row = optionTable.find((option) => option.name === name);
    if (row && !row.commands.includes(command)) {
      return refused(`"${command}" does not know --${name}: it belongs to ${row.commands.join(', ')}`);
    }
  }
  const [surplus] = rest;
  if (surplus !== undefined && (withoutOperands as readonly string[]).includes(command)) {
    return refused(`"${command}" takes no operand, but "${surplus}" was given`);
  }
  return { kind: 'line', line: { command, operands: rest, options } };
}

/** Commands that are about no file, rule or revision. */
const withoutOperands = [
  'rules',
  'doctor',
  'init',
  'wait',
  'lsp',
  'version',
] as const satisfies readonly CommandName[];

function unknownOption(written: string): CommandLineAnswer {
  const near = suggest(
    written.replace(/^-+/, ''),
    optionTable.map((row) => row.name),
  );
  const meant = helpWith(near && `--${near}`, 'see --help');
  return refused(`unknown option "${written}": ${meant}`);
}

function wrongUse(row: OptionRow, written: string, value: string | boolean | undefined): CommandLineAnswer {
  if (row.kind === 'flag') return refused(`${written} takes no value, but "${String(value)}" was given`);
  return refused(`${written} needs a value: ${row.value ?? 'VALUE'}`);
}

function refused(message: string): CommandLineAnswer {
  return { kind: 'refused', message };
}
