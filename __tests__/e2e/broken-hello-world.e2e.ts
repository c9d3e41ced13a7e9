import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, reportOf, runCli } from './support/cli.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/**
 * One fault put into hello-world: `find` is replaced by `put` in `file`. The marks « and » in `put` surround what must
 * be blamed; they are not written.
 */
interface Fault {
  readonly title: string;
  readonly file: 'workflow.yaml' | 'start.sh';
  readonly find: string;
  readonly put: string;
  readonly rule: string;
}

const start = readFileSync(join(projectRoot, 'examples/workflows/hello-world/start.sh'), 'utf8');
const service = 'exec python3 -m http.server "$SESSION_PORT" --directory site';
const announcement = start.slice(start.indexOf('echo "$SESSION_PORT"'), start.indexOf(service));

const faults: readonly Fault[] = [
  {
    title: 'a value that is no YAML',
    file: 'workflow.yaml',
    find: 'label: Service host',
    put: 'label: «Service: host»',
    rule: 'yaml-syntax',
  },
  {
    title: 'a misspelt key',
    file: 'workflow.yaml',
    find: 'early-cancel: any-job-failed\n        run: touch',
    put: '«early-cancle»: any-job-failed\n        run: touch',
    rule: 'unknown-key',
  },
  {
    title: 'an expression that stops short',
    file: 'workflow.yaml',
    find: 'target: ${{ inputs.resource.id }}',
    put: 'target: ${{ inputs.resource«.» }}',
    rule: 'malformed-expression',
  },
  {
    title: 'an input that the form does not have',
    file: 'workflow.yaml',
    find: 'target: ${{ inputs.resource.id }}',
    put: 'target: ${{ «inputs.resorce».id }}',
    rule: 'undeclared-input',
  },
  {
    title: 'a needed job that does not exist',
    file: 'workflow.yaml',
    find: 'needs: [update_session]',
    put: 'needs: [«update_sesion»]',
    rule: 'unknown-needs',
  },
  {
    title: 'jobs that wait for each other',
    file: 'workflow.yaml',
    find: 'wait_for_service:\n    needs: [preprocessing]',
    put: 'wait_for_service:\n    needs: [preprocessing, «complete»]',
    rule: 'needs-cycle',
  },
  {
    title: 'a port that is never announced',
    file: 'start.sh',
    find: `${announcement}${service}`,
    put: `${announcement.replace('echo "$SESSION_PORT" > SESSION_PORT\n', '')}«${service}»`,
    rule: 'port-file-never-written',
  },
  {
    title: 'a fault that ShellCheck knows',
    file: 'start.sh',
    find: 'mkdir -p site\n',
    put: 'mkdir -p site\nls site «2>&1» > pages\n',
    rule: 'shellcheck/SC2069',
  },
  {
    title: 'a service on another port than announced',
    file: 'start.sh',
    find: `${announcement}${service}`,
    put: `«${announcement.replace('\n', '»\n')}${service.replace('"$SESSION_PORT"', '"$(($(cat SESSION_PORT) + 1))"')}`,
    rule: 'not-listening',
  },
  {
    title: 'a script that dies on the way',
    file: 'start.sh',
    find: 'mkdir -p site\n',
    put: 'mkdir -p site\n«cp -r templates/page site/»\n',
    rule: 'start-failed',
  },
];

/** The text without the marks, and where they stood. */
function unmark(text: string): { readonly text: string; readonly start: Place; readonly end: Place } {
  const placeOf = (before: string): Place => {
    const lines = before.replace('«', '').split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  return {
    text: text.replace('«', '').replace('»', ''),
    start: placeOf(text.slice(0, text.indexOf('«'))),
    end: placeOf(text.slice(0, text.indexOf('»'))),
  };
}

describe('hello-world with one fault', () => {
  test.each(faults)('$title is reported once, at its place, and nothing else', async (fault) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const file = join(root, 'workflows/hello-world', fault.file);
      const before = readFileSync(file, 'utf8');
      expect(before.split(fault.find)).toHaveLength(2);
      const after = unmark(before.replace(fault.find, () => fault.put));
      writeFileSync(file, after.text);

      const report = reportOf(await runCli(root, ['check', '--timeout', '20s', '--format', 'json']));

      expect(
        report.diagnostics.map(({ rule, path, range }) => ({
          rule,
          path,
          start: range.start,
          end: range.end,
        })),
      ).toEqual([
        { rule: fault.rule, path: `workflows/hello-world/${fault.file}`, start: after.start, end: after.end },
      ]);
      expect(report.faults).toEqual([]);
    });
  });
});

test('the unbroken hello-world is silent and runs', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    const ended = await runCli(root, ['check', '--format', 'json']);
    const report = reportOf(ended);
    expect(report.diagnostics).toEqual([]);
    expect(report.workflows).toEqual([
      { name: 'hello-world', path: 'workflows/hello-world/workflow.yaml', outcome: 'passed' },
    ]);
    expect(report.runs.map(({ outcome, leftovers }) => ({ outcome, leftovers }))).toEqual([
      { outcome: 'passed', leftovers: [] },
    ]);
    expect(ended.status).toBe(0);
  });
});
