import type { RunMode } from '../../src/trace/run-record.ts';
import { runForReal, shortLimits } from '../support/real-run.ts';

// What the emulated actions write and do, to the letter of language.md 8.3 and 8.4: file names, order, what is stripped.

const script = `cat <<'TEXT'
one

two
TEXT

echo "as $(basename "$0") by $(basename "\${BASH_SOURCE[0]}") in \${PWD##*/}"
`;

interface Called {
  readonly uses: string;
  readonly mode?: RunMode;
  readonly with?: string;
  readonly scheduler?: string;
  readonly script?: string;
}

/** Calls an action with start.sh of the repository as its script; gives what it left in the job directory. */
async function call(called: Called) {
  const { record } = await runForReal(
    {
      'start.sh': called.script ?? script,
      'workflows/x/workflow.yaml': `jobs:
  prepare:
    steps:
      - uses: parallelworks/checkout
        with: {repo: "https://github.com/o/r", branch: main, sparse_checkout: [start.sh]}
      - run: touch job.ended job.started SESSION_PORT; echo stale > HOSTNAME
  runs:
    needs: [prepare]
    steps:
      - uses: ${called.uses}
        with:
          resource: \${{ inputs.resource }}
          rundir: \${PWD}/../../../rundir
          use_existing_script: true
          script_path: \${PW_PARENT_JOB_DIR}/start.sh
          scheduler: ${called.scheduler ?? "${{ inputs.resource.schedulerType != '' }}"}
${(called.with ?? '').replace(/^(?=.)/gm, '          ')}
  reads:
    needs: [runs]
    if: \${{ always }}
    working-directory: rundir
    steps:
      - run: |
          echo "FILES=$(ls | tr '\\n' ' ')" >> $OUTPUTS
          for file in run.sh "run.$PW_JOB_ID.out" HOSTNAME; do
            echo "\${file//[^A-Za-z]/_}=$(base64 -w 0 < "$file")" >> $OUTPUTS
          done
on: {execute: {inputs: {resource: {type: compute-clusters}}}}
`,
    },
    { mode: called.mode ?? 'controller', limits: shortLimits },
  );
  const outputs = record.jobs.find(({ job }) => job === 'reads')?.outputs ?? {};
  const text = (name: string): string =>
    Buffer.from(
      Object.entries(outputs).find(([key]) => key.startsWith(name))?.[1] ?? '',
      'base64',
    ).toString();
  return {
    record,
    files: (outputs['FILES'] ?? '').trim().split(' '),
    // The job directory has another name in every run.
    script: text('run_sh').replaceAll(/\/\S*\/rundir/g, 'RUNDIR'),
    output: text('run_x'),
    outcome: record.jobs.find(({ job }) => job === 'runs')?.outcome,
  };
}

const markers = `export PATH="$PATH:$HOME/pw"
touch job.started
hostname > HOSTNAME
echo "$(date) job started on $(hostname)"
`;
const said = 'one\n\ntwo\nas run.sh by run.sh in rundir\n';
const stripped = script.replace(/^\n/gm, '');

describe('job_runner v4.0', () => {
  test('runs a copy with the markers in front, and keeps blank lines without a scheduler', async () => {
    const { script: run, output, files, outcome } = await call({ uses: 'marketplace/job_runner/v4.0' });
    expect(outcome).toBe('passed');
    expect(run).toBe(`#!/bin/bash\ncd RUNDIR\n${markers}${script}`);
    expect(output.replace(/^.*job started.*\n/, '')).toBe(said);
    expect(files).toEqual([
      'HOSTNAME',
      'job.ended',
      'job.started',
      'run-template.sh',
      'run.sh',
      'run.x-00001.out',
    ]);
  });
  test('leaves the markers out when told so', async () => {
    const { script: run } = await call({
      uses: 'marketplace/job_runner/v4.0',
      with: 'inject_markers: false\nshebang: "#!/bin/bash -e"',
    });
    expect(run).toBe(`#!/bin/bash -e\ncd RUNDIR\nexport PATH="$PATH:$HOME/pw"\n${script}`);
  });
  test('writes the directives for SLURM and strips blank lines, undefined and none', async () => {
    const { script: run, output } = await call({
      uses: 'marketplace/job_runner/v4.0',
      mode: 'slurm',
      with: `slurm:
  account: undefined
  partition: main
  time: "00:05:00"
  gres: none
  scheduler_directives: |
    #SBATCH --comment=undefined

    #SBATCH --exclusive`,
    });
    expect(run).toBe(`#!/bin/bash
#SBATCH --job-name=x-00001
#SBATCH --chdir=RUNDIR
#SBATCH --output=RUNDIR/run.x-00001.out
#SBATCH --error=RUNDIR/run.x-00001.out
#SBATCH --partition=main
#SBATCH --time=00:05:00
#SBATCH --nodes=1
#SBATCH --cpus-per-task=4
#SBATCH --exclusive
${markers}${stripped}`);
    expect(output).toContain('one\ntwo\nas slurm_script by slurm_script in rundir\n');
  });
  test('writes the directives for PBS, goes to the directory, and strips blank lines', async () => {
    const { script: run } = await call({
      uses: 'marketplace/job_runner/v4.0',
      mode: 'pbs',
      with: 'pbs:\n  queue: work\n  select: "1:ncpus=2"\n  account: undefined',
    });
    expect(run).toBe(`#!/bin/bash
#PBS -N x-00001
#PBS -o RUNDIR/run.x-00001.out
#PBS -j oe
#PBS -q work
#PBS -l walltime=04:00:00
#PBS -l select=1:ncpus=2
cd RUNDIR
${markers}${stripped}`);
  });
  test('refuses a scheduler that is not there', async () => {
    const { record, outcome } = await call({
      uses: 'marketplace/job_runner/v4.0',
      with: 'slurm: {is_disabled: true}',
      mode: 'slurm',
    });
    expect(outcome).toBe('failed');
    expect(record.failure?.message).toContain('neither slurm nor pbs is active');
    expect(record.fidelity.find(({ what }) => what.startsWith('job "log"'))?.why).toContain(
      'on the platform it waits for ever',
    );
  });
  test.each(['slurm', 'pbs'] as const)('fails with its script in mode %s', async (mode) => {
    const { record } = await call({ uses: 'marketplace/job_runner/v4.0', mode, script: 'exit 3\n' });
    // PBS forgets a job that has ended, so the action takes it for a good end, as the original does.
    expect(record.jobs.find(({ job }) => job === 'runs')?.outcome).toBe(
      mode === 'slurm' ? 'failed' : 'passed',
    );
  });
});

describe('job_runner v3.5', () => {
  test('knows no markers, and strips blank lines for SLURM only', async () => {
    const slurm = await call({ uses: 'marketplace/job_runner/v3.5', mode: 'slurm' });
    expect(slurm.script).toBe(`#!/bin/bash
#SBATCH --job-name=x-00001
#SBATCH --time=01:00:00
#SBATCH --chdir=RUNDIR
#SBATCH -o RUNDIR/run.x-00001.out
#SBATCH -e RUNDIR/run.x-00001.out
${stripped}`);
    const pbs = await call({ uses: 'marketplace/job_runner/v3.5', mode: 'pbs' });
    expect(pbs.script).toBe(`#!/bin/bash
#PBS -N x-00001
#PBS -o RUNDIR/run.x-00001.out
#PBS -j oe
undefined
cd RUNDIR
${script}`);
    expect(pbs.files).not.toContain('job.ended');
  });
});

describe('script_submitter v3.6', () => {
  const uses = 'marketplace/script_submitter/v3.6';
  const where = 'echo "job ${SLURM_JOB_ID:+of SLURM}${PBS_JOBID:+of PBS}"\n';

  test.each([
    ['controller', 'job \n'],
    ['slurm', 'job of SLURM\n'],
    ['pbs', 'job of PBS\n'],
  ] as const)(
    'runs the script in mode %s, through its scheduler, and never sees its status',
    async (mode, said) => {
      const { outcome, output, files } = await call({ uses, mode, script: `${where}exit 3\n` });
      expect(outcome).toBe('passed');
      expect(output).toContain(said);
      expect(files.includes('jobid')).toBe(mode !== 'controller');
    },
  );
  test.each([
    ['the switch is off', { scheduler: 'false' }],
    ['the group of the scheduler says so', { with: 'slurm: {is_enabled: false}' }],
  ])('starts the script itself where there is a scheduler, when %s', async (_, more) => {
    const { output, files } = await call({ uses, mode: 'slurm', script: where, ...more });
    expect(output).toContain('job \n');
    expect(files).not.toContain('jobid');
  });
  test('writes the directives in front of the script, for SLURM', async () => {
    const { script: run } = await call({
      uses,
      mode: 'slurm',
      script: where,
      with: 'slurm:\n  partition: main\n  time: "00:05:00"\n  scheduler_directives: "#SBATCH --exclusive"',
    });
    expect(run).toBe(`#!/bin/bash
#SBATCH --job-name=x-00001
#SBATCH --chdir=RUNDIR
#SBATCH -o RUNDIR/run.x-00001.out
#SBATCH -e RUNDIR/run.x-00001.out
#SBATCH --partition=main
#SBATCH --time=00:05:00
#SBATCH --exclusive
cd RUNDIR
${where}`);
  });
  test('writes the directives in front of the script, for PBS', async () => {
    const { script: run } = await call({
      uses,
      mode: 'pbs',
      script: where,
      with: 'pbs:\n  scheduler_directives: "#PBS -l walltime=00:05:00"',
    });
    expect(run).toBe(`#!/bin/bash
#PBS -N x-00001
#PBS -o RUNDIR/run.x-00001.out
#PBS -j oe
#PBS -l walltime=00:05:00
cd RUNDIR
${where}`);
  });
});

describe('job_runner v5.0', () => {
  test('runs the script in a directory of its site', async () => {
    const { record } = await call({
      uses: 'marketplace/job_runner/v5.0',
      with: 'sites_0: {enabled: true, resource: "${{ inputs.resource }}"}',
    });
    expect(record.jobs.find(({ job }) => job === 'runs')?.outcome).toBe('passed');
    expect(record.fidelity.find(({ what }) => what.includes('v5.0'))?.why).toContain(
      'the winner of a race is kept',
    );
  });
});
