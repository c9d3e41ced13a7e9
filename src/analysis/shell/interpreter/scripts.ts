import { verbatim } from '../../../source/mapped-text.ts';
import type { Span } from '../../../source/span.ts';
import { type BashScript, parseBash } from '../../../syntax/bash/parse-bash.ts';
import type { Statement, SyntaxNode } from '../../../syntax/bash/tree.ts';
import type { Call } from './builtins/call.ts';
import { fileOf, type Machine, note, unknown } from './machine.ts';
import { anythingTouched, isWrittenUnknown, touchedByName } from './state/files.ts';
import { type PathKey, pathKey } from './state/job-path.ts';
import { compact } from './state/merge.ts';
import {
  type DefinedFunction,
  type Frame,
  restoreVariables,
  type State,
  setTrap,
  setVariable,
  type Variable,
} from './state/state.ts';
import { Table } from './state/table.ts';
import { concat, textOf, type Value } from './state/value.ts';
import { directoryValue } from './state/variables.ts';

const maxDepth = 12;

/** Carries out a text as commands of this shell: `eval`, traps. */
export function runText(machine: Machine, state: State, text: string, at: Span): State[] {
  if (machine.frame.depth >= maxDepth || text.length > 100_000) return lost(machine, state);
  const script = parsedText(machine, text);
  if (script.faults.length > 0) {
    state.status = 1;
    return [state];
  }
  return within(
    machine,
    { script, place: at, source: machine.frame.source, depth: machine.frame.depth + 1 },
    () => machine.hooks.list(machine, script.tree.commands, [state]),
  );
}

/**
 * The body of a trap as a text. Numbers of processes, ports, names and folders that were expanded when it was set are
 * given back as variables, which hold them; `undefined` where that changes what the text means.
 */
export function trapText(state: State, body: Value): string | undefined {
  let text = '';
  for (const piece of body) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (!plainOrigins.has(piece.origin.kind) || !piece.nonEmpty || /'/.test(text)) return undefined;
    const name = `__expanded_${piece.id}`;
    setVariable(state, name, { value: [piece], set: 'yes', exported: false });
    text += `\${${name}}`;
  }
  return text;
}

/** Texts without blanks and without anything that the shell would take apart. */
const plainOrigins: ReadonlySet<string> = new Set([
  'process-id',
  'port',
  'hostname',
  'job-directory',
  'directory',
]);

/** A text as a script, parsed once. */
export function parsedText(machine: Machine, text: string): BashScript {
  let script = machine.parsed.get(text);
  if (script === undefined) {
    script = parseBash(verbatim(machine.frame.script.text.file, text, 0));
    machine.parsed.set(text, script);
  }
  return script;
}

function lost(machine: Machine, state: State): State[] {
  machine.opaque = true;
  state.status = undefined;
  return [state];
}

/** Works with another script as the place of all nodes. */
export function within<Result>(machine: Machine, frame: Frame, work: () => Result): Result {
  const outer = machine.frame;
  machine.frame = frame;
  try {
    return work();
  } finally {
    machine.frame = outer;
  }
}

/** Calls a function of the script. */
export function callFunction(call: Call, defined: DefinedFunction): State[] {
  const { machine, state } = call;
  if (machine.calls >= maxDepth) return lost(machine, state);
  const { positional, locals } = state;
  state.positional = call.fields.some((field) => field.loose)
    ? undefined
    : call.fields.slice(1).map((field) => field.value);
  state.locals = { saved: new Map(), before: locals };
  const trap = state.errtrace ? undefined : state.traps.get('ERR');
  if (trap !== undefined) setTrap(state, 'ERR', undefined);
  const { loops } = machine;
  machine.loops = 0;
  machine.calls++;
  machine.returnable++;
  const body: SyntaxNode = defined.body;
  const statements = statementsOf(body);
  const results = within(machine, defined.frame, () => machine.hooks.list(machine, statements, [state]));
  machine.calls--;
  machine.returnable--;
  machine.loops = loops;
  for (const result of results) {
    if (result.flow === 'return') result.flow = 'next';
    if (trap !== undefined && !result.traps.has('ERR')) setTrap(result, 'ERR', trap);
    restoreVariables(result, result.locals?.saved ?? new Map());
    result.locals = locals;
    result.positional = positional;
  }
  return compact(machine, results);
}

function statementsOf(body: SyntaxNode): readonly Statement[] {
  if (body.type === 'BraceGroup') return body.body.commands;
  if (body.type === 'CompoundList') return body.commands;
  const statement = {
    type: 'Statement',
    pos: body.pos,
    end: body.end,
    command: body,
    background: undefined,
  } as Statement;
  return [statement];
}

/** `source`: another file's commands in this shell. */
export function sourceFile(call: Call): State[] {
  const { machine, state, fields, at } = call;
  const [, field, ...words] = fields;
  if (field === undefined) {
    state.status = 2;
    return [state];
  }
  const key = pathKey(field.value, state.cwd);
  const script = key === undefined ? undefined : scriptAt(machine, state, key);
  note(machine, state, at, `source ${key}`, (moment) => ({
    ...moment,
    kind: 'source',
    file: key,
    found: script !== undefined,
  }));
  if (script === undefined || machine.frame.depth >= maxDepth) {
    const fact = key === undefined ? undefined : fileOf(machine, state, key);
    state.status = fact?.presence === 'no' ? 1 : undefined;
    if (key !== undefined && isWrittenUnknown(state, key)) anythingTouched(machine, state, at);
    else touchedByName(machine, state, [field.value], at);
    return [state];
  }
  const { positional } = state;
  if (words.length > 0) state.positional = words.map((word) => word.value);
  const frame: Frame = { ...script, source: field.value, depth: machine.frame.depth + 1 };
  machine.returnable++;
  const results = within(machine, frame, () =>
    machine.hooks.list(machine, script.script.tree.commands, [state]),
  );
  machine.returnable--;
  for (const result of results) {
    if (result.flow === 'return') result.flow = 'next';
    result.positional = positional;
  }
  return compact(machine, results);
}

interface Found {
  readonly script: BashScript;
  readonly place?: Span;
}

/** The script at a path: one of the repository, or one that this script wrote as literal text. */
export function scriptAt(machine: Machine, state: State, key: PathKey): Found | undefined {
  const fact = state.files.get(key);
  if (fact?.written !== undefined) {
    const text = fact.content === undefined ? undefined : textOf(fact.content);
    if (fact.presence !== 'yes' || text === undefined) return undefined;
    const script = parsedText(machine, text);
    return script.faults.length > 0 ? undefined : { script, place: fact.written };
  }
  const script = machine.world.script(key);
  return script === undefined ? undefined : { script };
}

/** A script as a program of its own: it sees exported variables and shares only the files. */
export function runScript(call: Call, found: Found, source: Value, words: readonly Value[]): State[] {
  const { machine } = call;
  if (machine.frame.depth >= maxDepth) return lost(machine, call.state);
  const frame: Frame = {
    script: found.script,
    ...(found.place !== undefined && { place: found.place }),
    source,
    depth: machine.frame.depth + 1,
  };
  return inNewShell(call, words, (inner) =>
    within(machine, frame, () => machine.hooks.list(machine, found.script.tree.commands, [inner])),
  );
}

/** Carries out commands in a shell that is a program of its own, with what is exported to it. */
export function inNewShell(call: Call, words: readonly Value[], work: (inner: State) => State[]): State[] {
  const { machine } = call;
  return machine.hooks.subshell(machine, call.state, (inner) => {
    inner.vars = inherited(call, inner);
    inner.functions = new Map([...inner.functions].filter(([, defined]) => defined.exported));
    inner.traps = new Map();
    inner.shared = { ...inner.shared, vars: false, functions: false, traps: false };
    inner.errexit = false;
    inner.nounset = false;
    inner.pipefail = false;
    inner.errtrace = false;
    inner.allexport = false;
    inner.locals = undefined;
    inner.folders = [];
    inner.positional = words;
    const { tested, loops, returnable } = machine;
    machine.tested = 0;
    machine.loops = 0;
    machine.returnable = 0;
    const results = work(inner);
    machine.tested = tested;
    machine.loops = loops;
    machine.returnable = returnable;
    return results;
  });
}

/** The variables of a program that is started: those that are exported, and those that are given to it alone. */
function inherited({ machine, environment }: Call, state: State): State['vars'] {
  const vars: [string, Variable][] = [];
  for (const [name, variable] of state.vars) {
    const { value, set, exported } = variable;
    const given = environment.get(name);
    // What is marked for export and has no value is not handed over, and not marked there.
    if (given !== undefined || set === 'no') continue;
    if (exported === 'maybe' || (exported && (variable.opaque || variable.elements !== undefined))) {
      vars.push([name, { value: unknown(machine, { kind: 'other' }), set: 'maybe', exported: true }]);
    } else if (exported) vars.push([name, { value, set, exported: true }]);
  }
  for (const [name, value] of environment) vars.push([name, { value, set: 'yes', exported: true }]);
  return new Table(vars);
}

/** What `$0` is in a script that is started by this path. */
export function sourceValue(machine: Machine, value: Value, cwd: PathKey): Value {
  const text = textOf(value);
  if (text?.startsWith('/') || (value[0] !== undefined && typeof value[0] !== 'string')) return value;
  return concat(directoryValue(machine, cwd), ['/'], value);
}
