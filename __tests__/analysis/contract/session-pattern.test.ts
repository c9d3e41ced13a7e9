import { analysisContext } from '../../../src/analysis/analysis.ts';
import { sessionPattern } from '../../../src/analysis/contract/session-pattern.ts';
import { waitsForService } from '../../../src/analysis/contract/waiting-steps.ts';
import { jobsBefore } from '../../../src/analysis/workflow/job-order.ts';
import { forwardsPorts, movesFiles } from '../../../src/analysis/workflow/side-channels.ts';
import { stepHost } from '../../../src/analysis/workflow/step-host.ts';
import type { Workspace } from '../../../src/model/workflow.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { type SessionExampleChanges, sessionExample } from '../../../src/rules/examples/session-example.ts';

function opened(changes: SessionExampleChanges = {}): Workspace {
  return openWorkspace(memoryFiles(sessionExample(changes))).workspace;
}

function patternOf(changes: SessionExampleChanges = {}) {
  const workspace = opened(changes);
  const [file] = workspace.workflows;
  return file && analysisContext(workspace).ask(sessionPattern, file);
}

describe('sessionPattern', () => {
  test('finds the parts of the guide', () => {
    const pattern = patternOf();
    expect(pattern?.sessions.map(({ name }) => name.value)).toEqual(['session']);
    expect(pattern?.checkouts.map(({ job }) => job.id.value)).toEqual(['preprocessing']);
    expect(pattern?.runners.map(({ job }) => job.id.value)).toEqual(['session_runner']);
    expect(pattern?.updates.map(({ job }) => job.id.value)).toEqual(['update_session']);
    expect(pattern?.startScript?.path).toBe('workflows/hello/start.sh');
    expect(pattern?.resource).toBe('resource');
  });

  const endpoint = '#!/bin/bash\npw endpoints run --name hello -- serve --port {port}\n';
  const otherShapes: readonly (readonly [string, SessionExampleChanges])[] = [
    ['has no session', { sessions: '' }],
    ['has links alone', { sessions: 'session:\n  type: link\n' }],
    ['registers an endpoint', { files: { 'workflows/hello/start.sh': endpoint } }],
    [
      'calls another subworkflow',
      {
        session_runner: `steps:
  - uses: marketplace/script_submitter/v3.6
    with:
      resource: \${{ inputs.resource }}
`,
      },
    ],
    [
      'updates a Kubernetes session',
      {
        update_session: `steps:
  - uses: parallelworks/update-session
    with:
      name: \${{ sessions.session }}
      remotePort: 8265
      targetInfo: {name: a, namespace: b, resourceType: pods, resourceName: c}
`,
      },
    ],
    ['asks for a Kubernetes cluster', { inputs: 'cluster:\n  type: kubernetes-clusters\n' }],
  ];
  for (const [what, changes] of otherShapes) {
    test(`leaves a workflow in peace that ${what}`, () => expect(patternOf(changes)).toBeUndefined());
  }
});

describe('stepHost', () => {
  function hostOf(ssh: string): string {
    const { workflows } = opened({ wait_for_service: `${ssh}steps:\n  - run: sleep 1\n` });
    const workflow = workflows[0]?.workflow;
    const job = workflow?.jobs.find(({ id }) => id.value === 'wait_for_service');
    const [step] = job?.steps ?? [];
    if (workflow === undefined || job === undefined || step === undefined) throw new Error('no step');
    const host = stepHost(step, job, workflow);
    return host.kind === 'resource' ? host.reference : host.kind;
  }
  test.each([
    ['', 'workspace'],
    ['ssh:\n', 'workspace'],
    ["ssh:\n  remoteHost: ''\n", 'workspace'],
    ['ssh:\n  remoteHost: ${{ inputs.resource.ip }}\n', 'resource'],
    ['ssh:\n  remoteHost: ${{ inputs.cluster.resource.ip }}\n', 'cluster.resource'],
    ['ssh:\n  remoteHost: login.example.com\n', 'unknown'],
    ['ssh:\n  remoteHost: ${{ needs.agent.outputs.host }}:${{ needs.agent.outputs.port }}\n', 'unknown'],
    ['runs-on: ${{ inputs.target }}\n', 'unknown'],
  ])('with %j', (ssh, expected) => {
    expect(hostOf(ssh)).toBe(expected);
  });
});

describe('jobsBefore', () => {
  test('follows needs, and ends on a circle', () => {
    const { workflows } = opened({ preprocessing: 'needs: [update_session]\nsteps:\n  - run: sleep 1\n' });
    const workflow = workflows[0]?.workflow;
    const job = workflow?.jobs.find(({ id }) => id.value === 'update_session');
    if (workflow === undefined || job === undefined) throw new Error('no job');
    expect([...jobsBefore(job, workflow)].sort()).toEqual(['preprocessing', 'wait_for_service']);
  });
});

describe('ways around the session', () => {
  function blocks(run: string) {
    const workspace = opened({ complete: `needs: [update_session]\nsteps:\n  - run: |\n      ${run}\n` });
    const [file] = workspace.workflows;
    if (file === undefined) throw new Error('no workflow');
    const context = analysisContext(workspace);
    return { forwards: forwardsPorts(file, context), moves: movesFiles(file, context) };
  }
  test.each([
    ['ssh -N -L 80:localhost:80 login', true, true],
    ['autossh -M 0 login', true, false],
    ['pw forward 8080', true, false],
    ['scp start.sh login:', false, true],
    ['scp inputs.sh login:', false, false],
    ['echo "connect with ssh -L 80:localhost:80"', false, false],
    ['pw agent open-port', false, false],
  ])('of %j', (run, forwards, moves) => {
    expect(blocks(run)).toEqual({ forwards, moves });
  });
});

describe('waitsForService', () => {
  test.each([
    ['source utils/wait_service.sh', true],
    ['while [ ! -f job.started ]; do sleep 3; done', true],
    ['until curl -s localhost; do sleep 1; done; cat SESSION_PORT', true],
    ['for f in HOSTNAME SESSION_PORT job.started; do rm -f $f; done', false],
    ['echo "see wait_service.sh"', false],
    ['while true; do date; sleep 60; done', false],
  ])('of %j', (run, expected) => {
    const workspace = opened({ complete: `steps:\n  - run: |\n      ${run}\n` });
    const step = workspace.workflows[0]?.workflow?.jobs.find(({ id }) => id.value === 'complete')?.steps[0];
    if (step === undefined) throw new Error('no step');
    expect(waitsForService(step, analysisContext(workspace))).toBe(expected);
  });
});
