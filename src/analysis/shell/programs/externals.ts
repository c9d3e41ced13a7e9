import type { ServerProgramFact } from '../../../facts/types.ts';
import { type Call, ended } from '../interpreter/builtins/call.ts';
import { type Machine, note, noteCommand, noteStay, unknown } from '../interpreter/machine.ts';
import { emit, emitUnknown, sinksOf } from '../interpreter/redirections.ts';
import { inNewShell, parsedText, runScript, runText, scriptAt, sourceValue } from '../interpreter/scripts.ts';
import {
  anythingTouched,
  broughtWithFolder,
  holdsFile,
  isWrittenUnknown,
  readFile,
  touchedByName,
} from '../interpreter/state/files.ts';
import { pathKey } from '../interpreter/state/job-path.ts';
import type { State } from '../interpreter/state/state.ts';
import { choicesOf, shownValue, textOf, unknownsOf, type Value } from '../interpreter/state/value.ts';
import { fileCommands } from './file-commands.ts';
import { knownServer } from './known-servers.ts';
import { programIdentity } from './program-identity.ts';
import { allocatesPort, baseName, type ProgramKind, programKind } from './programs.ts';
import { textCommands } from './text-commands.ts';

/** Carries out a program, as far as it is known what it does. */
export function runExternal(call: Call): State[] {
  const { machine, state, at } = call;
  const words = call.fields.map((field) => field.value);
  noteCommand(machine, state, at, words);
  const name = baseName(words[0]);
  if (name !== '') {
    if (name === 'sleep') return runSleep(call);
    if (/^(bash|sh|dash)$/.test(name)) {
      const results = runShell(call);
      if (results !== undefined) return results;
    }
    const file = Object.hasOwn(fileCommands, name) ? fileCommands[name] : undefined;
    if (file !== undefined) return file(call);
    const text = Object.hasOwn(textCommands, name) ? textCommands[name] : undefined;
    if (text !== undefined) return text(call);
  }
  const own = words[0] === undefined ? undefined : pathOfProgram(call, words[0]);
  if (own !== undefined) {
    const found = scriptAt(machine, state, own);
    if (found !== undefined)
      return runScript(call, found, sourceValue(machine, words[0] ?? [], state.cwd), words.slice(1));
    if (isWrittenUnknown(state, own)) anythingTouched(machine, state, call.at);
  }
  return runProgram(call, words, name);
}

function pathOfProgram(call: Call, word: Value): string | undefined {
  const text = textOf(word);
  if (text !== undefined && !text.includes('/')) return undefined;
  return pathKey(word, call.state.cwd);
}

function runSleep(call: Call): State[] {
  const { machine, state, at } = call;
  let seconds = 0;
  for (const field of call.fields.slice(1)) {
    const text = textOf(field.value);
    if (text !== undefined && /^inf/.test(text)) {
      noteStay(machine, state, at, 'sleep');
      state.flow = 'endless';
      return [state];
    }
    const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text ?? '');
    const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[match?.[2] || 's'] ?? 1;
    seconds += match === null ? 0 : Number(match[1]) * unit;
  }
  if (seconds >= 3_600) noteStay(machine, state, at, 'sleep');
  state.slept += seconds;
  return ended(call, 0);
}

/** `bash -c TEXT`, `bash FILE`; `undefined` when it is neither. */
function runShell(call: Call): State[] | undefined {
  const { machine, state, fields, at } = call;
  let index = 1;
  let options = '';
  while (index < fields.length) {
    const text = textOf(fields[index]?.value ?? []);
    if (text === undefined || !/^[-+]/.test(text)) break;
    if (!text.startsWith('--')) options += text.slice(1);
    index++;
    if (/[oO]$/.test(text) && !text.startsWith('--')) index++;
  }
  const word = fields[index];
  if (word === undefined || (options.includes('s') && !options.includes('c')))
    return runInput(call, fields.slice(index), options);
  if (options.includes('c')) {
    const text = textOf(word.value);
    if (text === undefined) return undefined;
    const words = fields.slice(index + 2).map((field) => field.value);
    return inNewShell(call, words, (inner) => {
      inner.errexit = options.includes('e');
      return runText(machine, inner, text, at);
    });
  }
  const key = pathKey(word.value, state.cwd);
  const found = key === undefined ? undefined : scriptAt(machine, state, key);
  if (found === undefined) {
    if (key !== undefined && isWrittenUnknown(state, key)) anythingTouched(machine, state, at);
    return undefined;
  }
  return runScript(
    call,
    found,
    sourceValue(machine, word.value, state.cwd),
    fields.slice(index + 1).map((field) => field.value),
  );
}

/** A shell that reads its commands from the standard input; `undefined` where they are not known. */
function runInput(call: Call, words: Call['fields'], options: string): State[] | undefined {
  const { machine, state, at, streams } = call;
  const text = streams.input === undefined ? undefined : textOf(streams.input);
  if (text === undefined) {
    if (streams.input !== undefined && holdsFile(streams.input)) anythingTouched(machine, state, at);
    return undefined;
  }
  // Commands read from there may themselves read what follows them.
  if (parsedText(machine, text).faults.length > 0) return undefined;
  const positional = words.map((word) => word.value);
  return inNewShell(call, positional, (inner) => {
    inner.errexit = options.includes('e');
    return runText(machine, inner, text, at);
  });
}

/** Programs that may copy whole folders. */
const transporters: ReadonlySet<string> = new Set(
  'rsync scp sftp tar find xargs docker podman rclone aws'.split(' '),
);

/** What kind of program it is, with what its configuration says where the script writes that as well. */
function kindHere(machine: Machine, words: readonly Value[], name: string): ProgramKind {
  const kind = kindOfChoices(words) ?? programKind(words);
  if (name !== 'nginx' || !kind.detached) return kind;
  return { ...kind, detached: !/daemon\s+off/.test(machine.frame.script.text.text) };
}

/** The kind of a program that is one of several, as the first of `python3` and `python` that is there. */
function kindOfChoices([program = [], ...others]: readonly Value[]): ProgramKind | undefined {
  const choices = choicesOf(program).filter((choice) => textOf(choice) !== '');
  const kinds = choices.map((choice) => programKind([choice, ...others]));
  return kinds.length > 1 && kinds.every(({ server }) => server === 'certain') ? kinds[0] : undefined;
}

function runProgram(call: Call, words: readonly Value[], name: string): State[] {
  const { machine, state, at } = call;
  const kind = kindHere(machine, words, name);
  const { input } = call.streams;
  touchedByName(machine, state, input === undefined ? words : [...words, input], at);
  if (transporters.has(name)) broughtWithFolder(machine, state, at);
  const allocator = allocatesPort(words, input);
  if (allocator !== undefined) {
    slowDown(state, allocator);
    emit(state, unknown(machine, { kind: 'port', allocator }));
    return ended(call, undefined);
  }
  const likelihood = serviceLikelihood(call, words, kind);
  if (likelihood !== 'no') {
    const how = call.replaces
      ? 'exec'
      : kind.detached
        ? 'detached'
        : machine.background > 0
          ? 'background'
          : 'foreground';
    note(machine, state, at, `service ${how} ${programIdentity(words)}`, (moment) => ({
      ...moment,
      kind: 'service',
      how,
      likelihood,
      words,
      environment: new Map([...exportedSettings(state, words), ...call.environment]),
      configuration:
        name === 'nginx' ? configurationOf(state, words) : boundConfiguration(state, words, name),
      output: sinksOf(call.streams, state.sinks),
    }));
    if (how === 'foreground' && likelihood === 'certain') noteStay(machine, state, at, 'foreground');
    if (state.service === undefined || (state.service.likelihood !== 'certain' && likelihood === 'certain'))
      state.service = { at, likelihood, how };
  }
  for (const word of words.slice(1)) {
    const key = pathKey(word, state.cwd);
    if (key !== undefined && machine.world.followed.includes(key)) readFile(machine, state, key, at);
  }
  if (kind.slow) slowDown(state, name === '' ? shownValue(words[0] ?? []) : name);
  emitUnknown(machine, state, name);
  return ended(call, undefined);
}

/** The exported variables that a server of the table reads where it listens. */
function exportedSettings(state: State, words: readonly Value[]): readonly (readonly [string, Value])[] {
  const fact: ServerProgramFact | undefined = knownServer(words)?.fact;
  const names = [...(fact?.address.environment ?? []), ...(fact?.port.environment ?? [])];
  return names.flatMap((name) => {
    const variable = state.vars.get(name);
    return variable?.set === 'yes' && variable.exported === true ? [[name, variable.value] as const] : [];
  });
}

/** The text of the file behind `-c`, from the folder behind `-p`. */
function configurationOf(state: State, words: readonly Value[]): Value | undefined {
  const behind = (option: string) => {
    const index = words.findIndex((word) => textOf(word) === option);
    return index === -1 ? undefined : words[index + 1];
  };
  const file = behind('-c');
  const prefix = behind('-p');
  const folder = prefix === undefined ? state.cwd : pathKey(prefix, state.cwd);
  const key = file === undefined || folder === undefined ? undefined : pathKey(file, folder);
  return key === undefined ? undefined : state.files.get(key)?.content;
}

/** The text of the file that a container is given in the place of an nginx configuration, where it shares its host's ports. */
function boundConfiguration(state: State, words: readonly Value[], name: string): Value | undefined {
  if (name !== 'singularity' && name !== 'apptainer') return undefined;
  for (const word of words.slice(1)) {
    const last = word.at(-1);
    const inside = typeof last === 'string' ? /:\/etc\/nginx\/\S*\.conf(:ro)?$/.exec(last) : null;
    if (inside === null || typeof last !== 'string') continue;
    const before = last.slice(0, inside.index).replace(/^--bind=/, '');
    const source = [...word.slice(0, -1), ...(before === '' ? [] : [before])];
    const key = pathKey(source, state.cwd);
    if (key !== undefined) return state.files.get(key)?.content;
  }
  return undefined;
}

/** How likely a command line is the service: servers, and programs that get the port. */
function serviceLikelihood(
  call: Call,
  words: readonly Value[],
  kind: ReturnType<typeof programKind>,
): 'certain' | 'possible' | 'no' {
  if (kind.server === 'no' || kind.client) return 'no';
  if (kind.server === 'certain') return 'certain';
  // What is given a port while a service runs already may as well ask that one whether it answers.
  const mayAsk = call.state.service !== undefined && call.machine.background === 0 && !call.replaces;
  const getsPort =
    namesPort([...words.slice(1), ...call.environment.values()]) ||
    [...call.environment.keys()].some((variable) => portVariable.test(variable));
  if (getsPort) return mayAsk ? 'possible' : 'certain';
  if (call.state.out !== undefined && call.machine.background === 0) return 'no';
  return call.machine.background > 0 || call.replaces ? 'possible' : 'no';
}

/** Variables by which programs are told on which port to serve. */
const portVariable = /^((SERVER|HTTP|APP|SESSION|WEB|SERVICE)_)?PORT$/;

function namesPort(values: readonly Value[]): boolean {
  for (const value of values) {
    for (const piece of unknownsOf(value)) {
      const { origin } = piece;
      if (origin.kind === 'port') return true;
      if (origin.kind === 'environment' && /port$/i.test(origin.name)) return true;
    }
    const [first] = value;
    if (typeof first === 'string' && /^--?[\w-]*port\b/.test(first)) return true;
  }
  return false;
}

function slowDown(state: State, name: string): void {
  if (state.slow.length < 4 && !state.slow.includes(name)) state.slow = [...state.slow, name];
}
