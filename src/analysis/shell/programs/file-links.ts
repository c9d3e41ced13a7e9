import { type Call, ended } from '../interpreter/builtins/call.ts';
import { fileOf, isRemembered } from '../interpreter/machine.ts';
import { folderIsThere, written } from '../interpreter/state/files.ts';
import { folderOfPath, nameOfPath, pathKey } from '../interpreter/state/job-path.ts';
import { type State, setFile } from '../interpreter/state/state.ts';
import { hasOption, operands } from './file-operands.ts';

/** `ln`: from now on two names stand for one file, of which no more is followed than whether it is there. */
export function runLn(call: Call): State[] {
  const { machine, state, at } = call;
  const words = operands(call, /^(-[St]|--suffix|--target-directory)$/);
  const symbolic = hasOption(call, /^(-\w*s\w*|--symbolic)$/);
  const force = hasOption(call, /^(-\w*[fb]\w*|--force|--backup.*)$/);
  const [first] = words;
  if (first === undefined) return ended(call, 1);
  const target = words.length > 1 ? words.at(-1) : undefined;
  let status: number | undefined = 0;
  for (const source of words.length > 1 ? words.slice(0, -1) : [first]) {
    const from = pathKey(source.value, state.cwd);
    const place = target === undefined ? state.cwd : pathKey(target.value, state.cwd);
    if (from === undefined || place === undefined) continue;
    const into = target === undefined || words.length > 2 || fileOf(machine, state, place).directory === true;
    const link = into ? `${place}/${nameOfPath(from)}` : place;
    const there = fileOf(machine, state, link).presence;
    const origin = fileOf(machine, state, from);
    if (!folderIsThere(machine, state, link) || (there === 'yes' && !force)) {
      status = 1;
      continue;
    }
    if (!symbolic && origin.presence === 'no') {
      status = 1;
      continue;
    }
    // A link that leads nowhere is not there for who asks, and takes the name all the same.
    const free = there === 'no' && !machine.linked.has(link);
    const certain = (free || force) && !source.glob && !source.loose;
    if (!certain || (!symbolic && origin.presence === 'maybe')) status = undefined;
    const beside = !symbolic || folderOfPath(link) === folderOfPath(from);
    written(machine, state, link, { how: 'copy', content: undefined, at });
    machine.linked.add(from);
    machine.linked.add(link);
    const { content: _, ...rest } = origin;
    if (isRemembered(machine, from)) setFile(state, from, rest);
    if (!(certain && beside && origin.presence === 'yes'))
      setFile(state, link, {
        presence: certain && beside && origin.presence === 'no' ? 'no' : 'maybe',
        written: at,
        since: state.slept,
      });
  }
  return ended(call, status);
}
