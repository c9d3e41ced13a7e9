import { openWorkspace } from '../../src/model/workspace.ts';
import { clockSeconds, durationMs } from '../../src/plan/duration.ts';
import { type PlanRequest, planRun } from '../../src/plan/plan-run.ts';
import { fillText, fillValue, templateOf } from '../../src/plan/template.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { verbatim } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';

const jobs = 'jobs:\n  main:\n    steps:\n      - run: echo\n';

function plan(workflow: string, request: Partial<PlanRequest> = {}) {
  const { workspace } = openWorkspace(memoryFiles({ 'workflows/x/workflow.yaml': workflow }));
  const file = workspace.workflows[0];
  if (file === undefined) throw new Error('no workflow');
  return planRun(file, workspace, { mode: 'controller', scenario: 'default', inputs: {}, ...request });
}

function planned(workflow: string, request: Partial<PlanRequest> = {}) {
  const outcome = plan(workflow, request);
  if (outcome.kind === 'problem')
    throw new Error(outcome.findings.map((finding) => finding.message).join('; '));
  return outcome.plan;
}

const form = (inputs: string): string =>
  `${jobs}on:\n  execute:\n    inputs:\n${inputs.replace(/^/gm, '      ')}\n`;

describe('the form', () => {
  test('is filled with its defaults, those that are expressions included, in any order', () => {
    const { inputs } = planned(
      form(
        'late: {type: string, default: "${{ inputs.early }}!"}\nearly: {type: string, default: "${{ inputs.first }}?"}\nfirst: {type: string, default: a}',
      ),
    );
    expect(inputs).toEqual({ late: 'a?!', early: 'a?', first: 'a' });
  });
  test('gives every type what it yields at run time', () => {
    const { inputs } = planned(
      form(
        'n: {type: number, default: 4}\nb: {type: boolean}\nd: {type: dropdown, options: [{value: x, label: X}]}\nm: {type: multi-dropdown, options: [{value: x, label: X}]}\nt: {type: duration, default: "01:30:00"}\ng:\n  type: group\n  items:\n    s: {type: string, default: hi}',
      ),
    );
    expect(inputs).toEqual({ n: 4, b: false, d: 'x', m: [], t: 5400, g: { s: 'hi' } });
  });
  test('leaves ignored inputs out of what scripts get and makes them empty in expressions', () => {
    const { inputs, passed } = planned(
      form('a: {type: string, default: x, ignore: true}\nb: {type: string, default: y, hidden: true}'),
    );
    expect(inputs).toEqual({ a: '', b: 'y' });
    expect(passed).toEqual([{ name: 'b', value: 'y' }]);
  });
  test('leaves out everything in an ignored group, however deep, and keeps what is beside it', () => {
    const { inputs, passed } = planned(
      form(`
mode: {type: string, default: batch}
outer:
  type: group
  ignore: \${{ inputs.mode == 'batch' }}
  items:
    a: {type: string, default: x}
    inner:
      type: group
      items:
        b: {type: string, label: Deep}
beside:
  type: group
  ignore: \${{ inputs.mode == 'other' }}
  items:
    c: {type: string, default: y}
    d: {type: string, default: z, ignore: true}`),
    );
    expect(inputs).toEqual({
      mode: 'batch',
      outer: { a: '', inner: { b: '' } },
      beside: { c: 'y', d: '' },
    });
    expect(passed).toEqual([
      { name: 'mode', value: 'batch' },
      { name: 'beside.c', value: 'y' },
    ]);
  });
  test('asks for what is required in a group as soon as the group is not ignored', () => {
    const group = (mode: string) =>
      plan(
        form(
          `mode: {type: string, default: ${mode}}\ng:\n  type: group\n  ignore: "\${{ inputs.mode == 'batch' }}"\n  items:\n    b: {type: string, label: Deep}`,
        ),
      );
    expect(group('batch').kind).toBe('plan');
    expect(group('other')).toMatchObject({
      findings: [{ message: 'input "Deep" is required and has no value' }],
    });
  });
  test('takes values given nested and dotted before its defaults', () => {
    const group =
      'g:\n  type: group\n  items:\n    s: {type: string, default: hi}\n    n: {type: number, default: 1}';
    const { inputs } = planned(form(group), { inputs: { g: { s: 'ho' }, 'g.n': '2' } });
    expect(inputs).toEqual({ g: { s: 'ho', n: 2 } });
  });
  test('names a required input without a value by its label, at its place', () => {
    const outcome = plan(form('name: {type: string, label: Your name}'));
    expect(outcome).toMatchObject({
      kind: 'problem',
      findings: [{ message: 'input "Your name" is required and has no value' }],
    });
  });
  test('does not ask for what is optional, hidden, ignored or chosen from the resource', () => {
    expect(
      plan(
        form(
          'a: {type: string, optional: true}\nb: {type: string, hidden: true}\nc: {type: string, ignore: true}\nd: {type: slurm-partitions, resource: "${{ inputs.r }}"}\nr: {type: compute-clusters}',
        ),
      ).kind,
    ).toBe('plan');
  });
  test('refuses a value for an input that it does not have', () => {
    const outcome = plan(form('message: {type: string, default: x}'), { inputs: { mesage: 'y' } });
    expect(outcome).toMatchObject({
      findings: [{ message: 'the form has no input "mesage"', help: 'did you mean "message"?' }],
    });
  });
});

describe('a plan', () => {
  test('stands in for the resource, with the scheduler of the mode', () => {
    const workflow = form('resource: {type: compute-clusters, autoselect: true}');
    expect(planned(workflow).inputs).toMatchObject({ resource: { ip: 'localhost', schedulerType: '' } });
    expect(planned(workflow, { mode: 'pbs' }).inputs).toMatchObject({ resource: { schedulerType: 'pbs' } });
  });
  test('turns on the switch that feeds the job runner when there is a scheduler', () => {
    const workflow = `jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        with:\n          resource: \${{ inputs.resource }}\n          scheduler: \${{ inputs.submit }}\non:\n  execute:\n    inputs:\n      resource: {type: compute-clusters}\n      submit: {type: boolean, default: false}\n`;
    expect(planned(workflow).inputs).toMatchObject({ submit: false });
    expect(planned(workflow, { mode: 'slurm' }).inputs).toMatchObject({ submit: true });
    expect(planned(workflow, { mode: 'slurm', inputs: { submit: false } }).inputs).toMatchObject({
      submit: false,
    });
  });
  test('finds the job that waits by what update-session reads', () => {
    const workflow = `sessions:\n  s: {}\njobs:\n  run:\n    steps:\n      - run: echo\n  ready:\n    steps:\n      - run: echo\n  update:\n    needs: [ready]\n    steps:\n      - uses: parallelworks/update-session\n        with:\n          name: \${{ sessions.s }}\n          remotePort: \${{ needs.ready.outputs.PORT }}\n`;
    expect(planned(workflow).waitJob).toBe('ready');
  });
  test('says how true each part is', () => {
    const workflow = `jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n      - uses: marketplace/unknown/v1\n      - uses: parallelworks/scheduler-agent\n`;
    expect(planned(workflow).fidelity.map(({ what, how }) => `${what} ${how}`)).toEqual([
      'marketplace/job_runner/v4.0 emulated',
      'marketplace/unknown/v1 stand-in',
      'parallelworks/scheduler-agent skipped',
    ]);
  });
  test('names what cannot be run', () => {
    const workflow = 'jobs:\n  main:\n    runs-on: {mode: login}\n    steps:\n      - run: echo\n';
    expect(planned(workflow).unsupported?.what).toBe('"runs-on" of job "main"');
  });
  test.each([
    [7, 'script'],
    [8, 'script'],
    [9, 'refused'],
    [12, 'refused'],
  ])('follows a chain of %d calls to its end, or refuses the ninth: %s', (length, end) => {
    const call = (index: number): string =>
      `github/me/mine@main\n        with:\n          $yaml: workflows/w${index}/workflow.yaml`;
    const step = (index: number): string => (index === length ? 'run: echo' : `uses: ${call(index + 1)}`);
    const texts = Array.from({ length: length + 1 }, (_, index) => [
      `workflows/w${index}/workflow.yaml`,
      `jobs:\n  main:\n    steps:\n      - ${step(index)}\n`,
    ]);
    const { workspace } = openWorkspace(memoryFiles(Object.fromEntries(texts)));
    const [file] = workspace.workflows;
    if (file === undefined) throw new Error('no workflow');
    const request = { mode: 'controller', scenario: 'default', inputs: {}, repository: 'me/mine' } as const;
    const outcome = planRun(file, workspace, request);
    let action = outcome.kind === 'plan' ? outcome.plan.workflow.jobs[0]?.steps[0]?.action : undefined;
    let calls = 0;
    for (; action?.kind === 'subworkflow'; calls++) action = action.call.workflow.jobs[0]?.steps[0]?.action;
    expect({ end: action?.kind, calls }).toEqual({ end, calls: Math.min(length, 8) });
  });
  test('calls workflows of its own repository, and not in a circle', () => {
    const workflow = `jobs:\n  main:\n    steps:\n      - uses: github/me/mine@main\n        with:\n          $yaml: workflows/x/workflow.yaml\n`;
    const kinds: string[] = [];
    let workflowNow = planned(workflow, { repository: 'me/mine' }).workflow;
    for (;;) {
      const action = workflowNow.jobs[0]?.steps[0]?.action;
      if (action?.kind !== 'subworkflow') {
        kinds.push(action?.kind ?? 'none');
        break;
      }
      kinds.push(action.kind);
      workflowNow = action.call.workflow;
    }
    expect(kinds.at(-1)).toBe('refused');
    expect(kinds.length).toBeLessThan(12);
  });
});

describe('a template', () => {
  const contexts = { roots: { inputs: { n: 4, list: [1], multi: 'a\nb' } } };
  const template = (text: string) => templateOf(verbatim(filePath('f'), text, 100));
  test('keeps the type of a text that is one expression', () => {
    expect(fillValue({ kind: 'text', template: template('${{ inputs.n }}') }, contexts)).toBe(4);
    expect(fillValue({ kind: 'text', template: template('n=${{ inputs.n }}') }, contexts)).toBe('n=4');
  });
  test('leads a line of the filled text back to its place', () => {
    const { text, spanOfLine } = fillText(template('x ${{ inputs.multi }}\n  second'), contexts);
    expect(text).toBe('x a\nb\n  second');
    expect(spanOfLine(3)).toEqual({ file: 'f', start: 124, end: 130 });
  });
});

test('durations', () => {
  expect(['90', '30s', '5m', '2h', '1d', 'x', ''].map(durationMs)).toEqual([
    90_000,
    30_000,
    300_000,
    7_200_000,
    86_400_000,
    undefined,
    undefined,
  ]);
  expect(['01:30:00', '1-02', '2-00:10', 'x'].map(clockSeconds)).toEqual([5400, 93_600, 173_400, undefined]);
});

describe('what the platform refuses at submission is refused', () => {
  const refused = (text: string) => {
    const outcome = plan(text);
    if (outcome.kind === 'plan') return [];
    return outcome.findings.map(({ message, at }) => `${text.slice(at.start, at.end)}: ${message}`);
  };
  const steps = 'steps: [{run: echo}]';
  test('needs that name no job', () => {
    expect(refused(`jobs:\n  a: {needs: [gone], ${steps}}\n`)).toEqual([
      'gone: job "a" needs "gone", which is no job of this workflow',
    ]);
  });
  test('needs that go round, also for a job outside of the circle', () => {
    const text = `jobs:\n  c: {needs: [a], ${steps}}\n  a: {needs: [b], ${steps}}\n  b: {needs: [a], ${steps}}\n`;
    expect(refused(text)).toEqual(['b: job "a" needs "b", which waits for it in turn']);
  });
  test('a matrix that reads an output', () => {
    const matrix = '{n: "${{ needs.a.outputs.LIST }}"}';
    const text = `jobs:\n  a: {${steps}}\n  b: {needs: [a], strategy: {matrix: ${matrix}}, ${steps}}\n`;
    expect(refused(text)[0]).toContain('could not expand matrix jobs');
  });
  test('but not an instance of a matrix, nor needs that an expression gives', () => {
    const text = `jobs:\n  m: {strategy: {matrix: {n: [1, 2]}}, ${steps}}\n  b: {needs: [m-1], ${steps}}\n  c: {needs: "\${{ inputs.first }}", ${steps}}\n`;
    expect(refused(text)).toEqual([]);
  });
});
