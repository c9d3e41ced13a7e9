import type { Span } from '../../source/span.ts';
import { evaluate } from './arithmetic.ts';
import { type Call, ended } from './call.ts';
import { decided, testWords } from './conditions.ts';
import { pathKey } from './job-path.ts';
import {
  fileOf,
  isRemembered,
  type Machine,
  note,
  noteCommand,
  noteStay,
  placeOf,
  unknown,
} from './machine.ts';
import { printfText } from './printf.ts';
import { emit, emitUnknown } from './redirections.ts';
import { parsedText, sourceFile, within } from './scripts.ts';
import { fork, removeFunction, type State, setFile, setTrap, setVariable } from './state.ts';
import { concat, emptyValue, literal, shownValue, textOf, type Unknown, type Value } from './value.ts';
import { assign, directoryValue, readVariable } from './variables.ts';
import { partsValue } from './words.ts';

/** A command of the shell itself. */
export type Builtin = (call: Call) => State[];

const succeeds: Builtin = (call) => ended(call, 0);
const unknownStatus: Builtin = (call) => ended(call, undefined);

/** The commands of the shell itself, but for those that start others. */
export const builtins: Readonly<Record<string, Builtin>> = {
  ':': succeeds,
  true: succeeds,
  false: (call) => ended(call, 1),
  echo: runEcho,
  printf: runPrintf,
  '[': (call) => runTest(call, call.fields.slice(1, -1)),
  test: (call) => runTest(call, call.fields.slice(1)),
  cd: runCd,
  pushd: runPushd,
  popd: runPopd,
  pwd: (call) => {
    emit(call.state, concat(directoryValue(call.machine, call.state.cwd), literal('\n')));
    return ended(call, 0);
  },
  exit: (call) => leave(call, 'exit'),
  return: (call) => leave(call, 'return'),
  break: (call) => jump(call, 'break'),
  continue: (call) => jump(call, 'continue'),
  export: (call) => declare(call, { exported: true }),
  readonly: (call) => declare(call, { readonly: true }),
  declare: (call) => declare(call, { local: call.machine.calls > 0 }),
  typeset: (call) => declare(call, { local: call.machine.calls > 0 }),
  local: (call) => declare(call, { local: true }),
  unset: runUnset,
  set: runSet,
  shift: runShift,
  source: sourceFile,
  '.': sourceFile,
  trap: runTrap,
  wait: runWait,
  read: runRead,
  mapfile: runRead,
  readarray: runRead,
  getopts: runRead,
  let: runLet,
  kill: runKill,
  type: unknownStatus,
  hash: succeeds,
  jobs: succeeds,
  disown: runDisown,
  shopt: succeeds,
  umask: succeeds,
  ulimit: succeeds,
  alias: succeeds,
  times: succeeds,
  sync: succeeds,
};

function runEcho(call: Call): State[] {
  const { state, machine } = call;
  let words = call.fields.slice(1);
  let newline = true;
  let escapes = false;
  while (words.length > 0) {
    const text = textOf(words[0]?.value ?? emptyValue);
    if (text === undefined || !/^-[neE]+$/.test(text)) break;
    if (text.includes('n')) newline = false;
    if (text.includes('e')) escapes = true;
    words = words.slice(1);
  }
  if (state.out !== undefined) {
    if (words.some((word) => word.glob)) emitUnknown(machine, state, 'echo');
    else {
      const parts = words.flatMap((word, index) => (index === 0 ? [word.value] : [literal(' '), word.value]));
      let value = concat(...parts);
      if (escapes)
        value = value.map((piece) =>
          typeof piece === 'string' ? (unescaped(piece) ?? unknownPiece(machine)) : piece,
        );
      emit(state, newline ? concat(value, literal('\n')) : value);
    }
  }
  return ended(call, 0);
}

/** The text with its escapes carried out; `undefined` where one is rarer than line breaks, tabs and backslashes. */
function unescaped(text: string): string | undefined {
  if (/\\[abcefrvx0E]/.test(text.replaceAll('\\\\', ''))) return undefined;
  return text.replace(/\\([nt\\])/g, (_, character: string) =>
    character === 'n' ? '\n' : character === 't' ? '\t' : '\\',
  );
}

function unknownPiece(machine: Machine): Unknown {
  return { id: machine.nextId++, origin: { kind: 'other' }, nonEmpty: false };
}

function runPrintf(call: Call): State[] {
  const [, first, ...words] = call.fields;
  const { state, machine } = call;
  if (first !== undefined && textOf(first.value) === '-v') {
    const name = textOf(words[0]?.value ?? emptyValue);
    if (name !== undefined) {
      const format = words[1]?.value ?? emptyValue;
      const text = printfText(
        format,
        words.slice(2).map((word) => word.value),
      );
      assign(machine, state, name, text ?? unknown(machine, { kind: 'other' }), call.at);
    }
    return ended(call, 0);
  }
  if (state.out !== undefined) {
    const text = words.some((word) => word.loose)
      ? undefined
      : printfText(
          first?.value ?? emptyValue,
          words.map((word) => word.value),
        );
    if (text === undefined) emitUnknown(machine, state, 'printf');
    else emit(state, text);
  }
  return ended(call, 0);
}

function runTest(call: Call, fields: Call['fields']): State[] {
  const verdict = testWords(call.machine, call.state, fields);
  return decided(call.machine, call.state, verdict, call.at, sourceText(call));
}

/** The command as it is written. */
export function sourceText(call: Call): string {
  return call.machine.frame.script.text.text.slice(call.command.pos, call.command.end);
}

function runCd(call: Call): State[] {
  const { machine, state } = call;
  const words = call.fields.slice(1).filter((field) => {
    const text = textOf(field.value);
    return text === undefined || !/^(-[LPe@]+|--)$/.test(text);
  });
  const [target] = words;
  const value = target === undefined ? readVariable(machine, state, 'HOME').value : target.value;
  const text = textOf(value);
  if (text === '') return ended(call, 0);
  if (text === '-') {
    const before = readVariable(machine, state, 'OLDPWD');
    if (before.set === 'no') return ended(call, 1);
    const key = before.set === 'yes' ? pathKey(before.value, state.cwd) : undefined;
    setVariable(state, 'OLDPWD', {
      value: directoryValue(machine, state.cwd),
      set: 'yes',
      exported: true,
    });
    state.cwd = key ?? `@?${machine.nextId++}`;
    emit(state, concat(directoryValue(machine, state.cwd), literal('\n')));
    return ended(call, 0);
  }
  const key = pathKey(value, state.cwd);
  if (key === undefined) return ended(call, 0);
  const fact = fileOf(machine, state, key);
  const root = !key.includes('/') || key === '/';
  if (!root && (fact.presence === 'no' || fact.directory === false)) return ended(call, 1);
  const certain = root || (fact.presence === 'yes' && fact.directory === true);
  const results = [state];
  if (!certain && machine.tested > 0) {
    const other = fork(state);
    other.status = 1;
    results.push(other);
  }
  setVariable(state, 'OLDPWD', {
    value: directoryValue(machine, state.cwd),
    set: 'yes',
    exported: true,
  });
  state.cwd = key;
  state.status = 0;
  if (!certain && isRemembered(machine, key))
    setFile(state, key, { ...fact, presence: 'yes', directory: true, since: state.slept });
  return results;
}

/** `pushd FOLDER`; without one it turns the stack, which is not followed. */
function runPushd(call: Call): State[] {
  const { machine, state } = call;
  const before = state.cwd;
  const target = textOf(call.fields[1]?.value ?? emptyValue);
  if (target !== undefined && /^([-+]\d+|-n|)$/.test(target)) {
    state.cwd = `@?${machine.nextId++}`;
    state.folders = undefined;
    emit(state, unknown(machine, { kind: 'other' }));
    return ended(call, undefined);
  }
  const results = runCd(call);
  for (const result of results) {
    if (result.status !== 0) continue;
    if (result.folders !== undefined) result.folders = [before, ...result.folders];
    emit(result, unknown(machine, { kind: 'other' }));
  }
  return results;
}

function runPopd(call: Call): State[] {
  const { machine, state } = call;
  const [folder, ...rest] = state.folders ?? [];
  if (state.folders === undefined || call.fields.length > 1) {
    state.cwd = `@?${machine.nextId++}`;
    state.folders = undefined;
    return ended(call, undefined);
  }
  if (folder === undefined) return ended(call, 1);
  setVariable(state, 'OLDPWD', { value: directoryValue(machine, state.cwd), set: 'yes', exported: true });
  state.cwd = folder;
  state.folders = rest;
  emit(state, unknown(machine, { kind: 'other' }));
  return ended(call, 0);
}

function leave(call: Call, flow: 'exit' | 'return'): State[] {
  const { state } = call;
  const [, field] = call.fields;
  if (field !== undefined) {
    const text = textOf(field.value);
    state.status = text !== undefined && /^\d+$/.test(text) ? Number(text) % 256 : undefined;
  }
  // Where there is nothing to return from it is an error, and the script goes on.
  if (flow === 'return' && call.machine.returnable === 0) return ended(call, 2);
  state.flow = flow;
  return [state];
}

function jump(call: Call, flow: 'break' | 'continue'): State[] {
  const { state, machine } = call;
  if (machine.loops === 0) return ended(call, 0);
  const text = textOf(call.fields[1]?.value ?? literal('1'));
  state.flow = flow;
  state.levels = Math.min(machine.loops, Math.max(1, Number(text ?? 1) || 1));
  state.status = 0;
  return [state];
}

function declare(
  call: Call,
  how: { readonly exported?: boolean; readonly local?: boolean; readonly readonly?: boolean },
): State[] {
  const { machine, state } = call;
  const options = call.fields.slice(1).map((field) => textOf(field.value) ?? '');
  const global = options.some((text) => /^-\w*g/.test(text));
  const exported = how.exported || options.some((text) => /^-\w*x/.test(text));
  const fixed = how.readonly || options.some((text) => /^-\w*r/.test(text));
  let status = 0;
  const opaque = options.some((text) => /^-\w*[aAinlu]/.test(text));
  for (const field of call.fields.slice(1)) {
    const [first] = field.value;
    if (typeof first !== 'string' || first.startsWith('-')) continue;
    const match = /^([A-Za-z_]\w*)(\+?=)?/.exec(first);
    if (match === null) continue;
    const name = match[1] ?? '';
    if (match[2] !== undefined && state.vars.get(name)?.readonly && !(how.local && !global)) {
      status = 1;
      if (state.errexit) machine.hooks.leave(machine, state, call.at);
      continue;
    }
    if (how.local && !global && state.locals !== undefined && !state.locals.saved.has(name)) {
      state.locals = {
        ...state.locals,
        saved: new Map([...state.locals.saved, [name, state.vars.get(name)]]),
      };
      if (match[2] === undefined) setVariable(state, name, { value: emptyValue, set: 'no', exported: false });
    }
    if (match[2] !== undefined) {
      const rest = concat(literal(first.slice(match[0].length)), field.value.slice(1));
      const value = match[2] === '+=' ? concat(readVariable(machine, state, name).value, rest) : rest;
      assign(machine, state, name, opaque ? unknown(machine, { kind: 'other' }) : value, call.at, opaque);
    } else if (opaque) {
      assign(machine, state, name, unknown(machine, { kind: 'other' }), call.at, true);
    }
    if (exported) {
      const variable = state.vars.get(name);
      if (variable !== undefined) setVariable(state, name, { ...variable, exported: true });
    }
    if (fixed) {
      const variable = state.vars.get(name);
      if (variable !== undefined) setVariable(state, name, { ...variable, readonly: true });
    }
  }
  return ended(call, status);
}

function runUnset(call: Call): State[] {
  const functions = call.fields.some((field) => textOf(field.value) === '-f');
  const variables = call.fields.some((field) => textOf(field.value) === '-v');
  for (const field of call.fields.slice(1)) {
    const name = textOf(field.value);
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) continue;
    const isVariable = !functions && readVariable(call.machine, call.state, name).set !== 'no';
    if (!isVariable && !variables) removeFunction(call.state, name);
    if (!functions) setVariable(call.state, name, { value: emptyValue, set: 'no', exported: false });
  }
  return ended(call, 0);
}

function runSet(call: Call): State[] {
  const { state } = call;
  const words = call.fields.slice(1);
  for (let index = 0; index < words.length; index++) {
    const text = textOf(words[index]?.value ?? emptyValue);
    if (text === undefined) {
      state.positional = undefined;
      break;
    }
    if (text === '--' || text === '-') {
      state.positional = words.slice(index + 1).some((word) => word.loose)
        ? undefined
        : words.slice(index + 1).map((word) => word.value);
      break;
    }
    if (!/^[-+]/.test(text)) {
      state.positional = words.slice(index).map((word) => word.value);
      break;
    }
    const on = text.startsWith('-');
    for (const letter of text.slice(1)) {
      if (letter === 'e') state.errexit = on;
      else if (letter === 'u') state.nounset = on;
      else if (letter === 'E') state.errtrace = on;
      else if (letter === 'o') {
        index++;
        const option = textOf(words[index]?.value ?? emptyValue);
        if (option === 'errexit') state.errexit = on;
        else if (option === 'nounset') state.nounset = on;
        else if (option === 'pipefail') state.pipefail = on;
        else if (option === 'errtrace') state.errtrace = on;
      }
    }
  }
  return ended(call, 0);
}

/** `let`: each word is an arithmetic expression, the last one decides. */
function runLet(call: Call): State[] {
  const { machine, state, at } = call;
  let last: number | undefined;
  for (const field of call.fields.slice(1)) {
    const text = textOf(field.value);
    const script = text === undefined ? undefined : parsedText(machine, `(( ${text} ))`);
    const command = script?.tree.commands[0]?.command;
    if (script !== undefined && script.faults.length === 0 && command?.type === 'ArithmeticCommand') {
      const frame = { script, place: at, source: machine.frame.source, depth: machine.frame.depth };
      const { expression } = command;
      last =
        expression === undefined
          ? undefined
          : within(machine, frame, () =>
              evaluate(machine, state, expression, (parts) => partsValue(machine, state, parts), 40),
            );
      continue;
    }
    last = undefined;
    const name = /^(?:\+\+|--)?([A-Za-z_]\w*)/.exec(text ?? '')?.[1];
    if (name !== undefined)
      assign(
        call.machine,
        call.state,
        name,
        unknown(call.machine, { kind: 'other' }, { nonEmpty: true }),
        call.at,
      );
  }
  if (state.flow !== 'next') return [state];
  return ended(call, last === undefined ? undefined : last === 0 ? 1 : 0);
}

function runShift(call: Call): State[] {
  const { state } = call;
  const count = Number(textOf(call.fields[1]?.value ?? literal('1')) ?? Number.NaN);
  if (state.positional === undefined) return ended(call, undefined);
  if (Number.isNaN(count)) {
    state.positional = undefined;
    return ended(call, undefined);
  }
  if (count > state.positional.length) return ended(call, 1);
  state.positional = state.positional.slice(count);
  return ended(call, 0);
}

function runTrap(call: Call): State[] {
  const { machine, state, at } = call;
  const words = call.fields.slice(1).filter((field) => textOf(field.value) !== '--');
  const [body, ...rest] = words;
  if (body === undefined) return ended(call, 0);
  const signals = rest.map((field) => shownValue(field.value).replace(/^SIG/, ''));
  const text = textOf(body.value);
  if (text === '-p' || text === '-l') return ended(call, 0);
  note(machine, state, at, `trap ${signals.join()}`, (moment) => ({
    ...moment,
    kind: 'trap',
    signals,
    body: body.value,
  }));
  const cleared = text === '-' || rest.length === 0;
  for (const signal of signals) {
    setTrap(
      state,
      signal === '0' ? 'EXIT' : signal,
      cleared ? undefined : { body: body.value, at: bodyPlace(call), frame: machine.frame },
    );
  }
  return ended(call, 0);
}

function bodyPlace(call: Call): Span {
  const argument = call.command.args.find((one) => one.type === 'Word' && one.text !== '--');
  return argument === undefined ? call.at : placeOf(call.machine, argument);
}

function runWait(call: Call): State[] {
  const { machine, state, at } = call;
  const words = call.fields.slice(1);
  if (words.some((word) => textOf(word.value) === '-n')) {
    noteHolding(call);
    return ended(call, undefined);
  }
  const ids = new Set<number>();
  let all = words.length === 0;
  for (const word of words) {
    const [only] = word.value;
    if (typeof only !== 'string' && only?.origin.kind === 'process-id') ids.add(only.origin.job);
    else all = true;
  }
  const waited = state.jobs.filter((job) => all || ids.has(job.id));
  if (waited.length > 0) {
    noteStay(machine, state, at, 'wait');
  }
  if (waited.some((job) => job.endless)) {
    state.flow = 'endless';
    return [state];
  }
  if (words.length > 0 && all) return ended(call, undefined);
  for (const job of waited) {
    for (const [key, fact] of job.files) {
      // What was done to it meanwhile may have been before or after.
      const untouched = state.files.get(key) === job.meanwhile.get(key);
      setFile(
        state,
        key,
        untouched ? { ...fact, since: state.slept } : { presence: 'maybe', since: state.slept },
      );
    }
  }
  state.jobs = state.jobs.filter((job) => !waited.includes(job));
  return ended(call, words.length === 0 ? 0 : undefined);
}

/** Notes a builtin that may hold the script up for as long as the session lasts. */
function noteHolding(call: Call): void {
  const words = call.fields.map((field) => field.value);
  noteCommand(call.machine, call.state, call.at, words);
}

function runRead(call: Call): State[] {
  const { machine, state } = call;
  if (call.streams.input === undefined) noteHolding(call);
  const words = call.fields.slice(1).flatMap((field) => textOf(field.value) ?? []);
  const names = words.filter(
    (word, index) => /^[A-Za-z_]\w*$/.test(word) && !/^-[dinNptu]$/.test(words[index - 1] ?? ''),
  );
  const name = textOf(call.fields[0]?.value ?? emptyValue);
  const line = call.streams.input === undefined ? undefined : firstLine(call.streams.input);
  const plain =
    !call.environment.has('IFS') && (words.includes('-r') || !textOf(line ?? emptyValue)?.includes('\\'));
  for (const variable of names.length > 0 ? names : ['REPLY']) {
    const known = names.length === 1 && name === 'read' && line !== undefined && plain;
    assign(
      machine,
      state,
      variable,
      known ? line : unknown(machine, { kind: 'other' }),
      call.at,
      name !== 'read' && name !== 'getopts',
    );
  }
  return ended(call, undefined);
}

function firstLine(value: Value): Value | undefined {
  const [first] = value;
  if (value.length === 0) return emptyValue;
  if (typeof first !== 'string') return value.length === 1 ? value : undefined;
  const end = first.indexOf('\n');
  if (end === -1) return value.length === 1 ? literal(first.trim()) : undefined;
  return literal(first.slice(0, end).trim());
}

function runKill(call: Call): State[] {
  const { machine, state, at } = call;
  noteCommand(
    machine,
    state,
    at,
    call.fields.map((field) => field.value),
  );
  const probe = call.fields.some((field) => textOf(field.value) === '-0');
  if (!probe) {
    const ids = new Set<number>();
    for (const field of call.fields) {
      const [only] = field.value;
      if (typeof only !== 'string' && only?.origin.kind === 'process-id') ids.add(only.origin.job);
    }
    if (ids.size > 0) state.jobs = state.jobs.filter((job) => !ids.has(job.id));
  }
  return ended(call, undefined);
}

function runDisown(call: Call): State[] {
  return ended(call, 0);
}
