import type { ProcessInfo } from '../../ports/processes.ts';
import type { ServiceScript } from '../engine/job-state.ts';

/** Whether a process is a shell of a service's script; schedulers run a copy under a name of their own. */
export const isShellOfScript = ({ command }: ProcessInfo): boolean =>
  /(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(command);

/** The processes of a service's script at one moment. */
export interface ScriptProcesses {
  /** All of its job, the shell included. */
  readonly all: readonly ProcessInfo[];
  /** The shell itself; absent before it started, after it ended, and when `exec` put a program in its place. */
  readonly shell: ProcessInfo | undefined;
  /** What the shell started and what still belongs to it. */
  readonly children: readonly ProcessInfo[];
}

/** Picks the processes of a service's script out of those of a run. */
export function scriptProcesses(
  members: readonly ProcessInfo[],
  service: ServiceScript | undefined,
): ScriptProcesses {
  const all =
    service === undefined ? [] : members.filter((one) => one.step?.startsWith(`${service.job}/`) === true);
  const shells = all.filter(isShellOfScript);
  const pids = new Set(shells.map((one) => one.pid));
  // A subshell has the same command line; the outermost is the script.
  const shell = shells.find((one) => !pids.has(one.parent));
  const children = shell === undefined ? [] : members.filter((one) => one.parent === shell.pid);
  return { all, shell, children };
}

/** The processes below some others, those themselves included. */
export function withDescendants(
  members: readonly ProcessInfo[],
  roots: Iterable<number>,
): readonly ProcessInfo[] {
  const found = new Set(roots);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const one of members) if (found.has(one.parent)) found.add(one.pid);
  }
  return members.filter((one) => found.has(one.pid));
}

/** Programs that do nothing, as a script keeps itself alive with them. */
const idle =
  /^(?:\S*\/)?(?:sleep\s+(?:inf(?:inity)?|\d{4,}|\d+[hd])|tail\s+(?:\S+\s+)*(?:-[a-zA-Z]*[fF]|--follow\S*)(?:\s.*)?|cat|read)\s*$/;

/** Whether a process only keeps a script alive. */
export const isIdle = (one: ProcessInfo): boolean => idle.test(one.command.trim());
