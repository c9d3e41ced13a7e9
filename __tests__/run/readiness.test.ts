import { readyWhen } from '../../src/app/ready-when.ts';
import type { ReadySettings } from '../../src/lint/configuration/configuration.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { runForReal, severalAtATime, shortLimits } from '../support/real-run.ts';

// Each way to say when a service is ready, in a real run of one service: it answers /healthz with a token, at once; it
// writes a file and a line of its log after a second.

const script = `#!/bin/bash
port=$(pw agent open-port)
hostname > HOSTNAME
echo "$port" > SESSION_PORT
touch job.started
(sleep 1; touch up; echo "server is up on $port") &
exec python3 -u -c 'import http.server,sys
class H(http.server.BaseHTTPRequestHandler):
  def log_message(self,*a): pass
  def do_GET(self):
    path=self.path.split("?")[0]
    allowed=self.headers.get("X-Token")=="secret"
    status=(200 if allowed else 403) if path=="/healthz" else 503 if path=="/never" else 404
    self.send_response(status)
    self.end_headers()
    self.wfile.write(b"all is well" if status==200 else b"no")
http.server.ThreadingHTTPServer(("",int(sys.argv[1])),H).serve_forever()' "$port"
`;
const socketOnly = script.replace(
  /exec python3[\s\S]*/,
  () =>
    `exec python3 -c 'import socket,sys\ns=socket.create_server(("",int(sys.argv[1])))\nwhile True: s.accept()' "$port"\n`,
);
const wait = 'until [ -f SESSION_PORT ]; do sleep 0.1; done\n';
const token = { 'X-Token': 'secret' };

interface Case {
  readonly why: string;
  readonly ready: ReadySettings;
  readonly script?: string;
  /** The cause and part of the message; absent: it passes. */
  readonly fails?: readonly [string, string];
  /** The run must not have been ready before. */
  readonly notBeforeMs?: number;
}

const cases: readonly Case[] = [
  {
    why: 'all at once',
    ready: {
      http: { path: '/healthz', status: '200', headers: token, body: 'all is well', timeoutMs: 15_000 },
      file: { value: 'up', timeoutMs: 15_000 },
      log: { value: '^server is up on \\d+$', timeoutMs: 15_000 },
      command: { value: 'curl -sf -H "X-Token: secret" "http://$HOSTNAME:$SESSION_PORT/healthz"' },
    },
    notBeforeMs: 900,
  },
  { why: 'a file alone', ready: { file: { value: 'up' } }, notBeforeMs: 900 },
  { why: 'a line of the log alone', ready: { log: { value: 'is up' } }, notBeforeMs: 900 },
  { why: 'a command alone', ready: { command: { value: 'test -f up' } }, notBeforeMs: 900 },
  { why: 'any status below 500', ready: { http: { path: '/healthz' } } },
  { why: 'a range of statuses', ready: { http: { path: '/nothing', status: '400-404' } } },
  { why: 'a port alone', ready: { tcp: {} }, script: socketOnly },
  {
    why: 'a status that never comes',
    ready: { http: { path: '/healthz', status: '200', timeoutMs: 5000 } },
    fails: ['http-error', 'answers with status 403 within 5 s'],
  },
  {
    why: 'a server error that never ends',
    ready: { http: { path: '/never', timeoutMs: 5000 } },
    fails: ['http-error', 'answers with status 503 within 5 s'],
  },
  {
    why: 'a text that is not in the answer',
    ready: { http: { path: '/healthz', headers: token, body: 'welcome', timeoutMs: 5000 } },
    fails: ['http-error', 'does not contain "welcome" within 5 s'],
  },
  {
    why: 'a file that is never written',
    ready: { file: { value: 'never', timeoutMs: 5000 } },
    fails: ['timeout', 'the file "never" was not written within 5 s'],
  },
  {
    why: 'a line that never comes',
    ready: { log: { value: 'listening', timeoutMs: 5000 } },
    fails: ['timeout', 'the log has no line that matches "listening" within 5 s'],
  },
  {
    why: 'a command that never succeeds',
    ready: { command: { value: 'test "$SESSION_PORT" = 1', timeoutMs: 5000 } },
    fails: ['timeout', 'does not succeed within 5 s'],
  },
  {
    why: 'a service that never speaks',
    ready: { http: { timeoutMs: 5000 } },
    script: socketOnly,
    fails: ['not-http', 'within 5 s'],
  },
];

const results = new Map<string, Awaited<ReturnType<typeof runForReal>>['record']>();
beforeAll(async () => {
  await severalAtATime(cases, 4, async (one) => {
    const files = { 'utils/wait_service.sh': wait, 'workflows/hello/start.sh': one.script ?? script };
    const { record } = await runForReal(sessionExample({ files, without: ['update_session'] }), {
      ready: readyWhen(one.ready),
      limits: { ...shortLimits, startMs: 30_000 },
    });
    results.set(one.why, record);
  });
}, 600_000);

test.each(cases.map((one) => [one.why, one] as const))('%s', (why, one) => {
  const record = results.get(why);
  expect([record?.outcome, record?.failure?.cause]).toEqual(
    one.fails === undefined ? ['passed', undefined] : ['failed', one.fails[0]],
  );
  if (one.fails !== undefined) expect(record?.failure?.message).toContain(one.fails[1]);
  if (one.notBeforeMs !== undefined) expect(record?.readyMs).toBeGreaterThan(one.notBeforeMs);
});
