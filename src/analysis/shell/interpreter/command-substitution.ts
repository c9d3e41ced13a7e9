import type { ScriptNode } from '../../../syntax/bash/tree.ts';
import { type Machine, unknown } from './machine.ts';
import { redirected } from './redirections.ts';
import { single } from './state/merge.ts';
import { fork, type State } from './state/state.ts';
import { inheritedStreams } from './state/streams.ts';
import { emptyValue, type Value, withoutTrailingNewlines } from './state/value.ts';
import { subshell } from './subshells.ts';

/** What a command substitution gives; its effects on the world are added to the state. */
export function capture(machine: Machine, state: State, script: ScriptNode): Value {
  if (script.commands.length === 0) return emptyValue;
  const { tested } = machine;
  const { out } = state;
  const owned = { ...state.shared };
  const { files, known } = state;
  const inner = fork(state);
  inner.out = emptyValue;
  // Where the answer is assigned, a failure counts; errexit is not inherited by command substitutions.
  inner.errexit = false;
  machine.tested = 0;
  const results = subshell(machine, inner, (shell) => {
    const [only] = script.commands;
    if (script.commands.length === 1 && only?.command.type === 'Command' && only.command.name === undefined) {
      const [redirect] = only.command.redirects;
      if (redirect?.type === 'Redirect' && redirect.operator === '<' && only.command.redirects.length === 1) {
        return redirected(machine, shell, [redirect], inheritedStreams, (reader, streams) => {
          reader.out = streams.input ?? unknown(machine, { kind: 'command', name: 'cat' });
          reader.status = 0;
          return [reader];
        });
      }
    }
    return machine.hooks.list(machine, script.commands, [shell]);
  });
  machine.tested = tested;
  const after = single(machine, results);
  if (after === undefined) {
    state.flow = 'endless';
    return emptyValue;
  }
  state.files = after.files;
  state.known = after.known;
  state.shared = {
    ...owned,
    files: after.files === files ? owned.files : after.shared.files,
    known: after.known === known ? owned.known : true,
  };
  state.slept = after.slept;
  state.slow = after.slow;
  state.service = after.service;
  state.status = after.status;
  state.outerJobs = after.outerJobs;
  state.path = after.path;
  if (after.flow === 'endless') state.flow = 'endless';
  state.out = out;
  // An `exec` has led the output elsewhere; what is printed around it is not followed.
  if (after.out === undefined) return unknown(machine, { kind: 'command', name: 'exec' });
  return withoutTrailingNewlines(after.out);
}
