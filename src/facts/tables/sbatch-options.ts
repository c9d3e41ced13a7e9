/**
 * The long options of `sbatch`, by sbatch(1) of Slurm 20.11 to 25.05, with those that 22.05 takes without a word in its
 * manual: `tasks` and `tasks-per-node`.
 */
export const sbatchOptions: readonly string[] = `
account acctg-freq array batch bb bbf begin chdir cluster-constraint clusters comment constraint
consolidate-segments container container-id contiguous core-spec cores-per-socket cpu-freq cpus-per-gpu
cpus-per-task deadline delay-boot dependency distribution error exclude exclusive export export-file extra
extra-node-info get-user-env gid gpu-bind gpu-freq gpus gpus-per-node gpus-per-socket gpus-per-task gres
gres-flags help hint hold ignore-pbs input job-name kill-on-invalid-dep licenses mail-type mail-user
mcs-label mem mem-bind mem-per-cpu mem-per-gpu mincpus network nice no-kill no-requeue nodefile nodelist
nodes ntasks ntasks-per-core ntasks-per-gpu ntasks-per-node ntasks-per-socket open-mode output overcommit
oversubscribe parsable partition power prefer priority profile propagate qos quiet reboot requeue
reservation resv-ports segment signal sockets-per-node spread-job stepmgr switches tasks tasks-per-node
test-only thread-spec threads-per-core time time-min tmp tres-bind tres-per-task uid usage use-min-nodes verbose version
wait wait-all-nodes wckey wrap
`
  .trim()
  .split(/\s+/);

/** What options of other schedulers, and words that people expect, are called by `sbatch`. */
export const sbatchNames: Readonly<Record<string, string>> = {
  cpus: 'cpus-per-task',
  memory: 'mem',
  name: 'job-name',
  queue: 'partition',
  walltime: 'time',
};
