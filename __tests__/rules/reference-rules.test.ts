import { undeclaredInput } from '../../src/rules/expression/undeclared-input.ts';
import { needsNotListed } from '../../src/rules/workflow/needs-not-listed.ts';
import { outputReadTooEarly } from '../../src/rules/workflow/output-read-too-early.ts';
import { unknownOutput } from '../../src/rules/workflow/unknown-output.ts';
import { filePath } from '../../src/source/span.ts';
import { said, workflowOf } from '../analysis/workflow-of.ts';

describe('undeclared-input', () => {
  const reading = (extra: string) =>
    workflowOf(`${extra}jobs:
  main:
    steps:
      - run: echo "\${{ inputs.define_cleanup_script }}"
`);

  const severities = (open: ReturnType<typeof workflowOf>) =>
    open.workflow.expressions.flatMap((site) =>
      [...undeclaredInput.check({ site, workflow: open.workflow, file: open.file }, open.context)].map(
        (finding) => finding.severity ?? undeclaredInput.meta.severity,
      ),
    );

  test('is an error in a workflow with a session, a warning in one that others may call', () => {
    expect(severities(reading('sessions:\n  session:\n'))).toEqual(['error']);
    expect(severities(reading(''))).toEqual(['warning']);
  });

  test('is silent about what a workflow of the same repository passes', () => {
    const called = reading('');
    const { file } = workflowOf(
      'jobs:\n  main:\n    steps:\n      - uses: workflow/submitter\n        with:\n          define_cleanup_script: true\n',
    );
    const caller = { ...file, source: { ...file.source, path: filePath('workflows/caller/workflow.yaml') } };
    const workspace = { ...called.context.workspace, workflows: [called.file, caller] };
    expect(severities({ ...called, context: { ...called.context, workspace } })).toEqual([]);
  });
});

describe('needs-not-listed', () => {
  const repaired = (job: string) => {
    const open = workflowOf(
      `jobs:\n  ports:\n    steps:\n      - run: date\n  serve:\n${job}      - if: \${{ needs.ports.outputs.PORT == 1 }}\n        run: date\n`,
    );
    const { workflow, file, context, text } = open;
    const [finding] = workflow.expressions.flatMap((site) => [
      ...needsNotListed.check({ site, workflow, file }, context),
    ]);
    const [edit] = finding?.fix?.edits ?? [];
    if (edit === undefined) return undefined;
    const changed = text.slice(0, edit.span.start) + edit.replacement + text.slice(edit.span.end);
    return changed.slice(changed.indexOf('  serve:\n') + '  serve:\n'.length, changed.indexOf('      - if'));
  };

  test.each([
    ['    steps:\n', '    needs: [ports]\n    steps:\n'],
    ['    needs: [build]\n    steps:\n', '    needs: [build, ports]\n    steps:\n'],
    ['    needs: []\n    steps:\n', '    needs: [ports]\n    steps:\n'],
    ['    needs:\n      - build\n    steps:\n', '    needs:\n      - build\n      - ports\n    steps:\n'],
  ])('adds the job to %j', (before, after) => {
    expect(repaired(before)).toBe(after);
  });

  test('is silent when the list is computed', () => {
    expect(repaired('    needs: ${{ inputs.jobs }}\n    steps:\n')).toBeUndefined();
  });
});

describe('outputs', () => {
  test("the port that the guide reads of update-session itself is nobody's fault", () => {
    const open = workflowOf(`sessions:
  session:
jobs:
  update_session:
    steps:
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.session }}
          target: \${{ inputs.resource.id }}
          local_port: \${{ needs.update_session.outputs.local_port }}
`);
    const subject = { workflow: open.workflow, file: open.file };
    expect(said(open, unknownOutput.check(subject, open.context))).toEqual([]);
    expect(said(open, outputReadTooEarly.check(subject, open.context))).toEqual([]);
  });

  test('an output of a sourced script is known, a misspelt one is blamed and the writer shown', () => {
    const open = workflowOf(
      `jobs:
  wait:
    steps:
      - run: source utils/wait_service.sh
  update:
    needs: [wait]
    steps:
      - name: \${{ needs.wait.outputs.HOSTNAME }}:\${{ needs.wait.outputs.SESION_PORT }}
        run: date
`,
      { 'utils/wait_service.sh': 'echo "HOSTNAME=$h" >> $OUTPUTS\necho "SESSION_PORT=$p" >> $OUTPUTS\n' },
    );
    const findings = [...unknownOutput.check({ workflow: open.workflow, file: open.file }, open.context)];
    expect(said(open, findings)).toEqual([
      'SESION_PORT: no step of job "wait" writes the output "SESION_PORT"',
    ]);
    expect(findings[0]?.related?.[0]?.span.file).toBe('utils/wait_service.sh');
    expect(findings[0]?.help).toBe('did you mean "SESSION_PORT"?');
  });
});
