import { type RenderSource, renderSource } from '../../src/report/render.ts';
import { filePath } from '../../src/source/span.ts';
import { runOf } from './sample-report.ts';

/** A report that holds the text everywhere where a text of the user can be. */
export function infested(text: string): RenderSource {
  const path = filePath(`workflows/${text.slice(0, 300)}/start.sh`);
  const at = { file: path, start: 0, end: Math.min(20, text.length) };
  return renderSource({
    tool: { name: 'pw-workflow-check', version: '1.0.0' },
    commit: undefined,
    rules: [],
    files: new Map([[path, { path, text: `${text}\n${text}` }]]),
    workflows: [{ name: text, path, outcome: 'failed', reason: text }],
    diagnostics: [
      {
        rule: text,
        severity: 'error',
        message: text,
        at,
        help: text,
        fingerprint: 'f',
        workflow: text,
        url: text,
        related: [{ span: at, text }],
        fix: { title: text, safety: 'safe', edits: [{ span: at, replacement: text }] },
      },
    ],
    allowed: [
      { diagnostic: { rule: text, severity: 'note', message: text, at, fingerprint: 'g' }, reason: text },
    ],
    runs: [
      runOf({
        workflow: text,
        path,
        scenario: text,
        outcome: 'failed',
        failure: { cause: 'timeout', message: text, at, help: text },
        log: [text],
        coordination: [{ file: text, atMs: 3, content: text, by: text }],
        jobs: [{ job: text, outcome: 'failed', ms: 1, outputs: { [text]: text } }],
        leftovers: [{ kind: 'process', pid: 1, command: text }],
        fidelity: [{ what: text, how: 'skipped', why: text }],
        kept: text,
      }),
    ],
    faults: [{ kind: 'tool-missing', message: text }],
    remarks: [text],
    graphs: [{ workflow: text, path, jobs: [{ id: text, needs: [], does: text }] }],
  });
}
