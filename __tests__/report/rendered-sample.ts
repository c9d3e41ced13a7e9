import { type RenderSource, renderSource } from '../../src/report/render.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf, runOf } from './sample-report.ts';

/** A report as people get it: findings with code, a run that passed, one that failed with its log, the jobs. */
export function renderedSample(): RenderSource {
  const path = filePath('workflows/hello-world/start.sh');
  const log = Array.from({ length: 40 }, (_, index) => `line ${index} ${'of a long log '.repeat(index % 9)}`);
  const files = {
    [path]: `#!/bin/bash\nset -e\nport=$(«pw agent open-port»)\n«${'echo a long line '.repeat(40)}»\n«a\nb\nc»\n`,
    'workflows/hello-world/workflow.yaml': 'jobs:\n  a:\n    steps: «[]»\n',
  };
  const report = reportOf(
    files,
    (one, index) => ({
      severity: (['error', 'warning', 'note'] as const)[index % 3] ?? 'error',
      help: 'write it as the form has it, or declare it there',
      related: [{ span: { ...one.at, start: 0, end: 4 }, text: 'begins here' }],
      ...(index === 0 && {
        fix: { title: 'Quote it', safety: 'safe', edits: [{ span: one.at, replacement: 'x' }] } as const,
      }),
    }),
    {
      runs: [
        runOf(),
        runOf({
          mode: 'slurm',
          scenario: 'large',
          outcome: 'failed',
          failure: { cause: 'timeout', message: 'nothing listened within 60 s', help: 'look at the log' },
          log,
        }),
      ],
      graphs: [
        {
          workflow: 'hello-world',
          path: 'workflows/hello-world/workflow.yaml',
          jobs: [
            { id: 'preprocessing', needs: [], does: 'checkout, run' },
            { id: 'session_runner', needs: ['preprocessing'], does: 'job_runner' },
            { id: 'wait_for_service', needs: ['preprocessing'], does: 'run' },
            { id: 'update_session', needs: ['wait_for_service'], does: 'update-session' },
          ],
        },
      ],
      remarks: ['only workflows that differ from main were run'],
      commit: 'c'.repeat(40),
    },
  );
  return renderSource(report);
}
