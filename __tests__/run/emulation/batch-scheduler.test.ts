import type { SchedulerBehaviour } from '../../../src/plan/run-plan.ts';
import type { RunMode } from '../../../src/trace/run-record.ts';
import { runForReal, shortLimits } from '../../support/real-run.ts';

/** Runs one step on the login node of an emulated scheduler; gives what it wrote to `$OUTPUTS`. */
async function onLoginNode(mode: RunMode, script: string, scheduler: Partial<SchedulerBehaviour> = {}) {
  const { record } = await runForReal(
    {
      'workflows/x/workflow.yaml': `jobs:\n  main:\n    steps:\n      - run: |\n${script.replace(/^/gm, '          ')}\n`,
    },
    { mode, limits: shortLimits, scheduler },
  );
  return { record, outputs: record.jobs[0]?.outputs ?? {} };
}

describe('the emulated SLURM', () => {
  const wait = `wait_for() { while [ -n "$(squeue --noheader --jobs="$1" 2> /dev/null)" ]; do sleep 0.05; done; }
state() { sacct -j "$1" --format=state --noheader | tr -d ' '; }
`;
  test('starts where it was submitted, passes the environment on, and tells how a job ended', async () => {
    const { outputs } = await onLoginNode(
      'slurm',
      `${wait}export MINE=passed
printf '#!/bin/bash\\n#SBATCH --job-name=named\\n#SBATCH -o out.%%j\\necho "$MINE $SLURM_JOB_NAME \${PWD##*/}"; exit 7\\n' > job.sh
id=$(sbatch --parsable job.sh)
wait_for "$id"
echo "OUT=$(cat out.$id)" >> $OUTPUTS
echo "STATE=$(state $id)" >> $OUTPUTS
echo "EXIT=$(scontrol -o show job $id | grep -o 'ExitCode=[0-9]*')" >> $OUTPUTS`,
    );
    expect(outputs).toEqual({ OUT: 'passed named 00001', STATE: 'FAILED', EXIT: 'ExitCode=7' });
  });
  test('passes on only what --export says', async () => {
    const { outputs } = await onLoginNode(
      'slurm',
      `${wait}export MINE=x OTHER=y
printf '#!/bin/bash\\necho "[$MINE][$OTHER][$PW_JOB_ID]"\\n' > job.sh
id=$(sbatch --parsable --export=OTHER -o out job.sh)
wait_for "$id"
echo "OUT=$(cat out)" >> $OUTPUTS`,
    );
    expect(outputs).toEqual({ OUT: '[][y][]' });
  });
  test('ends a job at its time limit, and one that is cancelled', async () => {
    const { outputs } = await onLoginNode(
      'slurm',
      `${wait}a=$(sbatch --parsable --time=00:00:01 --wrap 'sleep 60')
b=$(sbatch --parsable --wrap 'sleep 60')
wait_for "$a"
scancel "$b"
wait_for "$b"
echo "STATES=$(state $a) $(state $b)" >> $OUTPUTS`,
    );
    expect(outputs).toEqual({ STATES: 'TIMEOUT CANCELLED' });
  });
  test('keeps a job in the queue as long as it is told, and refuses when told so', async () => {
    const slow = await onLoginNode(
      'slurm',
      `${wait}id=$(sbatch --parsable --wrap true)
sleep 0.3
echo "EARLY=$(squeue --noheader --jobs=$id --format=%T)" >> $OUTPUTS
wait_for "$id"
echo "LATE=$(state $id)" >> $OUTPUTS`,
      { queueDelayMs: 900 },
    );
    expect(slow.outputs).toEqual({ EARLY: 'PENDING', LATE: 'COMPLETED' });
    const refused = await onLoginNode(
      'slurm',
      'sbatch --wrap true 2> why; echo "WHY=$? $(cat why)" >> $OUTPUTS',
      { refusal: 'Invalid account' },
    );
    expect(refused.outputs).toEqual({ WHY: '1 sbatch: error: Invalid account' });
  });
  test('loses a job with its node when told so', async () => {
    const { outputs } = await onLoginNode(
      'slurm',
      `${wait}id=$(sbatch --parsable --wrap 'sleep 60')
wait_for "$id"
echo "STATE=$(state $id)" >> $OUTPUTS`,
      { nodeFailsAfterMs: 200 },
    );
    expect(outputs).toEqual({ STATE: 'NODE_FAIL' });
  });
  test('refuses options that SLURM does not have', async () => {
    const { outputs } = await onLoginNode(
      'slurm',
      'sbatch --walltime=1 --wrap true 2> why; echo "WHY=$? $(cat why)" >> $OUTPUTS',
    );
    expect(outputs).toEqual({ WHY: "1 sbatch: error: unrecognized option '--walltime=1'" });
  });
});

describe('the emulated PBS', () => {
  const wait = 'wait_for() { while qstat "$1" > /dev/null 2>&1; do sleep 0.05; done; }\n';
  test('starts in HOME, passes nothing on, sets PBS_*, and delivers the output at the end', async () => {
    const { outputs } = await onLoginNode(
      'pbs',
      `${wait}export MINE=x
printf '#!/bin/bash\\n#PBS -N named\\n#PBS -j oe\\n#PBS -o %s/out\\necho "[$MINE][$PW_JOB_ID] $PBS_JOBNAME $PBS_ENVIRONMENT"\\n[ "$PWD" = "$HOME" ] && echo home >&2\\n[ "$PBS_O_WORKDIR" = %s ] && echo submitted\\n' "$PWD" "$PWD" > job.sh
id=$(qsub job.sh)
[[ "$id" =~ ^[0-9]+\\.[a-z]+$ ]] && echo "ID=fine" >> $OUTPUTS
wait_for "$id"
echo "OUT=$(tr '\\n' ',' < out)" >> $OUTPUTS
echo "EXIT=$(qstat -x -f "$id" | sed -n 's/.*Exit_status = //p')" >> $OUTPUTS
qstat "$id" 2> why; echo "GONE=$? $(cat why)" >> $OUTPUTS`,
    );
    expect(outputs).toEqual({
      ID: 'fine',
      OUT: '[][] named PBS_BATCH,home,submitted,',
      EXIT: '0',
      GONE: '153 qstat: Unknown Job Id 1.local',
    });
  });
  test('passes on what -v and -V say, takes a script from its input, and cancels', async () => {
    const { outputs } = await onLoginNode(
      'pbs',
      `${wait}export MINE=x OTHER=y
a=$(echo 'echo "[$MINE][$OTHER]"' | qsub -v OTHER -o $PWD/a -j oe)
b=$(echo 'echo "[$MINE][$OTHER]"' | qsub -V -o $PWD/b -j oe)
c=$(echo 'sleep 60' | qsub -l walltime=00:10:00)
wait_for "$a"; wait_for "$b"
qdel "$c"; wait_for "$c"
echo "A=$(cat a)" >> $OUTPUTS
echo "B=$(cat b)" >> $OUTPUTS`,
    );
    expect(outputs).toEqual({ A: '[][y]', B: '[x][y]' });
  });
});
