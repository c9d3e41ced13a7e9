import { type Call, ended } from '../interpreter/builtins/call.ts';
import { noteStay, unknown } from '../interpreter/machine.ts';
import { emit, emitUnknown } from '../interpreter/redirections.ts';
import { readFile } from '../interpreter/state/files.ts';
import { pathKey } from '../interpreter/state/job-path.ts';
import type { State } from '../interpreter/state/state.ts';
import { concat, emptyValue, isNonEmpty, literal, textOf, type Value } from '../interpreter/state/value.ts';
import { directoryValue } from '../interpreter/state/variables.ts';

type TextCommand = (call: Call) => State[];

/** Programs that print something about their words and change nothing. */
export const textCommands: Readonly<Record<string, TextCommand>> = {
  hostname: runHostname,
  date: (call) =>
    prints(call, [...unknown(call.machine, { kind: 'command', name: 'date' }, { nonEmpty: true }), '\n'], 0),
  whoami: (call) =>
    prints(
      call,
      [...unknown(call.machine, { kind: 'command', name: 'whoami' }, { nonEmpty: true }), '\n'],
      0,
    ),
  basename: runBasename,
  dirname: runDirname,
  realpath: runRealpath,
  readlink: runRealpath,
  seq: runSeq,
  tr: runFilter,
  head: runFilter,
  tail: runFilter,
  sed: runFilter,
  cut: runFilter,
  sort: runFilter,
  uniq: runFilter,
  wc: runFilter,
  grep: runFilter,
  awk: runFilter,
  mktemp: runMktemp,
  chmod: (call) => ended(call, 0),
};

/** Options of `hostname` by which it prints addresses or every name, of which there may be several. */
const severalNames = /^(-i|-I|-A|-a|--ip-address|--all-ip-addresses|--all-fqdns|--alias(es)?)$/;

function runHostname(call: Call): State[] {
  const option = call.fields
    .map((field) => textOf(field.value))
    .find((text) => severalNames.test(text ?? ''));
  const name = option === undefined ? undefined : `hostname ${option}`;
  const origin = name === undefined ? ({ kind: 'hostname' } as const) : ({ kind: 'command', name } as const);
  return prints(call, [...unknown(call.machine, origin, { nonEmpty: true }), '\n'], 0);
}

/** Something new, which is none of the files and folders that are there. */
function runMktemp(call: Call): State[] {
  const path = `/tmp/tmp.${call.machine.nextId}`;
  return prints(
    call,
    [...unknown(call.machine, { kind: 'directory', path }, { nonEmpty: true }), '\n'],
    undefined,
  );
}

function prints(call: Call, value: Value, status: number | undefined): State[] {
  emit(call.state, value);
  return ended(call, status);
}

function line(value: Value): Value {
  return concat(value, literal('\n'));
}

function runBasename(call: Call): State[] {
  const value = call.fields[1]?.value ?? emptyValue;
  const last = value.at(-1);
  if (call.fields.length === 2 && typeof last === 'string' && (value.length === 1 || last.includes('/')))
    return prints(call, line(literal(last.slice(last.lastIndexOf('/') + 1))), 0);
  return prints(call, line(unknown(call.machine, { kind: 'other' }, { nonEmpty: true })), 0);
}

function runDirname(call: Call): State[] {
  const value = call.fields[1]?.value ?? emptyValue;
  const last = value.at(-1);
  if (typeof last === 'string' && last.includes('/')) {
    const head = last.slice(0, last.lastIndexOf('/'));
    const result = concat(value.slice(0, -1), literal(head === '' && value.length === 1 ? '/' : head));
    return prints(call, line(result), 0);
  }
  if (typeof last === 'string' && value.length === 1) return prints(call, line(literal('.')), 0);
  return prints(call, line(unknown(call.machine, { kind: 'other' }, { nonEmpty: true })), 0);
}

function runRealpath(call: Call): State[] {
  const field = call.fields.findLast((one) => !(textOf(one.value) ?? '').startsWith('-'));
  const key = field === undefined ? undefined : pathKey(field.value, call.state.cwd);
  if (key === undefined || call.fields.length < 2)
    return prints(call, unknown(call.machine, { kind: 'other' }), undefined);
  return prints(call, line(directoryValue(call.machine, key)), 0);
}

function runSeq(call: Call): State[] {
  const numbers = call.fields.slice(1).map((field) => Number(textOf(field.value) ?? Number.NaN));
  const [first = Number.NaN, second, third] = numbers;
  const from = second === undefined ? 1 : first;
  const step = third === undefined ? 1 : (second ?? 1);
  const to = third ?? second ?? first;
  if (![from, step, to].every(Number.isInteger) || step === 0) {
    emitUnknown(call.machine, call.state, 'seq');
    return ended(call, undefined);
  }
  const count = Math.floor((to - from) / step) + 1;
  if (count > 2_000) {
    emit(call.state, unknown(call.machine, { kind: 'other' }, { nonEmpty: true }));
    return ended(call, 0);
  }
  const text = Array.from({ length: Math.max(0, count) }, (_, index) => `${from + index * step}\n`).join('');
  return prints(call, literal(text), 0);
}

/** Filters: their result is not followed, but for the few that leave a line as it is. */
function runFilter(call: Call): State[] {
  const { machine, state } = call;
  const [name, ...words] = call.fields.map((field) => textOf(field.value));
  for (const field of call.fields.slice(1)) {
    const key = pathKey(field.value, state.cwd);
    if (key !== undefined && machine.world.followed.includes(key)) readFile(machine, state, key, call.at);
  }
  const { input } = call.streams;
  if (input !== undefined && name !== undefined) {
    const kept = filtered(name, words, input);
    if (kept !== undefined) return prints(call, kept, 0);
    const ports = input.filter((piece) => typeof piece !== 'string' && piece.origin.kind === 'port');
    if (ports.length === 1 && name !== 'wc') return prints(call, [...ports, '\n'], undefined);
  }
  if (name === 'tail' && words.some((word) => word === '-f' || word === '-F')) {
    noteStay(machine, state, call.at, 'sleep');
    state.flow = 'endless';
    return [state];
  }
  emitUnknown(machine, state, name ?? '');
  return ended(call, name === 'grep' ? undefined : 0);
}

function filtered(name: string, words: readonly (string | undefined)[], input: Value): Value | undefined {
  if (name === 'tr' && words.length === 2 && words[0] === '-d') {
    const set = words[1];
    if (set === undefined || !/^(\\[nrt]| |\[:space:\])+$/.test(set)) return undefined;
    return concat(
      ...input.map((piece) => (typeof piece === 'string' ? literal(deleted(piece, set)) : [piece])),
    );
  }
  if (name === 'head' || name === 'tail') {
    const text = textOf(input);
    if (words.length === 1 && (words[0] === '-1' || words[0] === '-n1') && text !== undefined) {
      const lines = text.split('\n').filter((_, index, all) => index < all.length - 1 || all[index] !== '');
      const one = name === 'head' ? lines[0] : lines.at(-1);
      return one === undefined ? emptyValue : literal(`${one}\n`);
    }
  }
  if (name === 'grep' && isNonEmpty(input) === false) return undefined;
  return undefined;
}

function deleted(text: string, set: string): string {
  const removed = new Set<string>();
  if (set.includes('\\n') || set.includes('[:space:]')) removed.add('\n');
  if (set.includes('\\r') || set.includes('[:space:]')) removed.add('\r');
  if (set.includes('\\t') || set.includes('[:space:]')) removed.add('\t');
  if (set.includes(' ') || set.includes('[:space:]')) removed.add(' ');
  return [...text].filter((character) => !removed.has(character)).join('');
}
