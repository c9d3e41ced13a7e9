import { lintRuns } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { rules } from '../../src/rules/index.generated.ts';
import type { RunRecord } from '../../src/trace/run-record.ts';

import { runForReal, shortLimits } from '../support/real-run.ts';

// How services end, and what a run says of it: a fault, a note, or nothing.

/** A service that puts itself in the background, as `websockify --daemon` does. */
const selfDaemon = `import http.server, os, sys
if '--daemon' in sys.argv:
    if os.fork():
        os._exit(0)
    os.setsid()
    if os.fork():
        os._exit(0)
http.server.ThreadingHTTPServer(('', int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
`;

/** A service that takes its time to end. */
const slowService = `import http.server, os, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (time.sleep(6), os._exit(0)))
http.server.ThreadingHTTPServer(('', int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
`;

const example = (service: string) =>
  sessionExample({
    start: { service },
    files: { 'workflows/hello/daemon.py': selfDaemon, 'workflows/hello/slow.py': slowService },
  });

/** What is read of a run, each with its level and the line of the start script. */
function said(texts: Readonly<Record<string, string>>, record: RunRecord) {
  const { workspace } = openWorkspace(memoryFiles(texts));
  const { diagnostics } = lintRuns([record], workspace, {
    rules,
    configuration: { rules: {}, overrides: [], shellcheck: {}, run: {}, workflowsSettings: {} },
  });
  return diagnostics.map(({ rule, severity, at }) => [
    rule,
    severity,
    texts[at.file]?.slice(at.start, at.end) ?? '',
  ]);
}

describe('a daemon that holds the announced port when the job is over', () => {
  test.each([
    ['controller', 'python3 workflows/hello/daemon.py "$port" --daemon'],
    ['pbs', 'python3 workflows/hello/daemon.py "$port" --daemon'],
  ] as const)('%s: is a note where its program went into the background by itself', async (mode, command) => {
    const texts = example(`${command}\nsleep infinity`);
    const { record } = await runForReal(texts, { mode });
    expect([record.outcome, record.failure]).toEqual(['passed', undefined]);
    expect(said(texts, record)).toEqual([['left-port', 'note', command]]);
    expect(record.leftovers.map((one) => one.kind)).toEqual(expect.arrayContaining(['process', 'port']));
  });
  test.each([
    ['(setsid python3 workflows/hello/daemon.py "$port" &)'],
    ['setsid --fork python3 workflows/hello/daemon.py "$port"'],
  ])('is a fault where the script has detached it: %s', async (command) => {
    const texts = example(`${command}\nsleep infinity`);
    const { record } = await runForReal(texts);
    expect(record.outcome).toBe('failed');
    expect(said(texts, record)).toEqual([['left-port', 'error', command]]);
  });
  test('is a fault where it was told to end and did not', async () => {
    const texts = example('trap "" TERM\npython3 workflows/hello/daemon.py "$port"');
    const { record } = await runForReal(texts);
    expect(record.outcome).toBe('failed');
    expect(said(texts, record).map(([, severity]) => severity)).toEqual(['error']);
  });
});

test('a service that ends late and clean passes, with a note', async () => {
  const texts = example('exec python3 workflows/hello/slow.py "$port"');
  const { record } = await runForReal(texts, { limits: { ...shortLimits, stopMs: 30_000 } });
  expect([record.outcome, record.leftovers]).toEqual(['passed', []]);
  expect(said(texts, record)).toEqual([['not-stopped', 'note', '#!/bin/bash']]);
  expect(record.observations[0]?.message).toMatch(
    /^start\.sh took \d+\.\d s to end after it was cancelled; it gets 30 s$/,
  );
}, 600_000);
