import type { WrapperFact } from '../../types.ts';

const bash = { kind: 'documented', from: 'bash(1), builtin commands' } as const;
const coreutils = { kind: 'documented', from: 'GNU coreutils, manual' } as const;
const utilLinux = { kind: 'documented', from: 'util-linux: setsid(1), ionice(1)' } as const;
const xvfb = { kind: 'documented', from: 'xvfb-run(1)' } as const;
const dbus = { kind: 'documented', from: 'dbus-launch(1), dbus-run-session(1)' } as const;

/** The programs and words that start the command behind them. */
export const wrapperFacts: readonly WrapperFact[] = [
  { name: 'exec', valued: /^-\w*a$/, evidence: bash },
  { name: 'command', evidence: bash },
  { name: 'builtin', evidence: bash },
  {
    name: 'time',
    valued: /^-[fo]$|^--(format|output)$/,
    evidence: { kind: 'documented', from: 'bash(1), time(1)' },
  },
  { name: 'nohup', evidence: coreutils },
  { name: 'nice', valued: /^-n$|^--adjustment$/, evidence: coreutils },
  { name: 'stdbuf', valued: /^-[ioe]$|^--(input|output|error)$/, evidence: coreutils },
  { name: 'timeout', valued: /^-[ks]$|^--(kill-after|signal)$/, operands: 1, evidence: coreutils },
  { name: 'env', valued: /^-[uC]$|^--(unset|chdir)$/, evidence: coreutils },
  { name: 'setsid', evidence: utilLinux },
  { name: 'ionice', valued: /^-[cnpPu]$|^--(class|classdata)$/, evidence: utilLinux },
  {
    name: 'sudo',
    valued: /^-[ughpCDRTrt]$|^--(user|group|host|prompt|chdir|chroot|close-from)$/,
    evidence: { kind: 'documented', from: 'sudo(8)' },
  },
  {
    name: 'numactl',
    valued: /^-[ipPwmNC]$/,
    elsewhere: true,
    evidence: { kind: 'documented', from: 'numactl(8)' },
  },
  {
    name: 'srun',
    valued:
      /^(-[AcCdDeGiJLmMnNopqrtTwxK]|--(account|constraint|chdir|comment|cpus-per-task|cpu-bind|distribution|error|export|gpus|gres|input|job-name|jobid|label|mem|mem-per-cpu|mpi|network|nodelist|nodes|ntasks|ntasks-per-node|output|partition|qos|reservation|time|exclude))$/,
    elsewhere: true,
    evidence: { kind: 'documented', from: 'slurm.schedmd.com, srun' },
  },
  { name: 'xvfb', valued: /^-[sn]$/, elsewhere: true, evidence: xvfb },
  { name: 'xvfb-run', valued: /^-[snfe]$/, elsewhere: true, evidence: xvfb },
  { name: 'dbus-launch', elsewhere: true, evidence: dbus },
  { name: 'dbus-run-session', elsewhere: true, evidence: dbus },
];
