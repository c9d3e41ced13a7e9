import type { PlannedStep } from '../../../src/plan/run-plan.ts';
import { templateOf } from '../../../src/plan/template.ts';
import type { StepFailure } from '../../../src/run/engine/job-state.ts';
import {
  type AttemptOrder,
  refusedHost,
  type StepExecution,
  stepAttempt,
} from '../../../src/run/engine/step-attempt.ts';
import { verbatim } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';
import { serviceScript } from '../../support/verdict-sources.ts';

const at = { file: filePath('workflow.yaml'), start: 3, end: 4 };
const never = new AbortController().signal;
const retry = { maxRetries: { kind: 'literal', value: 2 } } as PlannedStep['retry'];

/** The second of three attempts of a step, and what it told of failures and of what it left out. */
function attemptOf(
  step: Partial<PlannedStep>,
  more: {
    readonly service?: StepExecution['execution']['service'];
    readonly outputs?: Readonly<Record<string, string>>;
    readonly jobHost?: PlannedStep['host'];
    readonly order?: Partial<AttemptOrder>;
  } = {},
) {
  const failures: StepFailure[] = [];
  const notes: string[] = [];
  const of = {
    execution: {
      world: {
        env: { HOME: '/home/u', PW_API_KEY: 'key', PW_JOB_ID: 'x-1' },
        plan: { name: 'x', sessions: [] },
        jobNumber: '00001',
        hosts: ['', 'localhost', 'login'],
        elapsed: () => 7,
        note: ({ what }: { what: string }) => notes.push(what),
      },
      workflow: { env: [] },
      inputs: {},
      directory: '/job',
      logs: '/job/logs',
      above: ['outer'],
      service: more.service,
      jobs: new Map(),
      sinks: { failed: (failure: StepFailure) => failures.push(failure) },
    },
    job: {
      id: 'runs',
      job: { id: 'runs', needs: [], env: [], host: more.jobHost },
      outputs: more.outputs ?? {},
      stepOutputs: {},
    },
    step: { index: 1, name: 'serve', at, env: [], ...step },
    state: {},
  } as unknown as StepExecution;
  const order: AttemptOrder = {
    number: 1,
    total: 3,
    last: false,
    counts: true,
    clean: false,
    signal: never,
    timeout: never,
    ...more.order,
  };
  return { attempt: stepAttempt(of, order), failures, notes };
}

const text = (written: string) => templateOf(verbatim(filePath('workflow.yaml'), written, 0));

test('an attempt finds its files, its place and the key of the platform in its environment', () => {
  const { attempt } = attemptOf({
    env: [{ name: 'PW_API_KEY', value: { kind: 'literal', value: 'mine' }, span: at }],
  });
  expect(attempt.env).toMatchObject({
    JOB_DIR: '/job',
    OUTPUTS: '/job/logs/runs/step_1/outputs',
    PW_CHECK_STEP: 'outer/runs/1',
    PW_API_KEY: 'key',
  });
  expect(attempt.env).not.toHaveProperty('PW_WORKFLOW_STEP_CURRENT_RETRY');
});

test('the variables of a retry are there for one that is tried again', () => {
  const { attempt } = attemptOf({ retry });
  const variables = { PW_WORKFLOW_STEP_CURRENT_RETRY: '1', PW_WORKFLOW_STEP_MAX_RETRIES: '2' };
  expect(attempt.env).toMatchObject(variables);
  expect(attempt.contexts.roots['env']).toMatchObject(variables);
});

test.each([
  [undefined, '/job', 0],
  ['sub', '/job/sub', 0],
  ['~/data', '/home/u/data', 0],
  ['$PWD/x', '/job/x', 0],
  ['$(mktemp -d)', '/job', 1],
])('with the working directory %j it runs in %s', (written, cwd, noted) => {
  const { attempt, notes } = attemptOf(written === undefined ? {} : { workingDirectory: text(written) });
  expect(attempt.cwd).toBe(cwd);
  expect(notes).toHaveLength(noted);
});

test('a failure that counts is told, with its attempt', () => {
  const { attempt, failures } = attemptOf({});
  expect(attempt.fail('it failed', { status: 3 })).toBe('failed');
  expect(failures).toEqual([
    {
      jobs: ['outer', 'runs'],
      step: 'serve',
      atMs: 7,
      message: 'it failed (attempt 2 of 3)',
      at,
      log: [],
      status: 3,
      unsupported: undefined,
      service: 'no',
    },
  ]);
  const single = attemptOf({}, { order: { number: 0, total: 1 } });
  single.attempt.fail('it failed');
  expect(single.failures[0]?.message).toBe('it failed');
});

test('a failure that does not count is not told', () => {
  const { attempt, failures } = attemptOf({}, { order: { counts: false } });
  expect(attempt.fail('it failed')).toBe('failed');
  expect(failures).toEqual([]);
});

test.each<[PlannedStep['service'], Readonly<Record<string, string>>, StepFailure['service']]>([
  [undefined, {}, 'action'],
  ['runs', {}, 'script'],
  ['submits', { jobid: '7' }, 'script'],
  ['submits', {}, 'action'],
  [undefined, { jobid: '7' }, 'action'],
])(
  'the failure of a step of the job runner that %s, with outputs %j, is one of the %s',
  (role, outputs, expected) => {
    const { attempt, failures } = attemptOf({ service: role }, { service: serviceScript, outputs });
    attempt.fail('it failed');
    expect(failures[0]?.service).toBe(expected);
  },
);

const host = (written: string) => ({ kind: 'text', template: text(written) }) as const;

test.each<[string, PlannedStep['host'], PlannedStep['host'], string | undefined]>([
  ['nowhere else', undefined, undefined, undefined],
  ['a host that is this machine', undefined, host(' login '), undefined],
  ["its job's host", undefined, host('node7'), 'node7'],
  ['this machine, in a job that is elsewhere', host('login'), host('node7'), undefined],
  ['a host of its own', host('node8'), host('login'), 'node8'],
  ['the workspace', 'workspace', host('node7'), undefined],
])('for a step on %s', (_, own, jobHost, refused) => {
  expect(refusedHost(attemptOf(own === undefined ? {} : { host: own }, { jobHost }).attempt)).toBe(refused);
});

test('nothing has been read in vain before the step begins', () => {
  expect(attemptOf({}).attempt.missing).toEqual([]);
});
