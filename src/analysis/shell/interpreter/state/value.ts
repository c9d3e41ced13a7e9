/**
 * Where a text that is not known comes from. `elements` stands for all the words of an array, of which it is known at
 * most what they may be (`of`).
 */
export type Origin =
  | { readonly kind: 'job-directory' }
  | { readonly kind: 'home' }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'expression'; readonly text: string }
  | { readonly kind: 'port'; readonly allocator: string }
  | { readonly kind: 'hostname' }
  | { readonly kind: 'process-id'; readonly job: number }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'elements'; readonly of: readonly Value[] | undefined }
  | { readonly kind: 'join' }
  | { readonly kind: 'other' };

/** A text that is not known; two with the same `id` are the same text. */
export interface Unknown {
  readonly id: number;
  readonly origin: Origin;
  /** Whether it has at least one character. */
  readonly nonEmpty: boolean;
  /** Of a `join`: what it may be, when these are few. */
  readonly choices?: readonly Value[] | undefined;
}

/** A text as its pieces in order: what is known literally, and what is not known. No two literals stand together. */
export type Value = readonly (string | Unknown)[];

/** The empty text. */
export const emptyValue: Value = [];

/** A value that is known literally. */
export function literal(text: string): Value {
  return text === '' ? emptyValue : [text];
}

/** The text of a value, or `undefined` when a piece of it is not known. */
export function textOf(value: Value): string | undefined {
  if (value.length === 0) return '';
  const [first] = value;
  return value.length === 1 && typeof first === 'string' ? first : undefined;
}

/** Values one after the other. */
export function concat(...values: readonly Value[]): Value {
  return concatAll(values);
}

/** As `concat`, for any number of values. */
export function concatAll(values: Iterable<Value>): Value {
  let result: (string | Unknown)[] | undefined;
  let single: Value = emptyValue;
  for (const value of values) {
    if (value.length === 0) continue;
    if (single.length === 0) {
      single = value;
      continue;
    }
    result ??= [...single];
    for (const piece of value) {
      const last = result.length - 1;
      const before = result[last];
      if (typeof piece === 'string' && typeof before === 'string') result[last] = before + piece;
      else result.push(piece);
    }
  }
  return result ?? single;
}

/** Longer texts and more pieces than these are not followed: doubled thirty times, a text fills the memory. */
const most = { characters: 1_000_000, pieces: 10_000 };

/** Whether a value is too long to be kept. */
export function isTooLong(value: Value): boolean {
  if (value.length > most.pieces) return true;
  let length = 0;
  for (const piece of value) if (typeof piece === 'string') length += piece.length;
  return length > most.characters;
}

/** Whether two values are certainly the same text. */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    const one = left[index];
    const other = right[index];
    if (one === other) continue;
    if (typeof one === 'string' || typeof other === 'string' || one?.id !== other?.id) return false;
  }
  return true;
}

/** Whether a value has at least one character; `undefined` when that is not known. */
export function isNonEmpty(value: Value): boolean | undefined {
  if (value.length === 0) return false;
  return value.some((piece) => typeof piece === 'string' || piece.nonEmpty) ? true : undefined;
}

/** The unknown texts in a value, those in the choices of a join included. */
export function* unknownsOf(value: Value, depth = 3): Generator<Unknown> {
  for (const piece of value) {
    if (typeof piece === 'string') continue;
    yield piece;
    if (depth > 0) for (const choice of piece.choices ?? []) yield* unknownsOf(choice, depth - 1);
  }
}

/** What a value may be: its choices where it stands for several, else itself. */
export function choicesOf(value: Value): readonly Value[] {
  const [only] = value;
  if (value.length !== 1 || only === undefined || typeof only === 'string') return [value];
  return only.choices ?? [value];
}

/** A value without its trailing line breaks, as a command substitution gives it. */
export function withoutTrailingNewlines(value: Value): Value {
  const last = value.at(-1);
  if (typeof last !== 'string' || !last.endsWith('\n')) return value;
  return concat(value.slice(0, -1), literal(last.replace(/\n+$/, '')));
}

/** For people and for patterns: the literal pieces, with `placeholder` for each unknown one. */
export function shownValue(value: Value, placeholder = '…'): string {
  return value.map((piece) => (typeof piece === 'string' ? piece : placeholder)).join('');
}
