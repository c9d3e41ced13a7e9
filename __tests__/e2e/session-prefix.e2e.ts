import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { inScratch } from './support/scratch.ts';
import { repositoryOf, type Service } from './support/services.ts';

describe('what leaves the path of the session is found', () => {
  const reported = async (service: Service) =>
    await inScratch(async (scratch) => {
      const root = repositoryOf(scratch, service);
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
  ])('noVNC with %s', async (_title, path, target) => {
    expect(await reported({ name: 'service', script: 'novnc.sh', path })).toEqual([
      {
        place: 'leaves-session-prefix workflows/service/start.sh:41',
        message: `"vnc.html" of the session opens a WebSocket at "${target}", which is outside of ${base}`,
        help: hint,
      },
    ]);
  });

  test('noVNC that the slug of the session leads to', async () => {
    const service: Service = { name: 'service', script: 'novnc.sh', slug: 'vnc.html?autoconnect=1' };
    expect(await reported(service)).toMatchObject([
      { place: 'leaves-session-prefix workflows/service/workflow.yaml:102', help: hint },
    ]);
    const right = `${service.slug}&path=${base.slice(1)}websockify`;
    expect(await reported({ ...service, slug: right })).toEqual([]);
  });

  test('what a script of the page asks for', async () => {
    expect(await reported({ name: 'service', script: 'absolute-fetch.sh' })).toMatchObject([
      {
        place: 'leaves-session-prefix workflows/service/start.sh:24',
        message: `the page of the session asks for "/api/state", which is outside of ${base}`,
      },
    ]);
  });
});

test('the browser is given no folder outside of the run', async () => {
  await inScratch(async (scratch) => {
    const root = repositoryOf(scratch, { name: 'service', script: 'absolute-fetch.sh' });
    const [programs, temporary, seen] = ['bin', 'tmp', 'seen'].map((name) => join(scratch, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(programs);
    mkdirSync(temporary);
    const folders = '"$HOME" "$XDG_RUNTIME_DIR" "$(cd "$TMPDIR" && pwd)"';
    const browser = join(programs, 'chromium');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' ${folders} > ${seen}\n`);
    chmodSync(browser, 0o755);
    const env = plainEnvironment(join(scratch, 'home'));
    const ended = await runCli(root, ['run', '--format', 'json'], {
      env: { ...env, PATH: `${programs}:${env['PATH']}`, TMPDIR: temporary },
    });
    expect(reportOf(ended).summary.passed).toBe(1);
    const given = readFileSync(seen, 'utf8').trimEnd().split('\n');
    expect(given).toHaveLength(3);
    expect(given.filter((folder) => !folder.startsWith(`${temporary}/pw-workflow-check-run-`))).toEqual([]);
  });
});
