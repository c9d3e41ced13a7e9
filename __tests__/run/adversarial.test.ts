import { existsSync } from 'node:fs';
import { commandOf, environmentOf, listeningSockets, processTable } from '../../src/host/processes/proc.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { runForReal, severalAtATime } from '../support/real-run.ts';

// Scripts that do what they can to leave something behind, each cut off at another moment. Fifty in CI
// (PW_CHECK_FULL=1), as many as PW_CHECK_ADVERSARIAL says in a long test, else a few.
const asked = Number(process.env['PW_CHECK_ADVERSARIAL'] ?? (process.env['PW_CHECK_FULL'] === '1' ? 50 : 4));
const together = 4;

/** A number that only this test's processes sleep for. */
const long = 70_000 + (process.pid % 9000);

const tricks: readonly string[] = [
  `setsid sleep ${long} &`,
  `(setsid bash -c 'sleep ${long} & exit' &)`,
  `(env -i setsid sleep ${long} &)`,
  `trap '' TERM INT HUP; sleep ${long} &`,
  `for _ in $(seq 15); do setsid nohup sleep ${long} > /dev/null 2>&1 & done`,
  `bash -c 'trap "" TERM; while :; do sleep ${long}; done' &`,
  `kill -- -$$ 2> /dev/null; kill -STOP $$ & sleep ${long}`,
  'mkdir -p "$TMPDIR/deep/er"; chmod 000 "$TMPDIR/deep/er"; rm -rf "$PW_PARENT_JOB_DIR"',
  'kill -9 $PPID',
  `exec setsid sleep ${long}`,
];

const script = (index: number): string => `#!/bin/bash
port=$(pw agent open-port)
hostname > HOSTNAME
echo "$port" > SESSION_PORT
touch job.started
python3 -m http.server "$port" &
${tricks[index % tricks.length]}
wait
`;

test(`${asked} scripts that try to stay leave nothing`, async () => {
  const directories: string[] = [];
  const ports = new Set<number>();
  await severalAtATime(
    Array.from({ length: asked }, (_, index) => index),
    together,
    async (index) => {
      const control = new AbortController();
      const timer = setTimeout(() => control.abort(), 300 + (index % 7) * 400);
      await runForReal(
        sessionExample({ files: { 'workflows/hello/start.sh': script(index) } }),
        { limits: { startMs: 4000, stableMs: 300, waitMs: 500, stopMs: 300 } },
        {
          signal: control.signal,
          watch: (event) => {
            if (event.type === 'run-started') directories.push(event.jobDirectory);
            if (event.type === 'listening') ports.add(event.port);
          },
        },
      );
      clearTimeout(timer);
    },
  );
  expect(directories).toHaveLength(asked);
  expect(directories.filter((directory) => existsSync(directory.replace(/\/home\/.*$/, '')))).toEqual([]);
  expect(processTable().filter((row) => commandOf(row).includes(`sleep ${long}`))).toEqual([]);
  expect(listeningSockets().filter((socket) => ports.has(socket.port))).toEqual([]);
  const runs = new Set(
    directories.map((directory) => directory.replace(/^.*pw-workflow-check-run-([^/]+).*$/, '$1')),
  );
  const left = processTable().filter((row) => runs.has(environmentOf(row.pid, 'PW_CHECK_RUN') ?? ''));
  expect(left.map(commandOf)).toEqual([]);
}, 600_000);
