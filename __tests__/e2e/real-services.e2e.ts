import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, runCli } from './support/cli.ts';
import { listeningPorts, processesOf } from './support/leftovers.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** A service of a Debian package: its script, and what is filled into it. */
interface Service {
  readonly title: string;
  readonly script: string;
  readonly path?: string;
}

const services: readonly Service[] = [
  { title: 'nginx', script: 'nginx.sh' },
  { title: 'a WebSocket echo', script: 'websocket-echo.sh' },
  {
    title: 'TigerVNC with noVNC, its WebSocket under the base path',
    script: 'novnc.sh',
    path: '\\&path=${base_path#/}websockify',
  },
];

/** A workflow that runs one of the scripts in `services/`, made from the notebook's. */
function serviceRepository(scratch: string, service: Service): string {
  const root = copyExamples(scratch, []);
  const directory = join(root, 'workflows/service');
  mkdirSync(directory, { recursive: true });
  const workflow = readFileSync(join(projectRoot, 'examples/workflows/notebook/workflow.yaml'), 'utf8');
  writeFileSync(
    join(directory, 'workflow.yaml'),
    workflow
      .replaceAll('workflows/notebook', 'workflows/service')
      .replace('$(cat base_path)api', '$(cat base_path)'),
  );
  const script = readFileSync(join(projectRoot, '__tests__/e2e/services', service.script), 'utf8');
  writeFileSync(
    join(directory, 'start.sh'),
    script.replace('@@PATH@@', () => (service.path ?? '').replace('\\&', '&')),
  );
  return root;
}

describe.each(['controller', 'slurm', 'pbs'])('in mode %s', (mode) => {
  test.each(services)('$title is served under the session proxy and leaves nothing', async (service) => {
    await inScratch(async (scratch) => {
      const root = serviceRepository(scratch, service);
      const ended = await runCli(root, ['run', '--mode', mode, '--format', 'json']);
      const report = reportOf(ended);
      expect(report.diagnostics).toEqual([]);
      expect(report.runs).toMatchObject([{ outcome: 'passed', mode, leftovers: [] }]);
      expect(processesOf(scratch)).toEqual([]);
      const ports = report.runs.map(({ service }) => service?.port ?? 0);
      expect(ports.filter((port) => listeningPorts().has(port))).toEqual([]);
    });
  });

  test.each(['hello-world', 'notebook', 'status-board'])('the example %s passes', async (name) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, [name]);
      const report = reportOf(await runCli(root, ['run', '--mode', mode, '--format', 'json']));
      expect(report.diagnostics).toEqual([]);
      expect(report.runs).toMatchObject([{ outcome: 'passed', mode, leftovers: [] }]);
    });
  });
});
