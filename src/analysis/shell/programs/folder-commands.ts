import { type Call, ended } from '../interpreter/builtins/call.ts';
import { fileOf, isRemembered } from '../interpreter/machine.ts';
import { folderIsThere } from '../interpreter/state/files.ts';
import { folderOfPath, pathKey } from '../interpreter/state/job-path.ts';
import { type State, setFile } from '../interpreter/state/state.ts';
import { hasOption, operands } from './file-operands.ts';

/** `mkdir`. */
export function runMkdir(call: Call): State[] {
  const { machine, state } = call;
  const parents = hasOption(call, /^(-\w*p\w*|--parents)$/);
  let status: number | undefined = 0;
  for (const field of operands(call, /^-m$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined) continue;
    const fact = fileOf(machine, state, key);
    if (fact.presence === 'yes' && (!parents || fact.directory === false)) {
      status = 1;
      continue;
    }
    if (!parents && !folderIsThere(machine, state, key)) {
      status = 1;
      continue;
    }
    if (!parents && fact.presence === 'maybe' && status === 0) status = undefined;
    for (let folder = key; folder.includes('/') && folder !== '/'; folder = folderOfPath(folder)) {
      const one = fileOf(machine, state, folder);
      if (one.presence === 'yes' || !isRemembered(machine, folder)) break;
      setFile(state, folder, { presence: 'yes', directory: true, since: state.slept });
      if (!parents) break;
    }
  }
  return ended(call, status);
}

/** `rmdir`: whether the folder is empty is not known. */
export function runRmdir(call: Call): State[] {
  const { machine, state } = call;
  for (const field of operands(call, /^$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined || fileOf(machine, state, key).presence === 'no') continue;
    setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
  }
  return ended(call, undefined);
}
