import type { Span } from '../../../source/span.ts';
import type { Redirection } from '../../../syntax/bash/tree.ts';
import { fileOf, type Machine, momentOf, placeOf, unknown } from './machine.ts';
import type { Moment } from './state/events.ts';
import { folderIsThere, readFile, written } from './state/files.ts';
import { type PathKey, pathKey } from './state/job-path.ts';
import type { Sink } from './state/sink.ts';
import type { State } from './state/state.ts';
import { setFile } from './state/state.ts';
import type { Streams } from './state/streams.ts';
import { concat, emptyValue, literal, textOf, type Value } from './state/value.ts';
import { expandWord, hereDocValue } from './words/words.ts';

/** Whether bash takes a path for an address of the network, which may answer or not. */
function isAddress(path: Value): boolean {
  const [first] = path;
  return typeof first === 'string' && /^\/dev\/(tcp|udp)\//.test(first);
}

interface Opened {
  readonly key: PathKey;
  readonly append: boolean;
  readonly moment: Moment;
  readonly before: Value | undefined;
  /** Whether standard output goes there, rather than another stream. */
  readonly standard: boolean;
}

/** Carries out a command with its redirections; files are opened before it and hold its output after it. */
export function redirected(
  machine: Machine,
  state: State,
  redirections: readonly Redirection[],
  outer: Streams,
  work: (state: State, streams: Streams) => State[],
): State[] {
  if (redirections.length === 0) return work(state, outer);
  const { streams, opened, asksNetwork } = openAll(machine, state, redirections, outer);
  if (streams.broken) {
    state.status = 1;
    return [state];
  }
  if (state.flow !== 'next') return [state];
  const taken = state.out;
  const last = opened.findLast((one) => one.standard);
  const toFile = streams.stdout.kind === 'file' && last !== undefined;
  const listening = toFile ? emptyValue : streams.stdout === outer.stdout ? taken : undefined;
  state.out = listening;
  const filling = toFile ? last.key : undefined;
  if (filling !== undefined) machine.filling.push(filling);
  const { sinks } = state;
  state.sinks = sinksOf(streams, sinks);
  const inside = state.sinks;
  const results = work(state, streams);
  if (filling !== undefined) machine.filling.pop();
  for (const result of results) {
    // `exec` has set others, which stay.
    if (result.sinks === inside) result.sinks = sinks;
    if (asksNetwork && result.flow === 'next') result.status = undefined;
    const output = result.out;
    if (toFile || streams.stdout !== outer.stdout) result.out = taken;
    for (const one of opened) {
      const content = one === last && toFile ? output : emptyValue;
      close(machine, result, one, content, streams);
    }
  }
  return results;
}

/** Where output goes that is written to these streams, where it goes around them. */
export function sinksOf(streams: Streams, around: State['sinks']): NonNullable<State['sinks']> {
  const { stdout, stderr } = streams;
  return {
    stdout: stdout.kind === 'inherited' ? (around?.stdout ?? stdout) : stdout,
    stderr: stderr.kind === 'inherited' ? (around?.stderr ?? stderr) : stderr,
  };
}

function close(
  machine: Machine,
  state: State,
  opened: Opened,
  output: Value | undefined,
  streams: Streams,
): void {
  if (!opened.standard) return;
  // Messages of the command may stand among its output.
  const mixed = streams.stderr.kind === 'file' && streams.stderr.file === opened.key;
  const fact = fileOf(machine, state, opened.key);
  if (fact.presence === 'no') return;
  // Whoever else wrote to it meanwhile did so beside this output.
  const untouched = opened.append ? fact.content === opened.before : fact.content?.length === 0;
  const alone = untouched && (fact.written === undefined || sameSpan(fact.written, opened.moment.at));
  const content = !alone || output === undefined || (mixed && output.length === 0) ? undefined : output;
  written(machine, state, opened.key, {
    how: opened.append ? 'append' : 'create',
    content,
    at: opened.moment.at,
    moment: opened.moment,
  });
  // The command itself may have removed what it prints to.
  if (fact.presence === 'maybe') setFile(state, opened.key, { ...fact, content: undefined });
}

function sameSpan(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end && left.file === right.file;
}

function openAll(
  machine: Machine,
  state: State,
  redirections: readonly Redirection[],
  outer: Streams,
): { readonly streams: Streams; readonly opened: readonly Opened[]; readonly asksNetwork: boolean } {
  let { stdout, stderr, input } = outer;
  let asksNetwork = false;
  const opened: Opened[] = [];
  for (const redirection of redirections) {
    if (redirection.type === 'HereDoc') {
      input = hereDocValue(machine, state, redirection);
      continue;
    }
    if (redirection.type === 'HereString') {
      input =
        redirection.target === undefined
          ? undefined
          : concat(expandWord(machine, state, redirection.target), literal('\n'));
      continue;
    }
    const { operator, target } = redirection;
    const descriptor =
      redirection.descriptor?.type === 'FileDescriptor' ? redirection.descriptor.value : undefined;
    if (target === undefined) continue;
    const value = expandWord(machine, state, target);
    const text = textOf(value);
    if (isAddress(value)) {
      asksNetwork = true;
      if (operator === '<' || operator === '<>') input = undefined;
      else if (descriptor === 2) stderr = { kind: 'nowhere' };
      else if (descriptor === undefined || descriptor === 1) stdout = { kind: 'nowhere' };
      continue;
    }
    if (operator === '<' || operator === '<>') {
      const key = pathKey(value, state.cwd);
      if (key === undefined || text === '/dev/null') {
        input = emptyValue;
        continue;
      }
      const fact = fileOf(machine, state, key);
      if (operator === '<>' && fact.presence !== 'yes' && text !== '/dev/tty') {
        if (!folderIsThere(machine, state, key))
          return { streams: { stdout, stderr, input, broken: true }, opened, asksNetwork };
        written(machine, state, key, { how: 'touch', content: undefined, at: placeOf(machine, redirection) });
      }
      if (operator === '<' && fact.presence === 'no' && !machine.world.isVolatile(key))
        return { streams: { stdout, stderr, input, broken: true }, opened, asksNetwork };
      input = readFile(machine, state, key, placeOf(machine, redirection));
      continue;
    }
    if (operator === '<&') continue;
    if (operator === '>&' && text !== undefined && /^(\d+|-)$/.test(text)) {
      // what is written there later, around the redirections of others, is not followed
      if (descriptor !== undefined && descriptor > 2 && text === '1')
        emitUnknown(machine, state, `descriptor ${descriptor}`);
      const other: Sink = text === '2' ? stderr : text === '1' ? stdout : { kind: 'nowhere' };
      if (descriptor === 2) stderr = other;
      else if (descriptor === undefined || descriptor === 1)
        stdout = text === '2' ? (stderr.kind === 'inherited' ? { kind: 'inherited' } : stderr) : other;
      continue;
    }
    const both = operator === '&>' || operator === '&>>' || (operator === '>&' && descriptor === undefined);
    const append = operator === '>>' || operator === '&>>';
    const sink = openOne(machine, state, redirection, value, append, opened, {
      standard: both || descriptor === undefined || descriptor === 1,
    });
    if (sink === 'broken') return { streams: { stdout, stderr, input, broken: true }, opened, asksNetwork };
    if (both) {
      stdout = sink;
      stderr = sink;
    } else if (descriptor === 2) stderr = sink;
    else if (descriptor === undefined || descriptor === 1) stdout = sink;
  }
  return { streams: { stdout, stderr, input, broken: false }, opened, asksNetwork };
}

function openOne(
  machine: Machine,
  state: State,
  redirection: Extract<Redirection, { type: 'Redirect' }>,
  value: Value,
  append: boolean,
  opened: Opened[],
  { standard }: { readonly standard: boolean },
): Sink | 'broken' {
  const text = textOf(value);
  if (text !== undefined && (text === '/dev/null' || text === '/dev/stderr' || text === '/dev/tty'))
    return { kind: 'nowhere' };
  if (text === '/dev/stdout') return { kind: 'inherited' };
  if (text === '') return 'broken';
  const key = pathKey(value, state.cwd);
  if (key === undefined) return { kind: 'file', file: undefined, append };
  if (!folderIsThere(machine, state, key)) return 'broken';
  const before = fileOf(machine, state, key);
  if (before.directory === true && before.presence === 'yes') return 'broken';
  const at = placeOf(machine, redirection);
  const moment = momentOf(machine, state, at);
  const content = before.presence === 'no' ? emptyValue : before.content;
  opened.push({ key, append, moment, before: content, standard });
  setFile(state, key, {
    presence: 'yes',
    directory: false,
    ...(!append && { content: emptyValue }),
    ...(append && content !== undefined && { content }),
    written: at,
    since: state.slept,
  });
  if (!standard)
    written(machine, state, key, { how: append ? 'append' : 'create', content: undefined, at, moment });
  return { kind: 'file', file: key, append };
}

/** Adds output of a command for whoever listens. */
export function emit(state: State, value: Value): void {
  if (state.out !== undefined) state.out = concat(state.out, value);
}

/** Adds output that is not known. */
export function emitUnknown(machine: Machine, state: State, name: string): void {
  if (state.out !== undefined) emit(state, unknown(machine, { kind: 'command', name }));
}
