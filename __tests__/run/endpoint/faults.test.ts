import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintRuns, lintWorkspace } from '../../../src/lint/lint.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { rules } from '../../../src/rules/index.generated.ts';
import { lineIndex } from '../../../src/source/line-index.ts';
import type { RunMode } from '../../../src/trace/run-record.ts';
import { runForReal, severalAtATime, shortLimits } from '../../support/real-run.ts';

// A repository in the layout of today: services that outlive their runs behind endpoints, with scripts that are put
// together on the way, a shared workflow that waits, a model server, and a second way to serve when the first fails.
const fixture = fileURLToPath(new URL('../../fixtures/endpoints', import.meta.url));

type Texts = Readonly<Record<string, string>>;

const whole: Texts = Object.fromEntries(
  readdirSync(fixture, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(fixture.length + 1), readFileSync(path, 'utf8')]),
);

const together = 4;
const limits = { ...shortLimits, stableMs: 3000, startMs: 60_000, waitMs: 40_000 };
const configuration = { rules: {}, overrides: [], shellcheck: {}, run: {}, workflowsSettings: {} };

/** The texts with one of the workflows alone, and what it uses. */
const only = (texts: Texts, name: string): Texts =>
  Object.fromEntries(
    Object.entries(texts).filter(
      ([path]) => path.startsWith(`workflows/${name}/`) || path.startsWith('workflows/wait_for_endpoint/'),
    ),
  );

async function findings(texts: Texts, name: string, mode: RunMode = 'controller') {
  const own = only(texts, name);
  const { workspace } = openWorkspace(memoryFiles(own));
  const linted = (await lintWorkspace(workspace)).diagnostics.filter((one) => one.severity !== 'note');
  const placed = (diagnostics: typeof linted) =>
    diagnostics.map(({ rule, at, message }) => ({
      rule,
      path: at.file as string,
      line: lineIndex(own[at.file] ?? '').placeOf(at.start).line,
      message,
    }));
  // what reading tells is not run
  if (linted.length > 0) return { by: 'lint', found: placed(linted) };
  const inputs = mode === 'controller' || name !== 'notes' ? {} : { submit_to_scheduler: true };
  const request = { mode, inputs, limits, repository: 'example-lab/services' };
  const { record } = await runForReal(own, request);
  return {
    by: 'run',
    found: placed([...lintRuns([record], workspace, { rules, configuration }).diagnostics]),
  };
}

describe('the repository as it is', () => {
  test('gives reading nothing to say', async () => {
    const { workspace } = openWorkspace(memoryFiles(whole));
    expect((await lintWorkspace(workspace)).diagnostics).toEqual([]);
  });

  const runs = ['notes', 'agent', 'failover'].flatMap((name) =>
    (['controller', 'slurm', 'pbs'] as const).map((mode) => ({ name, mode })),
  );
  test('passes in every mode', async () => {
    const found = await severalAtATime(runs, together, ({ name, mode }) => findings(whole, name, mode));
    expect(found).toEqual(runs.map(() => ({ by: 'run', found: [] })));
  }, 600_000);
});

interface Fault {
  readonly what: string;
  readonly workflow: 'notes' | 'agent' | 'failover';
  readonly path: string;
  /** The text of the file that is changed, and what it becomes. */
  readonly from: string;
  readonly to: string;
  /** What changes with it in another file. */
  readonly also?: { readonly path: string; readonly from: string; readonly to: string };
  readonly rule: string;
  /** A part of the line that must be blamed, in the same file unless `at` names another. */
  readonly line: string;
  readonly at?: string;
}

const notes = 'workflows/notes/workflow.yaml';
const notesScript = 'workflows/notes/app/start-template.sh';
const agent = 'workflows/agent/workflow.yaml';
const agentScript = 'workflows/agent/app/start-template.sh';
const failover = 'workflows/failover/app/serve.sh';
const server = 'python3 -m http.server --directory notes {port}';

const faults: readonly Fault[] = [
  {
    what: 'the service dies at once',
    workflow: 'notes',
    path: notesScript,
    from: server,
    to: 'python3 -c "raise SystemExit(3)"',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'the service never listens',
    workflow: 'notes',
    path: notesScript,
    from: server,
    to: 'python3 -c "import time; time.sleep(600)"',
    rule: 'endpoint-not-answering',
    line: 'pw endpoints run',
  },
  {
    what: 'the service listens on a port of its own',
    workflow: 'notes',
    path: notesScript,
    from: server,
    to: 'python3 -m http.server --directory notes 8917',
    rule: 'endpoint-port-not-taken',
    line: 'pw endpoints run',
  },
  {
    what: 'the token has a dollar',
    workflow: 'notes',
    path: notesScript,
    from: '{port}',
    to: '${port}',
    rule: 'shell-port-in-endpoint',
    line: 'pw endpoints run',
  },
  {
    what: 'the token is misspelt',
    workflow: 'agent',
    path: agentScript,
    from: '{port}',
    to: '{prot}',
    rule: 'misspelt-endpoint-token',
    line: '--port {prot}',
  },
  {
    what: 'the token is another word',
    workflow: 'agent',
    path: agentScript,
    from: '{port}',
    to: '{listen}',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'another name is waited for',
    workflow: 'notes',
    path: notes,
    from: 'name: notes-',
    to: 'name: note-',
    rule: 'unknown-endpoint',
    line: 'name: note-',
  },
  {
    what: 'the service dies after it was ready',
    workflow: 'notes',
    path: notesScript,
    from: server,
    to: `timeout 2.5 ${server}`,
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'the service binds the loopback address',
    workflow: 'notes',
    path: notesScript,
    from: server,
    to: `${server} --bind 127.0.0.1`,
    rule: 'loopback-endpoint',
    line: 'pw endpoints run',
  },
  {
    what: 'a template has a fault of syntax',
    workflow: 'notes',
    path: notesScript,
    from: 'mkdir -p notes\n',
    to: 'mkdir -p notes\nif [ -d notes ]; then\n',
    rule: 'shell-syntax',
    line: 'if [ -d notes ]',
  },
  {
    what: 'a template reads a variable that nobody sets',
    workflow: 'notes',
    path: notesScript,
    from: '<title>${notes_title}',
    to: '<title>${notes_titel}',
    rule: 'unset-variable',
    line: '<title>${notes_titel}',
  },
  {
    what: 'a template fails on the way',
    workflow: 'notes',
    path: notesScript,
    from: 'mkdir -p notes\n',
    to: 'mkdir -p notes\ncp pages/start.html notes/start.html\n',
    rule: 'start-failed',
    line: 'cp pages/start.html',
  },
  {
    what: 'the template is left out',
    workflow: 'notes',
    path: notes,
    from: '          cat workflows/notes/app/start-template.sh >> start-service-${PW_JOB_ID}.sh\n',
    to: '',
    rule: 'endpoint-never-listed',
    line: 'pw endpoints run',
    at: notesScript,
  },
  {
    what: 'the name has capitals',
    workflow: 'notes',
    path: notesScript,
    from: '--name "notes-',
    to: '--name "Notes-',
    rule: 'invalid-endpoint-name',
    line: 'pw endpoints run',
  },
  {
    what: 'the name is the same in every run',
    workflow: 'notes',
    path: notesScript,
    from: '"notes-${PW_RUN_SLUG}"',
    to: 'notes',
    also: { path: notes, from: 'name: notes-${PW_RUN_SLUG}', to: 'name: notes' },
    rule: 'fixed-endpoint-name',
    line: 'pw endpoints run',
  },
  {
    what: 'the waiting workflow is misspelt',
    workflow: 'notes',
    path: notes,
    from: 'wait_for_endpoint/general.yaml',
    to: 'wait_for_endpoint/genral.yaml',
    rule: 'called-file-not-found',
    line: '$yaml',
  },
  {
    what: 'the name is passed under another name',
    workflow: 'notes',
    path: notes,
    from: '          name: notes-',
    to: '          names: notes-',
    rule: 'unknown-argument',
    line: 'names: notes-',
  },
  {
    what: 'the service ends with the job that watches it',
    workflow: 'notes',
    path: notes,
    from: '      - name: Let the service live on\n        run: touch SKIP_CLEANUPS\n\n',
    to: '',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
    at: notesScript,
  },
  {
    what: 'the models are not where they are asked for',
    workflow: 'agent',
    path: 'workflows/agent/app/agent.py',
    from: '"/v1/models"',
    to: '"/models"',
    rule: 'endpoint-not-answering',
    line: 'pw endpoints run',
    at: agentScript,
  },
  {
    what: 'the endpoint holds up the step that others wait for',
    workflow: 'agent',
    path: agent,
    from: 'setsid ./start-agent.sh > agent.log 2>&1 < /dev/null &',
    to: './start-agent.sh > agent.log 2>&1',
    rule: 'endpoint-in-foreground',
    line: './start-agent.sh > agent.log',
  },
  {
    what: 'the service does not know its base path',
    workflow: 'agent',
    path: agentScript,
    from: ' --strip-path',
    to: '',
    rule: 'endpoint-not-answering',
    line: 'pw endpoints run',
  },
  {
    what: 'the program is misspelt',
    workflow: 'agent',
    path: agentScript,
    from: 'app/agent.py',
    to: 'app/agnt.py',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'the script may not be executed',
    workflow: 'agent',
    path: agent,
    from: '          chmod +x start-agent.sh\n',
    to: '',
    rule: 'endpoint-never-listed',
    line: 'pw endpoints run',
    at: agentScript,
  },
  {
    what: 'the wait asks for a path that is not there',
    workflow: 'agent',
    path: agent,
    from: 'path: /v1/models',
    to: 'path: /healthz',
    rule: 'step-failed',
    line: 'exit 1',
    at: 'workflows/wait_for_endpoint/general.yaml',
  },
  {
    what: 'no way to serve works',
    workflow: 'failover',
    path: failover,
    from: 'server-that-is-not-there python3;',
    to: 'server-that-is-not-there python4;',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'the service answers once',
    workflow: 'failover',
    path: failover,
    from: '"$way" -m http.server --directory board {port}',
    to: 'timeout 2 "$way" -m http.server --directory board {port}',
    rule: 'endpoint-gone',
    line: 'pw endpoints run',
  },
  {
    what: 'the wait looks at the wrong column',
    workflow: 'notes',
    path: 'workflows/wait_for_endpoint/general.yaml',
    from: '{ print $3 }',
    to: '{ print $4 }',
    rule: 'step-failed',
    line: 'exit 1',
  },
  {
    what: 'a child outlives the endpoint',
    workflow: 'agent',
    path: agentScript,
    from: 'model=__MODEL__\n',
    to: 'model=__MODEL__\n(setsid sleep 987 &)\n',
    rule: 'left-processes',
    line: '(setsid sleep 987',
  },
];

describe('one fault at a time', () => {
  let results: readonly Awaited<ReturnType<typeof findings>>[] = [];
  beforeAll(async () => {
    results = await severalAtATime(faults, together, async (fault) => {
      const changed = (texts: Texts, { path, from, to }: { path: string; from: string; to: string }) => ({
        ...texts,
        [path]: (texts[path] ?? '').replace(from, () => to),
      });
      const once = changed(whole, fault);
      return findings(fault.also === undefined ? once : changed(once, fault.also), fault.workflow);
    });
  }, 900_000);

  test.each(faults.map((fault, index) => [fault.what, fault, index] as const))('%s', (_, fault, index) => {
    const path = fault.at ?? fault.path;
    const text =
      (path === fault.path ? (whole[path] ?? '').replace(fault.from, () => fault.to) : whole[path]) ?? '';
    const line = text.split('\n').findIndex((one) => one.includes(fault.line)) + 1;
    expect(results[index]?.found).toEqual([expect.objectContaining({ rule: fault.rule, path, line })]);
  });
});
