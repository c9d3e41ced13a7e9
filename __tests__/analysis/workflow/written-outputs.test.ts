import { jobOutputs } from '../../../src/analysis/workflow/job-outputs.ts';
import { workflowOf } from '../workflow-of.ts';

/** What a job with one `run` writes. */
function outputsOf(run: string, files: Readonly<Record<string, string>> = {}) {
  const block = run
    .split('\n')
    .map((line) => `          ${line}`)
    .join('\n');
  const { workflow, context } = workflowOf(`jobs:\n  main:\n    steps:\n      - run: |\n${block}\n`, files);
  const [job] = workflow.jobs;
  if (job === undefined) throw new Error('no job');
  const { written, opaque } = context.ask(jobOutputs, job);
  return { keys: written.map(({ key }) => key), opaque: opaque !== undefined };
}

test.each<[string, string, readonly string[]]>([
  ['echo', 'echo "PORT=$p" >> $OUTPUTS', ['PORT']],
  ['echo without quotes', 'echo jobid=${jobid} >> "${OUTPUTS}"', ['jobid']],
  ['tee', 'echo "PORT=1" | tee -a $OUTPUTS', ['PORT']],
  ['two lines in one echo', 'echo -e "A=1\\nB=2" >> $OUTPUTS', ['A', 'B']],
  ['printf', 'printf \'PORT=%s\\n\' "$p" >> $OUTPUTS', ['PORT']],
  ['a here-document', 'cat <<EOF >> $OUTPUTS\nA=$a\nB=2\nEOF', ['A', 'B']],
  ['a group', '{ echo "A=1"; echo "B=2"; } >> $OUTPUTS', ['A', 'B']],
  ['a branch', 'if true; then echo "A=1" >> $OUTPUTS; else echo "B=1" >> $OUTPUTS; fi', ['A', 'B']],
  ['a key in capitals by tr', 'echo "port=1" | tr a-z A-Z >> $OUTPUTS', ['PORT']],
  ['a test for the file', 'if [ -n "$OUTPUTS" ]; then echo "A=1" >> $OUTPUTS; fi', ['A']],
  ['a comment', '# $OUTPUTS is not used\ntrue', []],
  ['nothing', 'make build 2>/dev/null || true', []],
])('%s', (_, run, keys) => {
  const found = outputsOf(run);
  expect(found.keys).toEqual(keys);
  expect(found.opaque).toBe(run.startsWith('make'));
});

test.each([
  ['a program', 'python3 ports.py | tee -a $OUTPUTS'],
  ['a file', 'cat OUTPUTS >> $OUTPUTS'],
  ['tee from a file', 'tee -a $OUTPUTS < file'],
  ['a computed key', 'echo "$key=1" >> $OUTPUTS'],
  ['sed on the way', 'echo "A=1" | sed s/A/B/ >> $OUTPUTS'],
  ['the name of the file handed on', 'write_ports "$OUTPUTS"'],
  ['an alias of the file', 'out=$OUTPUTS; echo "A=1" >> $out'],
  ['a script that is not here', 'source ${PW_PARENT_JOB_DIR}/generated.sh'],
  ['a script that is run', './run.sh'],
  ['a launcher', 'srun bash job.sh'],
  ['an expression as command', '${{ inputs.command }}'],
  ['a loop over lines', 'while read -r line; do echo "$line" >> $OUTPUTS; done < ports'],
  ['another program with the variable', 'python3 -c "import os; open(os.environ[\'OUTPUTS\'])"'],
  ['a script with a fault', 'echo "A=1" >> $OUTPUTS; if true; then'],
])('%s is opaque', (_, run) => {
  expect(outputsOf(run).opaque).toBe(true);
});

test('sourced and run scripts of the repository are followed', () => {
  const files = {
    'utils/wait.sh': 'echo "HOST=a" >> $OUTPUTS\n. utils/more.sh\n',
    'utils/more.sh': 'echo "PORT=1" >> $OUTPUTS\n',
  };
  expect(outputsOf('source utils/wait.sh', files)).toEqual({ keys: ['HOST', 'PORT'], opaque: false });
  expect(outputsOf('bash ${PW_PARENT_JOB_DIR}/utils/wait.sh', files)).toEqual({
    keys: ['HOST', 'PORT'],
    opaque: false,
  });
});

test('scripts that source each other without end are opaque', () => {
  const files = { 'a.sh': '. b.sh\necho "A=1" >> $OUTPUTS\n', 'b.sh': '. a.sh\necho "B=1" >> $OUTPUTS\n' };
  expect(outputsOf('. a.sh', files).opaque).toBe(true);
});

test('a script with the same name in two places is not guessed at', () => {
  const files = { 'x/wait.sh': 'echo "A=1" >> $OUTPUTS\n', 'y/wait.sh': 'echo "B=1" >> $OUTPUTS\n' };
  expect(outputsOf('source "$DIR/wait.sh"', files).opaque).toBe(true);
});

test('a called workflow may write anything, a checkout writes nothing', () => {
  const opaqueWith = (uses: string) => {
    const { workflow, context } = workflowOf(`jobs:\n  main:\n    steps:\n      - uses: ${uses}\n`);
    return workflow.jobs.map((job) => context.ask(jobOutputs, job).opaque !== undefined);
  };
  expect(opaqueWith('marketplace/job_runner/v4.0')).toEqual([true]);
  expect(opaqueWith('parallelworks/checkout')).toEqual([false]);
});

test('the outputs that a job names itself count, those of a matrix job are opaque', () => {
  const { workflow, context } = workflowOf(
    'jobs:\n  one:\n    outputs:\n      A: x\n    steps:\n      - run: date\n  many:\n    strategy:\n      matrix:\n        i: [1]\n    steps:\n      - run: date\n',
  );
  expect(workflow.jobs.map((job) => context.ask(jobOutputs, job))).toEqual([
    { written: [expect.objectContaining({ key: 'A' })], missed: [], opaque: undefined },
    { written: [], missed: [], opaque: expect.any(String) },
  ]);
});
