import { type JsonReport, reportOf, runCli } from './support/cli.ts';
import { inScratch } from './support/scratch.ts';
import { repositoryOf, type Service } from './support/services.ts';

interface Faulty extends Service {
  readonly fault: readonly [from: string, to: string];
  readonly cause: string;
  /** Part of what the run says. */
  readonly says: RegExp;
}

const faulty: readonly Faulty[] = [
  {
    name: 'nginx',
    script: 'nginx.sh',
    fault: ['listen $', 'listn $'],
    cause: 'start-failed',
    says: /unknown directive "listn"/,
  },
  {
    name: 'novnc',
    script: 'novnc.sh',
    fault: ['-geometry 800x600', '-geometri 800x600'],
    cause: 'start-failed',
    says: /start\.sh ended with status 1: .*Unrecognized option: -geometri/,
  },
  {
    name: 'notebook',
    script: 'examples/workflows/notebook/start.sh',
    fault: ['--notebook-dir="$directory"', '--notebook-dir=/no/such/folder'],
    cause: 'http-error',
    says: /\/no\/such\/folder/,
  },
  {
    name: 'jupyterlab',
    script: 'jupyterlab.sh',
    fault: ['$lab_port$base_path;', '$lab_port/nowhere;'],
    cause: 'session-page-fails',
    says: /404/,
  },
  {
    name: 'streamlit',
    script: 'streamlit.sh',
    fault: ['run app.py', 'run ap.py'],
    cause: 'start-failed',
    says: /File does not exist: ap\.py/,
  },
  {
    name: 'tensorboard',
    script: 'tensorboard.sh',
    fault: ['--port "$SESSION_PORT"', '--port 46006'],
    cause: 'not-listening',
    says: /46006/,
  },
];

let report: JsonReport;
beforeAll(async () => {
  await inScratch(async (scratch) => {
    const root = repositoryOf(scratch, ...faulty);
    const args = ['run', '--jobs', '3', '--format', 'json'];
    report = reportOf(await runCli(root, args, { limitMs: 600_000 }));
  });
}, 620_000);

test.each(faulty.map((one) => [one.name, one] as const))(
  'a fault of %s is told by its own cause',
  (name, one) => {
    const run = report.runs.find(({ workflow }) => workflow === name);
    expect(run?.outcome).toBe('failed');
    expect(run?.cause).toBe(one.cause);
    const words = report.diagnostics
      .filter(({ workflow }) => workflow === name)
      .map(({ message }) => message);
    expect(words.join('\n')).toMatch(one.says);
  },
);
