import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { lintRuns } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import type { RunLimits, SchedulerBehaviour } from '../../src/plan/run-plan.ts';
import { unmark } from '../../src/rules/examples/marks.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { rules } from '../../src/rules/index.generated.ts';
import type { RunMode } from '../../src/trace/run-record.ts';
import { runForReal, severalAtATime, shortLimits } from '../support/real-run.ts';

// A folder is a service with one fault, or with none although it looks so: start.sh with the place marked, and
// case.json. All are run with PW_CHECK_FULL=1, as in CI; otherwise every eighth.
const folder = '__tests__/fixtures/run';
const everyNth = process.env['PW_CHECK_FULL'] === '1' ? 1 : 8;
const together = 4;

interface GalleryCase {
  readonly why: string;
  /** Null: the run passes. */
  readonly cause: string | null;
  /** Part of the message. */
  readonly says?: string;
  readonly mode?: RunMode;
  readonly limits?: Partial<RunLimits>;
  readonly scheduler?: Partial<SchedulerBehaviour>;
  readonly wait?: string;
  readonly sessions?: string;
  readonly preprocessing?: string;
  readonly session_runner?: string;
  readonly complete?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const names = readdirSync(folder).sort();
const chosen = names.filter((_, index) => index % everyNth === 0);
const read = (name: string): GalleryCase => JSON.parse(readFileSync(`${folder}/${name}/case.json`, 'utf8'));

const quickWait = `until [ -f job.started ]; do
  [ ! -f job.ended ] || exit 1
  sleep 0.1
done
sleep 0.5
host=$(cat HOSTNAME)
port=$(cat SESSION_PORT)
until curl -s -o /dev/null --max-time 2 "http://$host:$port/"; do
  [ ! -f job.ended ] || exit 1
  sleep 0.2
done
echo "HOSTNAME=$host" >> "$OUTPUTS"
echo "SESSION_PORT=$port" >> "$OUTPUTS"
`;

async function run(name: string) {
  const one = read(name);
  const { session_runner, preprocessing, complete, sessions } = one;
  const marked = sessionExample({
    ...(session_runner !== undefined && { session_runner }),
    ...(preprocessing !== undefined && { preprocessing }),
    ...(complete !== undefined && { complete }),
    ...(sessions !== undefined && { sessions }),
    files: {
      'utils/wait_service.sh': one.wait ?? quickWait,
      'workflows/hello/start.sh': readFileSync(`${folder}/${name}/start.sh`, 'utf8'),
      ...one.files,
    },
  });
  const texts: Record<string, string> = {};
  const marks: object[] = [];
  for (const [path, text] of Object.entries(marked)) {
    const plain = unmark(path.endsWith('.yaml') ? scheduled(text, one.mode) : text);
    texts[path] = plain.text;
    marks.push(...plain.marks.map((mark) => ({ path, ...mark })));
  }
  const { record } = await runForReal(texts, {
    mode: one.mode ?? 'controller',
    limits: { ...shortLimits, ...one.limits },
    ...(one.scheduler !== undefined && { scheduler: one.scheduler }),
  });
  const { workspace } = openWorkspace(memoryFiles(texts));
  const { diagnostics } = lintRuns([record], workspace, {
    rules,
    configuration: { rules: {}, overrides: [], shellcheck: {}, run: {}, workflowsSettings: {} },
  });
  const found = diagnostics.map(({ rule, at }) => ({
    rule,
    path: at.file as string,
    start: at.start,
    end: at.end,
  }));
  return { one, record, found, marks };
}

/** With a scheduler, the job runner of the example is told to use it. */
function scheduled(workflow: string, mode: RunMode | undefined): string {
  if (mode === undefined || mode === 'controller' || /scheduler: true/.test(workflow)) return workflow;
  return workflow.replace(/( +)inject_markers: false/, '$1inject_markers: false\n$1scheduler: true');
}

// Those of endpoints have tests of their own.
test('every cause of a failed run has a service with that fault', () => {
  // These rules judge what was seen beside the one cause.
  const beside = [
    'session-leads-nowhere',
    'leaves-session-prefix',
    'wait-step-never-done',
    'wait-step-too-early',
  ];
  const causes = rules.flatMap(({ meta }) =>
    meta.group === 'run' && !beside.includes(meta.id) && !meta.id.startsWith('endpoint-') ? [meta.id] : [],
  );
  const shown = new Set(names.map((name) => read(name).cause));
  expect(causes.filter((cause) => !shown.has(cause))).toEqual([]);
});

const results = new Map<string, Awaited<ReturnType<typeof run>>>();
let taken: Server | undefined;

beforeAll(async () => {
  // Port 8080 belongs to somebody else, whoever that is.
  taken = createServer();
  await new Promise<void>((done) => {
    taken?.on('error', () => done());
    taken?.listen(8080, '0.0.0.0', () => done());
  });
  const all = await severalAtATime(chosen, together, run);
  chosen.forEach((name, index) => {
    const result = all[index];
    if (result !== undefined) results.set(name, result);
  });
}, 900_000);
afterAll(() => void taken?.close());

test.each(chosen)('%s', (name) => {
  const result = results.get(name);
  const { one, record, found, marks } =
    result ??
    (() => {
      throw new Error('it was not run');
    })();
  if (one.cause === null) {
    expect({ outcome: record.outcome, failure: record.failure?.message, found }).toEqual({
      outcome: 'passed',
      failure: undefined,
      found: [],
    });
    return;
  }
  expect(record.failure?.cause).toBe(one.cause);
  if (one.says !== undefined) expect(record.failure?.message).toContain(one.says);
  expect(found).toEqual(marks.map((mark) => ({ rule: one.cause, ...mark })));
});

const rest = names.filter((name) => !chosen.includes(name));
if (rest.length > 0) test.skip.each(rest)('%s (needs PW_CHECK_FULL=1)', () => {});
