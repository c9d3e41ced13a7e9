import type { ProcessInfo } from '../../ports/processes.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import { isIdle, scriptProcesses } from '../watch/script-processes.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { decisiveLogLine } from './decisive-log-line.ts';
import { serviceLog } from './diagnose.ts';
import { repositorySpan, runnerCopy } from './failing-line.ts';
import { hungCommand } from './hung-command.ts';
import { lineOfCommand } from './line-of-command.ts';
import { scriptName, scriptPlace, textOfScript } from './place-in-script.ts';
import { redirectedLogs } from './redirected-logs.ts';

/** A service that was started a moment ago may not have been forked yet. */
const patienceMs = 800;

/** What runs a service outside of the script's own processes, which then may idle as long as it likes. */
const elsewhere =
  /\b(?:docker|podman|nerdctl|enroot|systemctl|service|supervisord|instance\s+start|tmux|screen|crontab)\b/;
const startsInBackground = /[^&>]&(?![&>\d])/;

/** Notices that a service has ended while its script lives on and only waits. */
export interface IdleScript {
  failure(): Promise<RunFailure | undefined>;
}

/**
 * Watches a script whose processes are all gone but those that keep it alive (`sleep infinity`, `tail -f`). It is then
 * asked what became of its jobs; that ends the waiting, so it is asked once, when nothing else can happen any more.
 */
export function idleScript(world: RunWorld, progress: RunProgress, watch: ServiceWatch): IdleScript {
  let since: number | undefined;
  let asked = false;
  return {
    async failure() {
      if (asked || watch.readySince() !== undefined) return undefined;
      since = isIdling(world, progress, watch) ? (since ?? world.elapsed()) : undefined;
      if (since === undefined || world.elapsed() - since < patienceMs) return undefined;
      asked = true;
      return await failureOf(world, progress);
    },
  };
}

function isIdling(world: RunWorld, progress: RunProgress, watch: ServiceWatch): boolean {
  const { service } = progress;
  if (service === undefined || service.ended !== undefined) return false;
  const { all, shell, children } = scriptProcesses(world.scope.members(), service);
  if (shell === undefined || children.length === 0 || !children.every(isIdle)) return false;
  // Whatever else the step has running, but for the shells around the script, may still become the service.
  const around = ancestorsOf(shell, all);
  const others = all.filter((one) => one.step === shell.step && one !== shell && !children.includes(one));
  if (others.some((one) => !around.has(one.pid))) return false;
  const text = textOfScript(world, service);
  if (elsewhere.test(text) || !startsInBackground.test(text)) return false;
  return !watch.opened().some((socket) => world.scope.ownerOf(socket)?.inScope === true);
}

function ancestorsOf(process: ProcessInfo, all: readonly ProcessInfo[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let above = process.parent; !found.has(above); ) {
    const parent = all.find((one) => one.pid === above);
    if (parent === undefined) break;
    found.add(above);
    above = parent.parent;
  }
  return found;
}

async function failureOf(world: RunWorld, progress: RunProgress): Promise<RunFailure | undefined> {
  const { service } = progress;
  const hung = await hungCommand(world, service);
  if (service === undefined || hung === undefined) return undefined;
  const name = scriptName(world, service);
  const job = hung.ended.find((one) => one.status !== 0) ?? hung.ended.at(-1);
  if (job === undefined) return undefined;
  const copy = runnerCopy(service.directory);
  const line = lineOfCommand(world.ports.files.read(copy, 5_000_000) ?? '', job.command, '');
  const at = line === undefined ? undefined : repositorySpan(world, copy, line, service.source);
  const own = redirectedLogs(world, service, job.command);
  const said = decisiveLogLine(own.length > 0 ? own : serviceLog(world, service, 20))?.said;
  return {
    cause: 'start-failed',
    message: `the service ended with status ${job.status} while ${name} lives on${said === undefined ? '' : `: ${said}`}`,
    at: at ?? hung.at ?? scriptPlace(world, service),
    help: 'let the script wait for its service instead of sleeping, so that its job ends with it',
  };
}
