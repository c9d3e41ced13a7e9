import type { Span } from '../../../source/span.ts';
import type { Command, Word } from '../../../syntax/bash/tree.ts';
import { runExternal } from '../programs/externals.ts';
import { wrappers } from '../programs/wrappers.ts';
import { type Builtin, builtins } from './builtins/builtins.ts';
import type { Call } from './builtins/call.ts';
import { type Machine, placeOf, unknown } from './machine.ts';
import { redirected } from './redirections.ts';
import { callFunction, runText } from './scripts.ts';
import { compact } from './state/merge.ts';
import {
  type DefinedFunction,
  fork,
  removeFunction,
  restoreVariables,
  type State,
  setFunction,
  type Variable,
} from './state/state.ts';
import type { Streams } from './state/streams.ts';
import { concat, literal, textOf, type Value } from './state/value.ts';
import { addPossible, assign, assignElements, readVariable } from './state/variables.ts';
import { expandFields, expandWord, type Field } from './words/words.ts';

/** Carries out a simple command. */
export function runCommand(machine: Machine, state: State, command: Command, streams: Streams): State[] {
  machine.budget--;
  if (machine.budget < 0) {
    machine.opaque = true;
    state.status = undefined;
    return [state];
  }
  const { redirects } = command;
  if (command.name === undefined) {
    state.status = 0;
    return redirected(machine, state, redirects, streams, (inner) => {
      for (const part of command.prefix) {
        if (part.type !== 'Assignment') continue;
        assignText(machine, inner, part, placeOf(machine, part));
        if (inner.flow !== 'next') return [inner];
      }
      return [inner];
    });
  }
  const at = placeOf(machine, command);
  const environment = new Map<string, Value>();
  const before = new Map<string, Variable | undefined>();
  for (const part of command.prefix) {
    if (part.type !== 'Assignment' || part.value.type === 'ArrayValue') continue;
    environment.set(part.name, expandWord(machine, state, part.value));
  }
  const fields: Field[] = [...expandFields(machine, state, command.name)];
  for (const argument of command.args) {
    if (argument.type === 'Word') fields.push(...expandFields(machine, state, argument));
    else fields.push(assignmentField(machine, state, argument));
  }
  if (state.flow !== 'next') return [state];
  if (machine.budget < 0) return [state];
  for (const [name, value] of environment) {
    before.set(name, state.vars.get(name));
    assign(machine, state, name, value, at);
  }
  let invoked = false;
  const results = redirected(machine, state, redirects, streams, (inner, own) => {
    invoked = true;
    return invoke({
      machine,
      state: inner,
      fields,
      environment,
      at,
      nameAt: placeOf(machine, command.name as Word),
      streams: own,
      command,
    });
  });
  // The redirections of a program are expanded in its own process: what fails there does not end this shell.
  if (!invoked && (state as State).flow === 'exit' && isProgram(state, fields[0])) {
    state.flow = 'next';
    state.status = 1;
  }
  if (before.size > 0) for (const result of results) restoreVariables(result, before);
  // From here on the shell prints elsewhere, and whoever listened to it hears no more.
  if (redirects.length > 0 && divertsShell(fields)) for (const result of results) result.out = undefined;
  return results;
}

/** Whether it is an `exec` without a program, whose redirections hold for the shell itself. */
function divertsShell(fields: readonly Field[]): boolean {
  const words = fields.map((field) => textOf(field.value) ?? '');
  const first = words.findIndex((word) => word !== 'command' && word !== 'builtin');
  return words[first] === 'exec' && words.slice(first + 1).every((word) => word.startsWith('-'));
}

function isProgram(state: State, first: Field | undefined): boolean {
  const name = first === undefined || first.loose ? undefined : textOf(first.value);
  return (
    name !== undefined && !state.functions.has(name) && !Object.hasOwn(builtins, name) && name !== 'exec'
  );
}

/** Carries out the command that the fields name: function, builtin, wrapper or program. */
export function invoke(call: Call): State[] {
  const { state, fields } = call;
  const [first] = fields;
  if (first === undefined) {
    state.status = 0;
    return [state];
  }
  const name = first.loose ? undefined : textOf(first.value);
  if (name !== undefined) {
    const defined = state.functions.get(name);
    if (defined !== undefined) return callDefined(call, name, defined);
    const builtin: Builtin | undefined = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
    if (builtin !== undefined) return builtin(call);
    const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
    if (wrapper !== undefined) return wrapper(call, invoke);
    if (name === 'eval') return runEval(call);
  }
  return runExternal(call);
}

/** Calls a function; where joined paths know others by its name, or none, each goes its own way. */
function callDefined(call: Call, name: string, defined: DefinedFunction): State[] {
  const { machine, state } = call;
  const { others = [] } = defined;
  if (others.length === 0) return callFunction(call, defined);
  const results: State[] = [];
  for (const other of others) {
    const apart = fork(state);
    if (other === 'nothing') {
      removeFunction(apart, name);
      results.push(...invoke({ ...call, state: apart }));
    } else {
      setFunction(apart, name, other);
      results.push(...callFunction({ ...call, state: apart }, other));
    }
  }
  const alone: DefinedFunction = { body: defined.body, frame: defined.frame };
  setFunction(state, name, alone);
  results.push(...callFunction(call, alone));
  return compact(machine, results);
}

function runEval(call: Call): State[] {
  const { machine, state, fields, at } = call;
  const text = textOf(
    concat(
      ...fields
        .slice(1)
        .flatMap((field, index) => (index === 0 ? [field.value] : [literal(' '), field.value])),
    ),
  );
  if (text === undefined) {
    // In a process of its own it can change no more than a program can.
    if (machine.background > 0) return runExternal({ ...call, fields: call.fields.slice(1) });
    machine.opaque = true;
    state.status = undefined;
    return [state];
  }
  return runText(machine, state, text, at);
}

function assignmentField(
  machine: Machine,
  state: State,
  assignment: Extract<Command['args'][number], { type: 'Assignment' }>,
): Field {
  const value =
    assignment.value.type === 'ArrayValue'
      ? unknown(machine, { kind: 'other' })
      : expandWord(machine, state, assignment.value);
  return {
    value: concat(literal(`${assignment.name}${assignment.append ? '+' : ''}=`), value),
    glob: false,
    loose: false,
  };
}

function assignText(
  machine: Machine,
  state: State,
  assignment: Extract<Command['prefix'][number], { type: 'Assignment' }>,
  at: Span,
): void {
  const { name, value } = assignment;
  if (value.type === 'ArrayValue') {
    const elements = value.elements.flatMap((element) => [...expandFields(machine, state, element)]);
    const before = assignment.append ? readVariable(machine, state, name) : undefined;
    const first = before === undefined || before.set === 'no' ? [] : before.elements;
    const plain = elements.every((element) => !element.glob && !element.loose);
    const indexed = value.elements.some((element) => /^\[.*\]=/.test(element.text));
    if (plain && !indexed && first !== undefined) {
      assignElements(machine, state, name, [...first, ...elements.map((element) => element.value)], at);
      return;
    }
    assign(machine, state, name, unknown(machine, { kind: 'other' }), at, true);
    if (plain && before?.possible !== undefined)
      addPossible(state, name, [...before.possible, ...elements.map((element) => element.value)]);
    return;
  }
  const text = expandWord(machine, state, value);
  if (state.flow !== 'next') return;
  if (assignment.index !== undefined) {
    assign(machine, state, name, unknown(machine, { kind: 'other' }), at, true);
    return;
  }
  if (assignment.append) {
    const before = readVariable(machine, state, name);
    if (before.elements !== undefined) {
      assign(machine, state, name, unknown(machine, { kind: 'other' }), at, true);
      return;
    }
    assign(
      machine,
      state,
      name,
      before.opaque ? unknown(machine, { kind: 'other' }) : concat(before.value, text),
      at,
      before.opaque,
    );
    return;
  }
  assign(machine, state, name, text, at);
}
