import type { Diagnostic } from '../../src/diagnostics/finding.ts';
import type { Report } from '../../src/report/report.ts';
import { filePath, type Span } from '../../src/source/span.ts';
import type { RunRecord } from '../../src/trace/run-record.ts';

/** A file with `«…»` around what is marked; gives its text without the marks and the spans. */
export function marked(
  path: string,
  text: string,
): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let plain = '';
  let start = 0;
  for (const piece of text.split(/([«»])/)) {
    if (piece === '«') start = plain.length;
    else if (piece === '»') spans.push({ file: filePath(path), start, end: plain.length });
    else plain += piece;
  }
  return { text: plain, spans };
}

/** A report over files with marks: one finding for each mark, altered by `each`. */
export function reportOf(
  files: Readonly<Record<string, string>>,
  each: (diagnostic: Diagnostic, index: number) => Partial<Diagnostic> = () => ({}),
  rest: Partial<Report> = {},
): Report {
  const texts = new Map<string, { readonly path: ReturnType<typeof filePath>; readonly text: string }>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, content] of Object.entries(files)) {
    const { text, spans } = marked(path, content);
    texts.set(path, { path: filePath(path), text });
    for (const at of spans) {
      const index = diagnostics.length;
      const plain: Diagnostic = {
        rule: 'undeclared-input',
        severity: 'error',
        message: `unknown input "${text.slice(at.start, at.end)}"`,
        at,
        fingerprint: `f${index}`,
        workflow: 'hello-world',
      };
      diagnostics.push({ ...plain, ...each(plain, index) });
    }
  }
  return {
    tool: { name: 'pw-workflow-check', version: '1.0.0' },
    rules: [],
    files: texts,
    workflows: [
      {
        name: 'hello-world',
        path: 'workflows/hello-world/workflow.yaml',
        outcome: diagnostics.length > 0 ? 'failed' : 'passed',
      },
    ],
    diagnostics,
    allowed: [],
    runs: [],
    faults: [],
    remarks: [],
    ...rest,
  };
}

/** A run that passed, altered by `change`. */
export function runOf(change: Partial<RunRecord> = {}): RunRecord {
  return {
    workflow: 'hello-world',
    path: filePath('workflows/hello-world/workflow.yaml'),
    mode: 'controller',
    scenario: 'default',
    outcome: 'passed',
    observations: [],
    readyMs: 412,
    detectMs: 8,
    service: {
      hostname: 'node1',
      port: 43117,
      listening: [{ address: '0.0.0.0', port: 43117, pid: 12, command: 'python3' }],
      probe: { url: 'http://node1:43117/', status: 200 },
    },
    coordination: [
      { file: 'job.started', atMs: 20, content: '', by: 'job_runner' },
      { file: 'HOSTNAME', atMs: 31, content: 'node1', by: 'start.sh' },
      { file: 'SESSION_PORT', atMs: 33, content: '43117', by: 'start.sh' },
    ],
    phases: [
      { phase: 'prepare', ms: 20 },
      { phase: 'start', ms: 11 },
      { phase: 'wait', ms: 381 },
      { phase: 'stop', ms: 60 },
      { phase: 'inspect', ms: 5 },
    ],
    jobs: [{ job: 'session_runner', outcome: 'passed', ms: 400, outputs: {} }],
    leftovers: [],
    fidelity: [{ what: 'parallelworks/update-session', how: 'emulated' }],
    log: ['serving'],
    ...change,
  };
}
