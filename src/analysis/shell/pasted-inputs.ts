import { escapePattern } from '../../base/escape-pattern.ts';
import type { Label } from '../../diagnostics/finding.ts';
import type { Script } from '../../model/script.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { freeTextIn } from '../form/free-text.ts';
import { fileOf } from './secrets.ts';
import type { ShellCommand } from './shell-command.ts';
import { shellOccurrences } from './shell-commands.ts';
import type { Occurrence } from './shell-occurrences.ts';
import { literalOf } from './shell-words.ts';

/** What can happen to the text of a form field where a script pastes it. */
export type Danger =
  /** A shell reads it a second time, so that quotes around it do not help. */
  | { readonly kind: 'shell'; readonly by: string }
  /** It becomes source text of another language. */
  | { readonly kind: 'program'; readonly language: string }
  /** It becomes source text of another language, as a literal of JSON. */
  | { readonly kind: 'json' }
  /** It stands bare in a command. */
  | { readonly kind: 'unquoted' }
  /** It stands between quotes or in a here-document. */
  | { readonly kind: 'quoted' };

/** A form field whose text is pasted into a script. */
export interface PastedInput {
  readonly occurrence: Occurrence;
  readonly input: InputField;
  readonly danger: Danger;
}

const jsonParsers = ['json.loads', 'JSON.parse', 'decode_json', 'fromJSON'];
const shells: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh']);
const languages: Readonly<Record<string, string>> = {
  python: 'Python',
  python2: 'Python',
  python3: 'Python',
  perl: 'Perl',
  ruby: 'Ruby',
  node: 'JavaScript',
  Rscript: 'R',
};

/** The places of a script where an expression is pasted between the quotes of `json.loads('…')` and the like. */
export function pastedJson(script: Script, context: AnalysisContext): readonly Occurrence[] {
  return context.ask(shellOccurrences, script).filter((occurrence) => {
    const { command, hole } = occurrence;
    return (
      hole !== undefined && command !== undefined && languageOf(occurrence, command) && isJson(occurrence)
    );
  });
}

/** Every place of a workflow where the text of one form field meets one danger. */
export interface PastedField<Kind extends Danger['kind']> {
  readonly input: InputField;
  /** The field as expressions read it. */
  readonly reference: string;
  readonly danger: Extract<Danger, { readonly kind: Kind }>;
  readonly places: readonly [Span, ...Span[]];
}

/** The fields of a workflow whose text meets a kind of danger, each once, in the order of their first places. */
export function pastedFields<Kind extends Danger['kind']>(
  workflow: Workflow,
  context: AnalysisContext,
  kind: Kind,
): readonly PastedField<Kind>[] {
  const fields = new Map<InputField, { danger: PastedField<Kind>['danger']; places: [Span, ...Span[]] }>();
  for (const script of workflow.scripts) {
    for (const { occurrence, input, danger } of context.ask(pastedInputs, script)) {
      if (!isKind(danger, kind)) continue;
      const place = script.text.spanOf(occurrence.start, occurrence.end);
      const known = fields.get(input);
      if (known === undefined) fields.set(input, { danger, places: [place] });
      else known.places.push(place);
    }
  }
  return [...fields].map(([input, rest]) => ({
    input,
    reference: `inputs.${input.reference.join('.')}`,
    ...rest,
  }));
}

function isKind<Kind extends Danger['kind']>(
  danger: Danger,
  kind: Kind,
): danger is Extract<Danger, { readonly kind: Kind }> {
  return danger.kind === kind;
}

/** The other places of a field, for a finding that stands at the first. */
export function otherPlaces({ places }: { readonly places: readonly Span[] }): readonly Label[] {
  return places.slice(1, 6).map((span) => ({ span, text: 'and here' }));
}

/** The free texts of the form that a block pastes, each with what can happen to it there. */
export function pastedInputs(script: Script, context: AnalysisContext): readonly PastedInput[] {
  const workflow = script.holes.length === 0 ? undefined : fileOf(script, context)?.workflow;
  if (workflow === undefined || !script.holes.some(({ site }) => freeTextIn(site, workflow).length > 0))
    return [];
  return context.ask(shellOccurrences, script).flatMap((occurrence) => {
    const [input] = occurrence.hole === undefined ? [] : freeTextIn(occurrence.hole.site, workflow);
    const danger = input && dangerOf(occurrence, input);
    return input === undefined || danger === undefined ? [] : [{ occurrence, input, danger }];
  });
}

function dangerOf(occurrence: Occurrence, input: InputField): Danger | undefined {
  const { command, role, quote } = occurrence;
  if (command !== undefined && (role === 'argument' || role === 'here-doc' || role === 'here-string')) {
    const shell = role === 'argument' ? secondShell(occurrence, command) : undefined;
    if (shell !== undefined) return isCode(occurrence, input) ? undefined : { kind: 'shell', by: shell };
    const language = languageOf(occurrence, command);
    if (language !== undefined && isCode(occurrence, input)) return undefined;
    if (language !== undefined) return isJson(occurrence) ? { kind: 'json' } : { kind: 'program', language };
  }
  if (quote !== 'none' && quote !== 'arithmetic') return { kind: 'quoted' };
  // A field at the place of the command is meant to hold commands.
  if (command !== undefined && command.node.name?.pos === occurrence.word.pos) return undefined;
  // In a line that is only printed, a word more or less does no harm.
  const printed = role === 'argument' && (command?.program === 'echo' || command?.program === 'printf');
  return printed || isMeantBare(input) || isOneWord(input) ? { kind: 'quoted' } : { kind: 'unquoted' };
}

/** Whether a field is meant to hold a program: it says so, or it stands where a whole line or program stands. */
function isCode({ command, word, start, end, role }: Occurrence, input: InputField): boolean {
  if (/(command|cmd|script|code|program|snippet)s?$/i.test(input.name.value)) return true;
  const before = word.text.slice(0, start - word.pos);
  const after = word.text.slice(end - word.pos);
  const alone = /(^|\n)[ \t"']*$/.test(before) && /^[ \t"']*(\n|$)/.test(after);
  return alone && !(role === 'argument' && command?.program === 'eval' && command.words.length > 1);
}

/** Whether a field is meant to be read by the shell: a list of flags, or a path with `~` or a variable in it. */
function isMeantBare(input: InputField): boolean {
  if (
    /(arg|argument|flag|option|opt|parameter|param|command|cmd|directive|module)s?$|^(extra|additional)/i.test(
      input.name.value,
    )
  ) {
    return true;
  }
  return ['default', 'placeholder'].some((key) => /^~|\$/.test(textOf(valueAt(input.node, key)) ?? ''));
}

/** Kinds of text that have neither blanks nor signs of the shell in them, by the words of a field's name. */
const plainKinds: ReadonlySet<string> = new Set(
  [
    'account branch cgroup commit constraint cpu cpus date day duration gid gpu gpus gres host hostname hours id ip',
    'jobid mem memory minutes namespace node nodes org owner partition pod port ports pvc qos queue ref region',
    'release repo seconds sha size suffix tag threads time timeout uid user username uuid version walltime year zone',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a field holds one plain word, such as a version, a walltime or the name of a host. */
function isOneWord(input: InputField): boolean {
  const words = input.name.value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]/);
  if (!plainKinds.has(words.at(-1) ?? '') && !plainKinds.has(words[0] ?? '')) return false;
  const text = textOf(valueAt(input.node, 'default')) ?? '';
  return !/[\s;&|<>()]/.test(text.trim());
}

/** The command that reads its words as a script: `eval`, `bash -c`, `su -c`. */
function secondShell(occurrence: Occurrence, { program, words }: ShellCommand): string | undefined {
  if (program === 'eval') return 'eval';
  if (program === undefined || !(shells.has(program) || program === 'su')) return undefined;
  const script = programText(words, /^-[a-z]*c$/, { anywhere: program === 'su' });
  return script !== undefined && isInside(occurrence, script) ? `${program} -c` : undefined;
}

/** The language of the program text that something stands in: behind `-c` or `-e`, or on the standard input. */
function languageOf(occurrence: Occurrence, { program, words }: ShellCommand): string | undefined {
  const language =
    program === undefined ? undefined : languages[program.replace(/^(python[23]?)[\d.]*$/, '$1')];
  if (language === undefined) return undefined;
  const text = programText(words, /^-[a-zA-Z]*[ce]$/, { anywhere: false });
  if (occurrence.role === 'argument')
    return text !== undefined && isInside(occurrence, text) ? language : undefined;
  const readsInput = words.length === 0 || literalOf(words[0]) === '-';
  return text === undefined && readsInput ? language : undefined;
}

/** The word behind an option that announces a program; what follows the name of a script belongs to the script. */
function programText(
  words: readonly Word[],
  option: RegExp,
  { anywhere }: { readonly anywhere: boolean },
): Word | undefined {
  for (const [index, word] of words.entries()) {
    const text = literalOf(word) ?? '';
    if (option.test(text)) return words[index + 1];
    const isValue = /^[-+][oWXIMr]$/.test(literalOf(words[index - 1]) ?? '');
    if (!anywhere && !isValue && !/^[-+]/.test(text)) return undefined;
  }
  return undefined;
}

function isInside({ start }: Occurrence, word: Word): boolean {
  return start >= word.pos && start < word.end;
}

function isJson({ word, start }: Occurrence): boolean {
  const before = word.text.slice(0, start - word.pos).trimEnd();
  const names = jsonParsers.map(escapePattern).join('|');
  return new RegExp(`\\b(?:${names})\\b\\s*\\(\\s*[rRfFbBuU]{0,2}['"\`]{1,3}$`).test(before);
}
