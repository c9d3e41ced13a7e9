import { assertNever } from '../../../../base/assert-never.ts';
import type { HereDoc, Word, WordPart } from '../../../../syntax/bash/tree.ts';
import { type Machine, placeOf, unknown } from '../machine.ts';
import type { State } from '../state/state.ts';
import { concat, concatAll, emptyValue, literal, textOf, type Value } from '../state/value.ts';
import { readVariable } from '../state/variables.ts';
import { arithmeticValue } from './arithmetic.ts';
import { type Alternative, withoutBraces } from './braces.ts';
import { parameterValue } from './parameters.ts';

/** One word of a command line after expansion. */
export interface Field {
  readonly value: Value;
  /** Whether it holds an unquoted `*`, `?` or `[`. */
  readonly glob: boolean;
  /** Whether it may have become no word or several, because an unquoted text in it is not known. */
  readonly loose: boolean;
}

interface Expansion {
  /** The field that is being built, part by part. */
  values: Value[];
  glob: boolean;
  loose: boolean;
  /** Finished fields before the one that is being built. */
  readonly fields: Field[];
  /** Whether the field being built exists even when it is empty. */
  present: boolean;
}

/** A word as one text: quotes removed, everything expanded, nothing split. */
export function expandWord(machine: Machine, state: State, word: Word): Value {
  if (word.parts === undefined) return tilde(machine, state, word.value);
  const values: Value[] = [];
  for (const [index, part] of word.parts.entries()) {
    values.push(partValue(machine, state, part, index === 0));
  }
  return concatAll(values);
}

/** A word as the fields that a command gets for it. */
export function expandFields(machine: Machine, state: State, word: Word): readonly Field[] {
  if (word.parts === undefined) {
    return [{ value: tilde(machine, state, word.value), glob: false, loose: false }];
  }
  const expansion: Expansion = { values: [], glob: false, loose: false, fields: [], present: false };
  for (const parts of withoutBraces(word.parts, mostWords)) {
    for (const [index, part] of parts.entries()) {
      if ('type' in part) addPart(machine, state, part, expansion, index === 0);
      else addAlternative(machine, part, expansion);
    }
    if (hasBegun(expansion)) pushField(expansion);
  }
  return expansion.fields;
}

function hasBegun({ present, values }: Expansion): boolean {
  return present || values.some((value) => value.length > 0);
}

function pushField(expansion: Expansion): void {
  expansion.fields.push({ value: concatAll(expansion.values), glob: expansion.glob, loose: expansion.loose });
  expansion.values = [];
  expansion.glob = false;
  expansion.loose = false;
  expansion.present = false;
}

function addPart(machine: Machine, state: State, part: WordPart, expansion: Expansion, first: boolean): void {
  switch (part.type) {
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
      if (part.type === 'SimpleExpansion' && (part.text === '$@' || part.text === '$*')) {
        addPositional(machine, state, expansion);
        return;
      }
      addSplit(partValue(machine, state, part, first), expansion, separatorsOf(state));
      return;
    case 'DoubleQuoted':
      if (part.parts.length === 1 && part.parts[0]?.text === '$@') {
        addPositional(machine, state, expansion);
        return;
      }
      if (part.parts.length === 1 && addElements(machine, state, part.parts[0], expansion)) return;
      expansion.present = true;
      expansion.values.push(partValue(machine, state, part, first));
      return;
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'LocaleString':
      expansion.present = true;
      expansion.values.push(partValue(machine, state, part, first));
      return;
    case 'Glob':
    case 'ExtendedGlob':
      expansion.glob = true;
      expansion.present = true;
      expansion.values.push(literal(part.text));
      return;
    case 'Literal':
    case 'ProcessSubstitution':
    case 'BraceExpansion':
      expansion.present = true;
      expansion.values.push(partValue(machine, state, part, first));
      return;
    default:
      assertNever(part);
  }
}

/** What stands for a brace expansion in one of the words that it makes. */
function addAlternative(machine: Machine, { text, several }: Alternative, expansion: Expansion): void {
  expansion.present = true;
  if (several) expansion.loose = true;
  if (text !== undefined && /[*?[]/.test(text)) expansion.glob = true;
  const value = text === undefined ? unknown(machine, { kind: 'other' }, { nonEmpty: true }) : literal(text);
  expansion.values.push(value);
}

/** More words than these are not told apart: doubled thirty times, they fill the memory. */
const mostWords = 1_000;

function addPositional(machine: Machine, state: State, expansion: Expansion): void {
  if (state.positional === undefined || state.positional.length > mostWords) {
    expansion.values.push(unknown(machine, { kind: 'elements', of: undefined }));
    expansion.loose = true;
    return;
  }
  for (const [index, value] of state.positional.entries()) {
    if (index > 0) pushField(expansion);
    expansion.values.push(value);
    expansion.present = true;
  }
}

/** Adds each element of `"${list[@]}"` as a word of its own, where they are known. */
function addElements(
  machine: Machine,
  state: State,
  part: WordPart | undefined,
  expansion: Expansion,
): boolean {
  if (part?.type !== 'ParameterExpansion' || part.index?.text !== '@') return false;
  if (part.prefix !== undefined || part.operation !== undefined) return false;
  const { elements, possible } = readVariable(machine, state, part.parameter);
  if (elements === undefined || elements.length > mostWords) {
    expansion.values.push(unknown(machine, { kind: 'elements', of: possible }));
    expansion.loose = true;
    return true;
  }
  for (const [index, value] of elements.entries()) {
    if (index > 0) pushField(expansion);
    expansion.values.push(value);
    expansion.present = true;
  }
  return true;
}

/** The characters at which words are split; `undefined`: not known. */
function separatorsOf(state: State): string | undefined {
  const own = state.vars.get('IFS');
  if (own === undefined || own.set === 'no') return ' \t\n';
  return own.set === 'yes' ? textOf(own.value) : undefined;
}

/** Adds an unquoted expansion: known text is split at blanks, unknown text may be. */
function addSplit(value: Value, expansion: Expansion, separators: string | undefined): void {
  for (const piece of value) {
    if (typeof piece === 'string' && separators !== ' \t\n') {
      // Rare separators: what holds none of them stays one word, the rest is not followed.
      const whole = separators !== undefined && ![...piece].some((one) => separators.includes(one));
      expansion.values.push(literal(piece));
      if (!whole) expansion.loose = true;
      if (/[*?[]/.test(piece)) expansion.glob = true;
      continue;
    }
    if (typeof piece !== 'string') {
      expansion.values.push([piece]);
      if (!isOneWord(piece.origin.kind)) expansion.loose = true;
      continue;
    }
    const words = piece.split(/[ \t\n]+/);
    for (const [index, word] of words.entries()) {
      if (index > 0 && hasBegun(expansion)) pushField(expansion);
      if (word === '') continue;
      expansion.values.push(literal(word));
      if (/[*?[]/.test(word)) expansion.glob = true;
    }
  }
}

function isOneWord(kind: string): boolean {
  return kind === 'job-directory' || kind === 'home' || kind === 'directory' || kind === 'process-id';
}

function partValue(machine: Machine, state: State, part: WordPart, first: boolean): Value {
  switch (part.type) {
    case 'Literal':
      return first ? tilde(machine, state, part.value) : literal(part.value);
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return literal(part.value);
    case 'DoubleQuoted':
    case 'LocaleString': {
      const [only] = part.parts;
      if (part.parts.length === 1 && only !== undefined) return partValue(machine, state, only, false);
      return concatAll(part.parts.map((inner) => partValue(machine, state, inner, false)));
    }
    case 'SimpleExpansion':
      return readVariable(machine, state, part.text.slice(1), {
        span: placeOf(machine, part),
        guarded: machine.tested > 0,
      }).value;
    case 'ParameterExpansion': {
      if (part.text.startsWith('${') && machine.frame.place === undefined) {
        const { text } = machine.frame.script;
        const expression = machine.world.expressionAt(text, part.pos, part.end);
        if (expression?.value !== undefined) return literal(expression.value);
        if (expression !== undefined) return unknown(machine, { kind: 'expression', text: expression.text });
      }
      return parameterValue(machine, state, part, (word) => expandWord(machine, state, word));
    }
    case 'CommandExpansion':
      if (part.script === undefined) return unknown(machine, { kind: 'other' });
      if (part.script.source === undefined) return machine.hooks.capture(machine, state, part.script);
      return captureElsewhere(machine, state, part);
    case 'ArithmeticExpansion':
      return arithmeticValue(machine, state, part.expression, (word) => partsValue(machine, state, word));
    case 'ProcessSubstitution':
      if (part.script !== undefined) machine.hooks.beside(machine, state, part.script);
      return concat(literal('/dev/fd/'), unknown(machine, { kind: 'other' }, { nonEmpty: true }));
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return literal(part.text);
    default:
      return assertNever(part);
  }
}

/** Parts of an arithmetic word, or of a here-document. */
export function partsValue(machine: Machine, state: State, parts: readonly WordPart[]): Value {
  return concatAll(parts.map((part) => partValue(machine, state, part, false)));
}

/** The text that a here-document gives. */
export function hereDocValue(machine: Machine, state: State, doc: HereDoc): Value {
  const text = doc.operator === '<<-' ? doc.body.text.replace(/^\t+/gm, '') : doc.body.text;
  if (doc.delimiter?.quoted) return literal(text);
  if (doc.body.parts === undefined)
    return literal(text.replace(/\\([\\$`]|\n)/g, (_, one) => (one === '\n' ? '' : one)));
  if (doc.operator !== '<<-') return partsValue(machine, state, doc.body.parts);
  const values = doc.body.parts.map((part, index) => {
    if (part.type !== 'Literal') return partValue(machine, state, part, false);
    return literal((index === 0 ? part.value.replace(/^\t+/, '') : part.value).replace(/\n\t+/g, '\n'));
  });
  return concatAll(values);
}

/** Backticks with escapes in them are decoded: their nodes have no places of their own. */
function captureElsewhere(
  machine: Machine,
  state: State,
  part: Extract<WordPart, { type: 'CommandExpansion' }>,
): Value {
  if (part.script === undefined) return emptyValue;
  const { frame } = machine;
  machine.frame = { ...frame, place: placeOf(machine, part) };
  try {
    return machine.hooks.capture(machine, state, part.script);
  } finally {
    machine.frame = frame;
  }
}

function tilde(machine: Machine, state: State, text: string): Value {
  if (text !== '~' && !text.startsWith('~/')) return literal(text);
  const home = readVariable(machine, state, 'HOME').value;
  return concat(home, literal(text.slice(1)));
}
