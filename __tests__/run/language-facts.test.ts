import { run } from '../support/one-workflow.ts';

// What the platform was seen to do, a small workflow for each fact (language.md, section 14).

test('a checkout of a called workflow lands in the directory of that call, where its steps run too', async () => {
  const { record, outputs } = await run(
    `jobs:
  main:
    steps:
      - run: touch mine
      - uses: github/org/repo@main
        with: {$yaml: tools/tool.yaml}
      - run: |
          echo "TOP=$(ls -d data 2>/dev/null || echo none)" >> $OUTPUTS
          echo "BELOW=$(cd subworkflows/main/step_*/ && echo "\${PWD#$PW_PARENT_JOB_DIR/}: $(echo data/*) $(cat seen)")" >> $OUTPUTS
`,
    { repository: 'org/repo' },
    {
      'data/file.txt': 'text\n',
      'tools/tool.yaml': `jobs:
  only:
    steps:
      - uses: parallelworks/checkout
        with: {repo: "https://github.com/org/repo.git", branch: main, sparse_checkout: [data]}
      - run: |
          cat data/file.txt > seen
          [ -e "$PW_PARENT_JOB_DIR/mine" ] && [ ! -e mine ]
`,
    },
  );
  expect(record.failure).toBeUndefined();
  expect(outputs['main']).toEqual({ TOP: 'none', BELOW: 'subworkflows/main/step_1: data/file.txt text' });
});

describe('after a cancel the steps run that are due even then:', () => {
  const steps = `
      - run: echo "WITHOUT=x" >> $OUTPUTS
      - if: completed
        run: echo "COMPLETED=x" >> $OUTPUTS
      - if: \${{ !canceled }}
        run: echo "NOT_CANCELED=x" >> $OUTPUTS
      - if: error
        run: echo "ERROR=x" >> $OUTPUTS
      - if: \${{ true }}
        run: echo "TRUE=x" >> $OUTPUTS
      - if: \${{ always }}
        run: echo "ALWAYS=x" >> $OUTPUTS
        cleanup: echo cleaned > $PW_PARENT_JOB_DIR/cleaned
      - if: canceled
        run: echo "CANCELED=x" >> $OUTPUTS
      - if: \${{ !completed }}
        run: echo "NOT_COMPLETED=x" >> $OUTPUTS
      - if: \${{ !error && !completed }}
        run: echo "BOTH=x" >> $OUTPUTS
`;
  const due = { ALWAYS: 'x', CANCELED: 'x', NOT_COMPLETED: 'x', BOTH: 'x' };

  test('of a job that cancel-jobs ends', async () => {
    const { outputs, outcomes, record } = await run(`jobs:
  long:
    steps:
      - run: touch begun; sleep 60${steps}
  asks:
    steps:
      - run: while [ ! -e begun ]; do sleep 0.05; done
      - uses: parallelworks/cancel-jobs
        with: {jobs: [long]}
`);
    expect(outputs['long']).toEqual(due);
    expect(outcomes).toEqual({ long: 'cancelled', asks: 'passed' });
    expect(record.failure).toBeUndefined();
  });

  test('of every job when the run is cancelled', async () => {
    const { outputs, outcomes } = await run(`jobs:
  long:
    steps:
      - run: pw workflows runs cancel "$PW_RUN_SLUG"; sleep 60${steps}
`);
    expect(outputs['long']).toEqual(due);
    expect(outcomes).toEqual({ long: 'cancelled' });
  });
});

test('variables of the platform have their values in expressions, and an env of the workflow wins over them', async () => {
  const { outputs, record } = await run(`env:
  PW_USER: somebody
jobs:
  main:
    env: {COPY: "\${{ env.PW_RUN_SLUG }}"}
    working-directory: \${{ env.PW_PARENT_JOB_DIR }}/below
    steps:
      - run: |
          echo "SAME=$([ "\${{ env.PW_PARENT_JOB_DIR }}" = "$PW_PARENT_JOB_DIR" ] && echo yes)" >> $OUTPUTS
          echo "JOB=$([ "\${{ env.PW_JOB_ID }}" = "$PW_JOB_ID" ] && echo yes)" >> $OUTPUTS
          echo "DIR=$([ "\${{ env.PW_JOB_DIR }}" = "$PW_JOB_DIR" ] && echo yes)" >> $OUTPUTS
          echo "COPY=$([ "$COPY" = "$PW_RUN_SLUG" ] && echo yes)" >> $OUTPUTS
          echo "HERE=\${PWD#$PW_PARENT_JOB_DIR/}" >> $OUTPUTS
          echo "USER=\${{ env.PW_USER }}" >> $OUTPUTS
`);
  expect(record.failure).toBeUndefined();
  expect(outputs['main']).toEqual({
    SAME: 'yes',
    JOB: 'yes',
    DIR: 'yes',
    COPY: 'yes',
    HERE: 'below',
    USER: 'somebody',
  });
});

test('an input that the form does not declare and nobody sends is empty', async () => {
  const { outputs, record } = await run(`jobs:
  main:
    steps:
      - run: echo "A=[\${{ inputs.absent }}][\${{ inputs.group.absent }}][\${{ inputs.known }}]" >> $OUTPUTS
      - if: \${{ inputs.absent }}
        run: echo "B=x" >> $OUTPUTS
      - if: \${{ !inputs.absent }}
        run: echo "C=x" >> $OUTPUTS
on: {execute: {inputs: {known: {type: string, default: yes}}}}
`);
  expect(record.failure).toBeUndefined();
  expect(outputs['main']).toEqual({ A: '[][][yes]', C: 'x' });
});

test.each([
  ['the outputs of its own job', '${{ needs.show.outputs.PORT }}', 'needs.show.outputs.PORT'],
  [
    'a step of its own job',
    '${{ needs.show.steps.look.outputs.PORT }}',
    'needs.show.steps.look.outputs.PORT',
  ],
])(
  'a port of a session that is read from %s is missed where no step writes it',
  async (_title, port, path) => {
    const { record, blamed } = await run(`permissions: ['*']
sessions: {board: {}}
jobs:
  show:
    steps:
      - id: look
        run: echo "OTHER=1" >> $OUTPUTS
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.board }}
          target: workspace
          remoteHost: localhost
          localPort: ${port}
          remotePort: ${port}
`);
    expect(record.outcome).toBe('failed');
    expect(record.failure?.message).toContain(`reads "${path}", which nobody has written`);
    expect(blamed).toBe(port);
  },
);

test('an emulated SLURM job has as many nodes as it asks for, each with a name of its own', async () => {
  const { outputs, record } = await run(
    `jobs:
  main:
    steps:
      - run: |
          printf '%s\\n' '#!/bin/bash' '#SBATCH -N 2' '#SBATCH --nodes=3' \\
            'echo "$SLURM_NNODES $SLURM_JOB_NUM_NODES $SLURM_JOB_NODELIST = $(scontrol show hostnames "$SLURM_JOB_NODELIST" | sort -u | wc -l) = $(scontrol show hostnames | head -1) $(hostname) $SLURMD_NODENAME"' > job.sh
          id=$(sbatch --parsable --output out job.sh)
          while [ -n "$(squeue --noheader --jobs="$id" 2> /dev/null)" ]; do sleep 0.05; done
          echo "THREE=$(cat out)" >> $OUTPUTS
          id=$(sbatch --parsable --output one --wrap 'echo "$SLURM_NNODES $(scontrol show hostnames "$SLURM_JOB_NODELIST" | wc -l)"')
          while [ -n "$(squeue --noheader --jobs="$id" 2> /dev/null)" ]; do sleep 0.05; done
          echo "ONE=$(cat one)" >> $OUTPUTS
          echo "SHOWN=$(scontrol show hostnames 'n[1-3,07-09],other' | tr '\\n' ' ')" >> $OUTPUTS
`,
    { mode: 'slurm' },
  );
  expect(record.failure).toBeUndefined();
  const { THREE = '', ONE, SHOWN } = outputs['main'] ?? {};
  const [, first, host, daemon] = /^3 3 \S+ = 3 = (\S+) (\S+) (\S+)$/.exec(THREE) ?? [];
  expect([first, first]).toEqual([host, daemon]);
  expect(ONE).toBe('1 1');
  expect(SHOWN).toBe('n1 n2 n3 n07 n08 n09 other ');
});
