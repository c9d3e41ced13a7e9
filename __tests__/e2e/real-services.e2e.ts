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
  /** The slug that the session is given. */
  readonly slug?: string;
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
      .replace('$(cat base_path)api', '$(cat base_path)')
      .replace(/^( +)target: /m, (line, indent) =>
        service.slug === undefined ? line : `${indent}slug: ${service.slug}\n${line}`,
      ),
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

describe('what leaves the path of the session is found', () => {
  const reported = async (service: Service) =>
    await inScratch(async (scratch) => {
      const root = serviceRepository(scratch, service);
      const report = reportOf(await runCli(root, ['run', '--format', 'json']));
      return report.diagnostics.map(({ rule, path, range, message, help }) => ({
        place: `${rule} ${path}:${range.start.line}`,
        message,
        help,
      }));
    });
  const base = '/me/session/user/service_00001_session/';
  const hint =
    'tell noVNC where its WebSocket is: vnc.html?path=me/session/${PW_USER}/${{ sessions.session }}/websockify';

  test.each([
    ['no path', '', '/websockify'],
    ['the default path', '&path=websockify', '/websockify'],
    [
      'the path of another session',
      '&path=me/session/user/other/websockify',
      '/me/session/user/other/websockify',
    ],
  ])('noVNC with %s', async (title, path, target) => {
    expect(await reported({ title, script: 'novnc.sh', path })).toEqual([
      {
        place: 'leaves-session-prefix workflows/service/start.sh:40',
        message: `"vnc.html" of the session opens a WebSocket at "${target}", which is outside of ${base}`,
        help: hint,
      },
    ]);
  });

  test('noVNC that the slug of the session leads to', async () => {
    const service = { title: 'noVNC', script: 'novnc.sh', slug: 'vnc.html?autoconnect=1' };
    expect(await reported(service)).toMatchObject([
      { place: 'leaves-session-prefix workflows/service/workflow.yaml:103', help: hint },
    ]);
    const right = `${service.slug}&path=${base.slice(1)}websockify`;
    expect(await reported({ ...service, slug: right })).toEqual([]);
  });

  test('what a script of the page asks for', async () => {
    expect(await reported({ title: 'a page', script: 'absolute-fetch.sh' })).toMatchObject([
      {
        place: 'leaves-session-prefix workflows/service/start.sh:24',
        message: `the page of the session asks for "/api/state", which is outside of ${base}`,
      },
    ]);
  });
});
