import { wrapperFacts } from '../../../facts/tables/programs/wrappers.ts';
import type { WrapperFact } from '../../../facts/types.ts';
import { type Call, ended, innerCall } from '../interpreter/builtins/call.ts';
import { noteStay } from '../interpreter/machine.ts';
import { sinksOf } from '../interpreter/redirections.ts';
import { restoreVariables, type State, setVariable, type Variable } from '../interpreter/state/state.ts';
import { literal, textOf } from '../interpreter/state/value.ts';
import { assign } from '../interpreter/state/variables.ts';

/** A command that starts the command that stands after it. */
export type Wrapper = (call: Call, invoke: (call: Call) => State[]) => State[];

/** The commands that start others, by their names. */
export const wrappers: Readonly<Record<string, Wrapper>> = Object.fromEntries(
  wrapperFacts.map((fact): [string, Wrapper] => [
    fact.name,
    (call, invoke) => runnerOf(fact.name)(call, optionsEnd(call, fact) + (fact.operands ?? 0), invoke),
  ]),
);

/** Runs what stands behind so many words of a call. */
type Runner = (call: Call, skipped: number, invoke: (call: Call) => State[]) => State[];

function runnerOf(name: string): Runner {
  switch (name) {
    case 'exec':
      return runExec;
    case 'command':
      return runCommandWord;
    case 'env':
      return runEnv;
    default:
      return after;
  }
}

/** The index of the first word of a call behind the options of a wrapper. */
function optionsEnd(call: Call, { valued }: WrapperFact): number {
  let index = 1;
  while (index < call.fields.length) {
    const field = call.fields[index];
    const text = field === undefined ? undefined : textOf(field.value);
    if (text === undefined || !text.startsWith('-')) break;
    index += valued?.test(text) === true ? 2 : 1;
    if (text === '--') break;
  }
  return index;
}

function after(call: Call, skipped: number, invoke: (call: Call) => State[]): State[] {
  if (call.fields.length <= skipped) return ended(call, undefined);
  return invoke(innerCall(call, skipped));
}

function runCommandWord(call: Call, skipped: number, invoke: (call: Call) => State[]): State[] {
  const option = textOf(call.fields[1]?.value ?? literal(''));
  if (option === '-v' || option === '-V') return ended(call, undefined);
  return after(call, skipped, invoke);
}

function runEnv(call: Call, skipped: number, invoke: (call: Call) => State[]): State[] {
  let index = skipped;
  const environment = new Map(call.environment);
  while (index < call.fields.length) {
    const [first] = call.fields[index]?.value ?? [];
    const match = typeof first === 'string' ? /^([A-Za-z_]\w*)=/.exec(first) : null;
    if (match === null || typeof first !== 'string') break;
    const rest = call.fields[index]?.value.slice(1) ?? [];
    environment.set(match[1] ?? '', [...literal(first.slice(match[0].length)), ...rest]);
    index++;
  }
  const { state, machine, at } = call;
  const before = new Map<string, Variable | undefined>();
  for (const [name, value] of environment) {
    if (call.environment.get(name) === value) continue;
    before.set(name, state.vars.get(name));
    assign(machine, state, name, value, at);
    const variable = state.vars.get(name);
    if (variable !== undefined) setVariable(state, name, { ...variable, exported: true });
  }
  const results = after({ ...call, environment }, index, invoke);
  for (const result of results) restoreVariables(result, before);
  return results;
}

/** `exec` with a command replaces the shell; without one, only its redirections count. */
function runExec(call: Call, skipped: number, invoke: (call: Call) => State[]): State[] {
  if (call.fields.length <= skipped) {
    call.state.out = undefined;
    call.state.sinks = { ...sinksOf(call.streams, call.state.sinks) };
    return ended(call, 0);
  }
  const { machine, state, at } = call;
  noteStay(machine, state, at, 'foreground');
  const results = invoke({ ...innerCall(call, skipped), replaces: true });
  for (const result of results) if (result.flow === 'next') result.flow = 'replaced';
  return results;
}
