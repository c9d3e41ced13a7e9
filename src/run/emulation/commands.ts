import { shellQuoted } from '../../base/shell-quoted.ts';
import * as commands from './commands/assets.generated.ts';
import * as pbs from './pbs/assets.generated.ts';
import * as slurm from './slurm/assets.generated.ts';

/** The programs that stand before the machine's own on the PATH of every run, by name. */
export const runCommands: Readonly<Record<string, string>> = {
  pw: commands.pwSh,
  'pw-endpoints.sh': commands.pwEndpointsSh,
  ssh: commands.sshSh,
  scp: commands.scpSh,
  pkill: commands.pkillSh,
  ip: commands.ipSh,
  ifconfig: commands.ifconfigSh,
};

/** A `hostname` that names this machine so that it can be reached. */
export const localHostname: string = commands.hostnameSh;

/** The programs of an emulated scheduler, by name; what several of them read stands beside them. */
export const schedulerCommands: Readonly<Record<'slurm' | 'pbs', Readonly<Record<string, string>>>> = {
  slurm: {
    sbatch: slurm.sbatchSh,
    squeue: slurm.squeueSh,
    scancel: slurm.scancelSh,
    sacct: slurm.sacctSh,
    scontrol: slurm.scontrolSh,
    sinfo: slurm.sinfoSh,
    srun: slurm.srunSh,
    'submit.sh': commands.submitSh,
  },
  pbs: { qsub: pbs.qsubSh, qstat: pbs.qstatSh, qdel: pbs.qdelSh, 'submit.sh': commands.submitSh },
};

/** Stands before the program that submits jobs to a real scheduler, and notes their numbers. */
export const notingSubmissions: Readonly<Record<'slurm' | 'pbs', Readonly<Record<string, string>>>> = {
  slurm: { sbatch: commands.notingSubmissionsSh },
  pbs: { qsub: commands.notingSubmissionsSh },
};

/** What the programs know of their run. */
export interface CommandFacts {
  /** Where the programs themselves stand. */
  readonly bin: string;
  /** Where they note what they were asked and could not do. */
  readonly requests: string;
  readonly marker: string;
  /** The registry of endpoints: one folder for each. */
  readonly endpoints: string;
  /** The host of the platform, with its port. */
  readonly platform: string;
  readonly slug: string;
  readonly workflow: string;
  readonly number: string;
  /** Host names that mean this machine. */
  readonly hosts: readonly string[];
  /** The names by which `pw` knows the resource. */
  readonly resources: readonly string[];
  /** The spool of an emulated scheduler: one folder for each batch job, by number. */
  readonly spool: string;
  readonly node: string;
  /** A message with which every submission is refused; empty: none is. */
  readonly refusal: string;
  /** The scheduler, and where the numbers of jobs of a real one are noted. */
  readonly mode: string;
  readonly batchJobs: string;
  /** The program that submits to the real scheduler. */
  readonly submit: string;
}

/** The file `facts.sh` beside the programs, which each reads first; an environment can be wiped. */
export function factsScript(facts: CommandFacts): string {
  return Object.entries(facts)
    .map(([name, value]: [string, string | readonly string[]]) => {
      const variable = `PW_CHECK_${name.replace(/(?=[A-Z])/g, '_').toUpperCase()}`;
      const written =
        typeof value === 'string' ? shellQuoted(value) : `(${value.map(shellQuoted).join(' ')})`;
      return `${variable}=${written}\n`;
    })
    .join('');
}
