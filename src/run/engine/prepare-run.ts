import { assertNever } from '../../base/assert-never.ts';
import { shellQuoted } from '../../base/shell-quoted.ts';
import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import type { SchedulerState } from '../../ports/schedulers.ts';
import type { Fidelity } from '../../trace/run-record.ts';
import { requestsFile } from '../emulation/command-requests.ts';
import {
  factsScript,
  localHostname,
  notingSubmissions,
  runCommands,
  schedulerCommands,
} from '../emulation/commands.ts';
import { endpointsFolder, openFront, trustIn } from '../endpoint/front.ts';
import { traceSh } from '../watch/assets.generated.ts';
import { joinPath } from './paths.ts';
import { absentPaths } from './paths-outside.ts';
import { proxyFidelity } from './proxy-settings.ts';
import { inputsScript, inputVariables, jobNumber, runEnvironment } from './run-environment.ts';
import type { PlainEvent, RunOptions, RunWorld } from './run-world.ts';

/** Whom a run that is prepared tells what it does, and what names it. */
interface PrepareSinks {
  readonly marker: string;
  readonly over: AbortSignal;
  readonly elapsed: () => number;
  readonly emit: (event: PlainEvent) => void;
  readonly note: (fidelity: Fidelity) => void;
}

/** Makes a run's folder, its HOME with the job directory, its commands and its inputs. */
export async function prepareRun(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  sinks: PrepareSinks,
): Promise<RunWorld> {
  const { files, machine } = ports;
  const directory = files.makeRunDirectory(sinks.marker);
  const home = joinPath(directory, 'home');
  const commands = joinPath(directory, 'bin');
  const trace = joinPath(directory, 'trace');
  const jobDirectory = joinPath(home, 'pw/jobs', plan.name, jobNumber);
  const scheduler = plan.mode === 'controller' ? undefined : await ports.schedulers.state(plan.mode);
  files.makeDirectory(joinPath(directory, 'tmp'));
  files.makeDirectory(jobDirectory);
  const slug = `${plan.name}-${jobNumber}`;
  const front = plan.usesEndpoints ? await openFront(ports, directory) : undefined;
  const platform = front === undefined ? 'activate.localhost' : `localhost:${front.port}`;
  const { resource } = plan;
  const hosts = [
    ...new Set(['', 'localhost', '127.0.0.1', resource.ip, machine.hostname, 'workspace', ...plan.hosts]),
  ];
  const facts = {
    bin: commands,
    requests: requestsFile(directory),
    marker: sinks.marker,
    endpoints: endpointsFolder(directory),
    platform,
    slug,
    workflow: plan.name,
    number: jobNumber,
    hosts,
    resources: [resource.name, `${resource.namespace}/${resource.name}`, resource.uri],
    spool: spoolOf(directory),
    node: machine.hostname,
    refusal: plan.scheduler.refusal ?? '',
    mode: plan.mode,
    batchJobs: batchJobsFile(directory),
    submit: machine.find(submitters[plan.mode]) ?? submitters[plan.mode],
  };
  for (const one of proxyFidelity(machine)) sinks.note(one);
  files.write(joinPath(commands, 'facts.sh'), factsScript(facts));
  writeCommands(plan, ports, commands, commandsFor(plan, scheduler), sinks);
  const pw = shellQuoted(joinPath(commands, 'pw'));
  files.write(joinPath(home, 'pw/pw'), `#!/bin/bash\nexec ${pw} "$@"\n`, 0o755);
  await writeHostname(ports, commands, sinks);
  if (scheduler !== undefined) sinks.note(schedulerFidelity(plan.mode, scheduler));
  files.write(joinPath(jobDirectory, 'inputs.sh'), inputsScript(plan));
  return {
    plan,
    ports,
    options,
    scope: await ports.processes.open({ directory, marker: sinks.marker }),
    marker: sinks.marker,
    directory,
    home,
    jobDirectory,
    commands,
    trace,
    jobNumber,
    slug,
    hosts,
    front,
    emulatesScheduler: isEmulated(scheduler),
    filesBefore: new Set(['pw/pw']),
    signalled: new Set(),
    openedPorts: new Set(),
    absentBefore: absentPaths(options.repository, files, plan.path),
    env: {
      ...runEnvironment(plan, machine, { directory, commands, home, jobDirectory, slug, platform }),
      ...(front !== undefined && trustIn(directory)),
      ...inputVariables(plan),
      ...plan.extraEnv,
      BASH_ENV: joinPath(commands, 'trace.sh'),
      PW_CHECK_TRACE: trace,
      ...(scheduler?.kind === 'answers' && { PW_CHECK_PROCESSES: joinPath(directory, 'processes') }),
      PW_CHECK_RUN: sinks.marker,
    },
    over: sinks.over,
    elapsed: sinks.elapsed,
    emit: sinks.emit,
    note: sinks.note,
  };
}

/** Writes the programs that stand before the machine's own: emulated ones, and stubs of what is not installed. */
function writeCommands(
  plan: RunPlan,
  { files, machine }: RunPorts,
  commands: string,
  scheduler: Readonly<Record<string, string>>,
  { note }: PrepareSinks,
): void {
  for (const [name, text] of Object.entries({ ...runCommands, ...scheduler })) {
    files.write(joinPath(commands, name), text, 0o755);
  }
  for (const [name, script] of Object.entries(plan.stubs)) {
    if (!/^[\w.+-]+$/.test(name) || machine.find(name) !== undefined) continue;
    const text = script.startsWith('#!') ? script : `#!/bin/bash\n${script}\n`;
    files.write(joinPath(commands, name), text, 0o755);
    note({ what: name, how: 'stand-in', why: 'it is not installed; the configuration has a stub for it' });
  }
  files.write(joinPath(commands, 'trace.sh'), traceSh);
}

/** Where the machine's own name leads nowhere, scripts get one that does. */
async function writeHostname(ports: RunPorts, commands: string, { note }: PrepareSinks): Promise<void> {
  const { files, machine, network } = ports;
  const found = await network.resolve(machine.hostname);
  const own = (address: string): boolean => address.startsWith('127.') || machine.addresses.includes(address);
  if (found.some(own)) return;
  files.write(joinPath(commands, 'hostname'), localHostname, 0o755);
  const fault =
    found.length === 0 ? 'does not resolve' : `resolves to ${found.join(', ')}, which is another machine`;
  note({
    what: 'hostname',
    how: 'emulated',
    why: `the name of this machine, ${machine.hostname}, ${fault}; scripts get localhost`,
  });
}

/** The spool of the emulated scheduler. */
export const spoolOf = (directory: string): string => joinPath(directory, 'spool');

const isEmulated = (scheduler: SchedulerState | undefined): boolean =>
  scheduler !== undefined && scheduler.kind !== 'answers';

function schedulerFidelity(mode: string, scheduler: SchedulerState): Fidelity {
  switch (scheduler.kind) {
    case 'answers':
      return { what: mode, how: 'ran', ...(scheduler.flavour !== undefined && { why: scheduler.flavour }) };
    case 'missing':
      return { what: mode, how: 'emulated', why: 'it is not installed on this machine' };
    case 'silent':
      return { what: mode, how: 'emulated', why: `it is installed, but cannot be used: ${scheduler.why}` };
    default:
      return assertNever(scheduler);
  }
}

/** Where the numbers of batch jobs are noted, so that none outlives its run. */
export const batchJobsFile = (directory: string): string => joinPath(directory, 'batch-jobs');

/** The program of each mode that submits batch jobs; none is submitted by a controller. */
const submitters = { controller: '', slurm: 'sbatch', pbs: 'qsub' } as const;

function commandsFor(
  { mode }: RunPlan,
  scheduler: SchedulerState | undefined,
): Readonly<Record<string, string>> {
  if (mode === 'controller') return {};
  return isEmulated(scheduler) ? schedulerCommands[mode] : notingSubmissions[mode];
}
