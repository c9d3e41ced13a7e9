import type { Span } from '../../../../source/span.ts';
import { note, noteCommand, noteStay, placeOf } from '../machine.ts';
import { type State, setFile, setTrap } from '../state/state.ts';
import { shownValue, textOf } from '../state/value.ts';
import { type Call, ended } from './call.ts';

/** `trap`. */
export function runTrap(call: Call): State[] {
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

/** `wait`: what the awaited jobs did to files holds from here on. */
export function runWait(call: Call): State[] {
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
export function noteHolding(call: Call): void {
  const words = call.fields.map((field) => field.value);
  noteCommand(call.machine, call.state, call.at, words);
}

/** `kill`: a job that is ended may not have done all it would. */
export function runKill(call: Call): State[] {
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

/** `disown`: the shell knows its jobs no more. */
export function runDisown(call: Call): State[] {
  return ended(call, 0);
}
