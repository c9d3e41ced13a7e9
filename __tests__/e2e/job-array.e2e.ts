import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment, runCli } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { inScratch } from './support/scratch.ts';
import { smallWorkflows } from './support/small-workflows.ts';

// Stand-ins for what submits jobs: tasks run one after the other; the first try of the task DIES dies.
const standIn = (body: string): string => `#!/bin/bash
set -u
echo "$*" >> "$STORE/submitted"
run() { # VARIABLE TASK SCRIPT
  if [ "$2" = "\${DIES:-}" ] && [ ! -e "$STORE/died" ]; then touch "$STORE/died"; return; fi
  if [ "$2" = "\${NEVER:-}" ]; then return; fi
  env "$1=$2" bash "$3"
}
script=\${!#}
${body}
`;
const sbatch = standIn(`range= part=
for word in "$@"; do
  case $word in
    --array=*) range=\${word#--array=} ;;
    --export=*) export "REPORTS=\${REPORTS:-}"; case $word in *PART=*) part=\${word##*PART=} ;; esac ;;
  esac
done
if [ -n "$part" ]; then run PART "$part" "$script"; exit; fi
for task in $(seq "\${range%-*}" "\${range#*-}"); do run SLURM_ARRAY_TASK_ID "$task" "$script"; done`);
const qsub = standIn(`range= part=
while [ $# -gt 0 ]; do
  case $1 in
    -J) range=$2 ;;
    -v) case $2 in *PART=*) part=\${2##*PART=} ;; esac ;;
  esac
  shift
done
if [ -n "$part" ]; then run PART "$part" "$script"; exit; fi
[ "\${range%-*}" -lt "\${range#*-}" ] || { echo "an array of one" >&2; exit 1; }
for task in $(seq "\${range%-*}" "\${range#*-}"); do run PBS_ARRAY_INDEX "$task" "$script"; done`);

/** Makes the script for a repository of three workflows in two parts, and carries it out. */
async function carriedOut(
  scratch: string,
  scheduler: 'slurm' | 'pbs',
  more: Readonly<Record<string, string>> = {},
) {
  const root = smallWorkflows(scratch, 3);
  const printed = await runCli(root, ['shard-script', '--scheduler', scheduler, '--shards', '2']);
  expect(printed).toMatchObject({ status: 0, stderr: '' });
  const bin = join(scratch, 'bin');
  const reports = join(scratch, 'reports of it');
  for (const folder of [bin, reports]) mkdirSync(folder);
  writeFileSync(join(scratch, 'check.sh'), printed.stdout);
  for (const [name, text] of [
    ['sbatch', sbatch],
    ['qsub', qsub],
  ] as const) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const env = plainEnvironment(scratch);
  const ended = await runProgram({
    command: 'bash',
    args: [join(scratch, 'check.sh')],
    cwd: scratch,
    env: { ...env, PATH: `${bin}:${env['PATH']}`, STORE: scratch, REPORTS: reports, ...more },
  });
  const report = JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8'));
  const submitted = readFileSync(join(scratch, 'submitted'), 'utf8').trim().split('\n');
  return { ended, report, submitted, files: readdirSync(reports).sort() };
}

test.each(['slurm', 'pbs'] as const)('a job array of %s checks in parts and merges', async (scheduler) => {
  await inScratch(async (scratch) => {
    const { ended, report, submitted, files } = await carriedOut(scratch, scheduler);
    expect(ended.status).toBe(0);
    expect(report.summary).toMatchObject({ workflows: 3, passed: 3 });
    expect(submitted).toHaveLength(1);
    expect(files).toEqual(['part-1.json', 'part-2.json', 'report.html', 'report.json']);
  });
});

test.each(['slurm', 'pbs'] as const)('a task of %s that dies is tried once more', async (scheduler) => {
  await inScratch(async (scratch) => {
    const { ended, report, submitted } = await carriedOut(scratch, scheduler, { DIES: '2' });
    expect([ended.status, report.summary.workflows, submitted.length]).toEqual([0, 3, 2]);
  });
});

test('a part that is never checked is named, and nothing is green', async () => {
  await inScratch(async (scratch) => {
    const { ended, report } = await carriedOut(scratch, 'slurm', { NEVER: '2' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('no report of part 2 of 2');
    expect(report.remarks).toContain('the report of part 2/2 is missing');
  });
});

test.each<[readonly string[], string]>([
  [[], 'shard-script needs --scheduler slurm or --scheduler pbs'],
  [['--scheduler', 'lsf'], '--scheduler does not take "lsf"'],
  [['--scheduler', 'pbs', '--shards', '0'], 'expected a whole number from 1 to 1000'],
])('%j is a wrong request', async (words, message) => {
  await inScratch(async (scratch) => {
    const ended = await runCli(smallWorkflows(scratch, 1), ['shard-script', ...words]);
    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(message);
  });
});
