import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonReport, plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { inScratch } from './support/scratch.ts';

const sessions = ['hello-world', 'notebook', 'desktop', 'proxy', 'container'];
const templates = [...sessions, 'batch', 'endpoint'];

/** Runs on this machine what it should run in an image. */
const settings = `workflows-settings:
  my-container:
    stubs:
      apptainer: |
        case "$1" in
          pull) : > "$3" ;;
          exec) shift 4; exec "\${@/#\\/site/site}" ;;
        esac
`;

describe('a workflow from each template', () => {
  let report: JsonReport;
  beforeAll(async () => {
    await inScratch(async (scratch) => {
      const env = plainEnvironment(scratch);
      for (const template of templates) {
        const made = await runCli(scratch, ['new', `my-${template}`, '--template', template], { env });
        expect(made.status).toBe(0);
      }
      writeFileSync(join(scratch, '.pw-workflow-check.yaml'), settings);
      const words = ['check', '--mode', 'controller', '--jobs', '4', '--skip', 'placeholder-repository'];
      report = reportOf(await runCli(scratch, [...words, '--format', 'json'], { limitMs: 280_000 }));
    });
  }, 300_000);

  test.each(templates)('%s passes and leaves nothing behind', (template) => {
    const run = report.runs.find(({ workflow }) => workflow === `my-${template}`);
    expect(report.diagnostics).toEqual([]);
    expect(run).toMatchObject({ outcome: 'passed', leftovers: [] });
  });

  test.each(sessions)('%s answers with status 200 below the address of its session', (template) => {
    const run = report.runs.find(({ workflow }) => workflow === `my-${template}`);
    expect(run?.session).toMatchObject({ status: 200 });
  });
});
