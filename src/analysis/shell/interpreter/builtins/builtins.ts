import { decided, testWords } from '../conditions/conditions.ts';
import { emit } from '../redirections.ts';
import { sourceFile } from '../scripts.ts';
import type { State } from '../state/state.ts';
import { concat, literal, textOf } from '../state/value.ts';
import { directoryValue } from '../state/variables.ts';
import { type Call, ended } from './call.ts';
import { runCd, runPopd, runPushd } from './folder-builtins.ts';
import { runDisown, runKill, runTrap, runWait } from './job-builtins.ts';
import { runEcho, runPrintf } from './print-builtins.ts';
import { runSet, runShift } from './shell-option-builtins.ts';
import { declare, runLet, runRead, runUnset } from './variable-builtins.ts';

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

function runTest(call: Call, fields: Call['fields']): State[] {
  const verdict = testWords(call.machine, call.state, fields);
  return decided(call.machine, call.state, verdict, call.at, sourceText(call));
}

/** The command as it is written. */
export function sourceText(call: Call): string {
  return call.machine.frame.script.text.text.slice(call.command.pos, call.command.end);
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
