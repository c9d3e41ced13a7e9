import { type Call, ended, innerCall } from '../interpreter/builtins/call.ts';
import { noteStay } from '../interpreter/machine.ts';
import { sinksOf } from '../interpreter/redirections.ts';
import { restoreVariables, type State, setVariable, type Variable } from '../interpreter/state/state.ts';
import { literal, textOf } from '../interpreter/state/value.ts';
import { assign } from '../interpreter/state/variables.ts';

/** A command that starts the command that stands after it. */
export type Wrapper = (call: Call, invoke: (call: Call) => State[]) => State[];

/** The options of `srun` whose value is a word of its own. */
const launcherValue =
  /^(-[AcCdDeGiJLmMnNopqrtTwxK]|--(account|constraint|chdir|comment|cpus-per-task|cpu-bind|distribution|error|export|gpus|gres|input|job-name|jobid|label|mem|mem-per-cpu|mpi|network|nodelist|nodes|ntasks|ntasks-per-node|output|partition|qos|reservation|time|exclude))$/;

/** The commands that start others, with how many of their words come first. */
export const wrappers: Readonly<Record<string, Wrapper>> = {
  exec: runExec,
  nohup: (call, invoke) => after(call, 1, invoke),
  setsid: (call, invoke) => after(call, options(call, 1, /^$/), invoke),
  command: runCommandWord,
  builtin: (call, invoke) => after(call, 1, invoke),
  time: (call, invoke) => after(call, 1, invoke),
  nice: (call, invoke) => after(call, options(call, 1, /^-n$/), invoke),
  ionice: (call, invoke) => after(call, options(call, 1, /^-[cn]$/), invoke),
  stdbuf: (call, invoke) => after(call, options(call, 1, /^-[ioe]$/), invoke),
  numactl: (call, invoke) => after(call, options(call, 1, /^$/), invoke),
  timeout: (call, invoke) => after(call, options(call, 1, /^-[ks]$/) + 1, invoke),
  sudo: (call, invoke) => after(call, options(call, 1, /^-[ugp]$/), invoke),
  env: runEnv,
  srun: (call, invoke) => after(call, options(call, 1, launcherValue), invoke),
  xvfb: (call, invoke) => after(call, options(call, 1, /^-[sn]$/), invoke),
  'xvfb-run': (call, invoke) => after(call, options(call, 1, /^-[snfe]$/), invoke),
  'dbus-launch': (call, invoke) => after(call, options(call, 1, /^$/), invoke),
  'dbus-run-session': (call, invoke) => after(call, options(call, 1, /^$/), invoke),
};

function options(call: Call, start: number, withValue: RegExp): number {
  let index = start;
  while (index < call.fields.length) {
    const field = call.fields[index];
    const text = field === undefined ? undefined : textOf(field.value);
    if (text === undefined || !text.startsWith('-')) break;
    index += withValue.test(text) ? 2 : 1;
    if (text === '--') break;
  }
  return index;
}

function after(call: Call, skipped: number, invoke: (call: Call) => State[]): State[] {
  if (call.fields.length <= skipped) return ended(call, undefined);
  return invoke(innerCall(call, skipped));
}

function runCommandWord(call: Call, invoke: (call: Call) => State[]): State[] {
  const option = textOf(call.fields[1]?.value ?? literal(''));
  if (option === '-v' || option === '-V') return ended(call, undefined);
  return after(call, 1, invoke);
}

function runEnv(call: Call, invoke: (call: Call) => State[]): State[] {
  let index = options(call, 1, /^-[uC]$/);
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
function runExec(call: Call, invoke: (call: Call) => State[]): State[] {
  const skipped = options(call, 1, /^-a$/);
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
