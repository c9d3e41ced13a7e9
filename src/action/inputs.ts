import type { OptionName, OptionWords } from '../app/option-table.ts';

/** An input of the action, and the option of the request that it becomes. */
export interface ActionInput {
  readonly name: string;
  /** Absent: the action itself uses it. */
  readonly option?: OptionName;
}

/** Every input of action.yml, in its order. */
export const actionInputs = [
  { name: 'path' },
  { name: 'workflows', option: 'workflows' },
  { name: 'config', option: 'config' },
  { name: 'command' },
  { name: 'mode', option: 'mode' },
  { name: 'scenario', option: 'scenario' },
  { name: 'fail-on', option: 'fail-on' },
  { name: 'changed-only' },
  { name: 'baseline', option: 'baseline' },
  { name: 'fail-on-new' },
  { name: 'shard', option: 'shard' },
  { name: 'times', option: 'times' },
  { name: 'reports' },
  { name: 'name' },
  { name: 'annotations' },
  { name: 'check-run' },
  { name: 'comment' },
  { name: 'suggestions' },
  { name: 'summary' },
  { name: 'sarif-file' },
  { name: 'sarif-category' },
  { name: 'junit-file' },
  { name: 'json-file' },
  { name: 'html-file' },
  { name: 'screenshot', option: 'screenshot' },
  { name: 'timeout', option: 'timeout' },
  { name: 'next' },
  { name: 'base' },
  { name: 'tag-prefix' },
  { name: 'first' },
  { name: 'token' },
] as const satisfies readonly ActionInput[];

/** The name of an input of the action. */
export type ActionInputName = (typeof actionInputs)[number]['name'];

/** The variable in which action.yml hands an input over; composite actions get no `INPUT_*` by themselves. */
export function variableOf(name: string): string {
  return `INPUT_${name.replaceAll('-', '_').toUpperCase()}`;
}

/** The words of an input; an input that is not given is empty. */
export function inputOf(
  name: ActionInputName,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return environment[variableOf(name)]?.trim() ?? '';
}

/** The inputs as they were given, for the report: all but the token and the files that it is written to. */
export function inputsGiven(environment: Readonly<Record<string, string | undefined>>): string {
  return actionInputs
    .filter(({ name }) => name !== 'token' && !name.endsWith('-file'))
    .map(({ name }) => [name, inputOf(name, environment)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** The inputs that are options of the request; empty ones are left out. */
export function optionsOf(environment: Readonly<Record<string, string | undefined>>): OptionWords {
  const options: Partial<Record<OptionName, readonly string[]>> = {};
  for (const input of actionInputs) {
    const word = inputOf(input.name, environment);
    if ('option' in input && word !== '') options[input.option] = [word];
  }
  return options;
}

/** One of the words that an input takes, or what is wrong with it. */
export function wordOf<Word extends string>(
  name: ActionInputName,
  words: readonly [Word, ...Word[]],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly kind: 'word'; readonly word: Word } | { readonly kind: 'refused'; readonly message: string } {
  const given = inputOf(name, environment);
  if (given === '') return { kind: 'word', word: words[0] };
  const word = words.find((one) => one === given);
  if (word !== undefined) return { kind: 'word', word };
  return {
    kind: 'refused',
    message: `the input "${name}" does not take "${given}": expected one of ${words.join(', ')}`,
  };
}
