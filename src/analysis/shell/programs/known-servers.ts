import { serverPrograms } from '../../../facts/server-programs.ts';
import { backgroundPrograms } from '../../../facts/tables/programs/background-programs.ts';
import type { BackgroundProgramFact, ProgramSettingFact, ServerProgramFact } from '../../../facts/types.ts';
import { type Origin, shownValue, textOf, type Value } from '../interpreter/state/value.ts';

/** A server of the table, as a command line starts it. */
export interface KnownServer {
  readonly fact: ServerProgramFact;
  /** How the table calls it: `jupyter lab`. */
  readonly name: string;
  /** What stands behind the program's name, subcommands included. */
  readonly words: readonly Value[];
}

/** Programs that run another one in an environment, with the word that says so. */
const environmentRunners: Readonly<Record<string, string>> = {
  conda: 'run',
  mamba: 'run',
  micromamba: 'run',
  poetry: 'run',
  pipenv: 'run',
  pixi: 'run',
  uv: 'run',
  apptainer: 'exec',
  singularity: 'exec',
};

/** The server of the table that a command line starts, also as a module of Python or inside an environment. */
export function knownServer(words: readonly Value[]): KnownServer | undefined {
  const [first, ...rest] = ownWords(words);
  const program = lastPart(first);
  if (!tableNames.has(program)) return undefined;
  const texts = rest.map((word) => textOf(word));
  for (const fact of serverPrograms) {
    const name = fact.commands.find((command) => isStarted(command, program, texts));
    if (name !== undefined) return { fact, name, words: rest };
  }
  return undefined;
}

function isStarted(command: string, program: string, texts: readonly (string | undefined)[]): boolean {
  const [name, ...subcommands] = command.split(' ');
  return name === program && subcommands.every((word) => texts.includes(word));
}

/** The words of the program itself, without the interpreter and the environment that run it. */
export function ownWords(words: readonly Value[]): readonly Value[] {
  const name = lastPart(words[0]);
  if (/^python[\d.]*$/.test(name)) return pythonWords(words);
  const runs = Object.hasOwn(environmentRunners, name) ? environmentRunners[name] : undefined;
  if (runs === undefined || textOf(words[1] ?? []) !== runs) return words;
  const start = words.findIndex((word, index) => index > 1 && isProgramOfTable(lastPart(word)));
  if (start === -1) return words;
  return ownWords(words.slice(start));
}

const tableNames: ReadonlySet<string> = new Set(
  serverPrograms.flatMap(({ commands }) => commands.map((command) => command.split(' ')[0] ?? '')),
);

function isProgramOfTable(name: string): boolean {
  return tableNames.has(name) || /^python[\d.]*$/.test(name);
}

/** A module behind `-m`, or the script, as the program. */
function pythonWords(words: readonly Value[]): readonly Value[] {
  for (let index = 1; index < words.length; index++) {
    const text = textOf(words[index] ?? []);
    if (text === '-m') return words.slice(index + 1);
    if (text?.endsWith('.py') === true) return words.slice(index);
    if (text === undefined || !/^-[uBEIOsSv]+$/.test(text)) return words;
  }
  return words;
}

function lastPart(word: Value | undefined): string {
  const last = word?.at(-1);
  return typeof last === 'string' ? last.slice(last.lastIndexOf('/') + 1) : '';
}

/** Where a command line says a setting, or that it says none; `undefined` when a word may say anything. */
export function settingOf(
  { words, fact, name }: KnownServer,
  setting: ProgramSettingFact & { readonly alone?: true },
  environment: ReadonlyMap<string, Value>,
  script: string,
): 'said' | 'unsaid' | undefined {
  const shown = words.map((word) => shownValue(word));
  if (shown.some((text) => setting.options.some((option) => isOption(text, option)))) return 'said';
  if (setting.environment?.some((name) => environment.has(name))) return 'said';
  const marks = [...(setting.environment ?? []), ...(fact.settings ?? [])];
  if (
    marks.some((mark) =>
      mark.startsWith('-') ? shown.some((text) => isOption(text, mark)) : namesMark(script, mark),
    )
  )
    return undefined;
  if (setting.alone && words.some((word) => isAlone(word))) return 'said';
  const [program = ''] = name.split(' ');
  const lines = script.replace(/\\\n/g, ' ').split('\n');
  if (lines.some((line) => line.includes(program) && /\$[@*]|\[[@*]\][^}]/.test(line))) return undefined;
  const may = words.some((word, index) => mayHold(word, shown[index - 1] ?? '', setting));
  return may ? undefined : 'unsaid';
}

/** What no option begins with. */
const neverOptions: ReadonlySet<Origin['kind']> = new Set([
  'job-directory',
  'home',
  'directory',
  'port',
  'hostname',
  'process-id',
]);

/** Whether a text that is not known may hold options of a setting; it holds none where it is the value of an option. */
function mayHold(word: Value, before: string, setting: ProgramSettingFact): boolean {
  const [first] = word;
  if (typeof first === 'string' || (first !== undefined && neverOptions.has(first.origin.kind))) return false;
  if (first?.origin.kind !== 'elements') return !/^-\w$|^--[\w.-]+$/.test(before);
  const elements = first.origin.of;
  if (elements === undefined || word.length > 1) return true;
  const shown = elements.map((element) => shownValue(element));
  return elements.some(
    (element, index) =>
      setting.options.some((option) => isOption(shown[index] ?? '', option)) ||
      mayHold(element, shown[index - 1] ?? '', setting),
  );
}

/** Whether a script names a variable, which is no part of a longer name, or a file. */
function namesMark(script: string, mark: string): boolean {
  if (!/^[A-Z]\w*$/.test(mark)) return script.includes(mark);
  return new RegExp(`(?<!\\w)${mark}(?!\\w)`).test(script);
}

function isOption(text: string, option: string): boolean {
  if (text === option || text.startsWith(`${option}=`)) return true;
  return /^-\w$/.test(option) && text.startsWith(option) && !text.startsWith('--');
}

/** A number, or an address with one. */
function isAlone(word: Value): boolean {
  const last = word.at(-1);
  return typeof last === 'object' || /(^|:)\d{2,5}$/.test(last ?? '');
}

/** Whether a command line starts something that goes on when the command has returned, by the table. */
export function goesToBackground(words: readonly Value[]): boolean {
  const [first, ...rest] = ownWords(words);
  const program = lastPart(first);
  const shown = rest.map((word) => shownValue(word));
  const texts = rest.map((word) => textOf(word));
  return backgroundPrograms.some((fact: BackgroundProgramFact) => {
    if (!isStarted(fact.command, program, texts)) return false;
    const line = ` ${shown.join(' ')} `;
    if (fact.unless?.some((word) => (/^-\w$/.test(word) ? shown.includes(word) : line.includes(word))))
      return false;
    return fact.by === undefined || fact.by.some((option) => isSaid(option, shown, line));
  });
}

function isSaid(option: string, shown: readonly string[], line: string): boolean {
  if (option.includes(' ')) return line.includes(` ${option} `);
  if (shown.includes(option) || shown.includes(`${option}=true`)) return true;
  const [, letter] = /^-(\w)$/.exec(option) ?? [];
  return letter !== undefined && shown.some((text) => /^-[a-z]{2,4}$/i.test(text) && text.includes(letter));
}
