import { analysisContext } from '../../src/analysis/analysis.ts';
import { jobsBefore } from '../../src/analysis/job-order.ts';
import { sessionPattern } from '../../src/analysis/session-pattern.ts';
import { stepHost } from '../../src/analysis/step-host.ts';
import type { Workspace } from '../../src/model/workflow.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { type SessionExampleChanges, sessionExample } from '../../src/rules/session-example.ts';
import { memoryFiles } from '../support/memory-files.ts';

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
