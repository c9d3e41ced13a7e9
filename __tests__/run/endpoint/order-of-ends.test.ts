import { runForReal, severalAtATime, shortLimits } from '../../support/real-run.ts';

// The order of what happens is forced by the scripts, not by time: each waits for what must have come before.
const list = `pw endpoints list | awk -F '\\t' '$1 == "board" && $2 == "running" { print $3 }'`;
const answers = `curl -sf -o answer.txt -H "Authorization: Bearer $PW_API_KEY" "$(${list})"`;
const serve = 'pw endpoints run --name board -- python3 -m http.server {port}';

const step = (script: string, more = ''): string =>
  `      - run: |\n${script.replace(/^(?=.)/gm, '          ')}${more.replace(/^(?=.)/gm, '        ')}`;
const job = (name: string, ...steps: readonly string[]): string =>
  `  ${name}:\n    steps:\n${steps.join('')}`;
const untilGood = `until ${answers}; do sleep 0.1; done\n`;
const untilGone = `while [ -n "$(${list})" ]; do sleep 0.1; done\n`;
const cancelled = 'early-cancel: any-job-failed\n';

interface Case {
  readonly what: string;
  readonly jobs: readonly string[];
  /** Absent: the run passes. */
  readonly cause?: string;
  readonly message?: RegExp;
}

const cases: readonly Case[] = [
  {
    what: 'the failure of another job ends the endpoint, and the run is over only when it has gone',
    jobs: [
      job('serve', step(`${serve}\n`, cancelled)),
      job('wait', step(`${untilGood}exit 3\n`)),
      job('late', step(untilGone)),
    ],
    cause: 'step-failed',
    message: /job "wait".*status 3/,
  },
  {
    what: 'the endpoint has gone, and a job that sees it fails in the same moment',
    jobs: [
      job('serve', step(`setsid ${serve} > board.log 2>&1 &\n`)),
      job(
        'watch',
        step(`${untilGood}pkill -f '[h]ttp.server'\nwhile [ -n "$(${list})" ]; do :; done\nexit 3\n`),
      ),
    ],
    cause: 'endpoint-gone',
    message: /"board" ended with status 143/,
  },
  {
    what: 'the time of the step that holds the endpoint is over',
    jobs: [
      job('serve', step(`${serve}\n`, 'timeout: 8s\n')),
      job('other', step(`${untilGood}${untilGone}`)),
      job('late', step(`until [ -e never ]; do sleep 0.1; done\n`, cancelled)),
    ],
    cause: 'step-failed',
    message: /job "serve".*did not end in time/,
  },
  {
    what: 'another way to serve is tried long after the first',
    jobs: [
      job(
        'serve',
        step(
          `setsid bash -c '${serve.replace('python3', 'no-such-server')}; sleep 12; exec ${serve}' > board.log 2>&1 &\n`,
        ),
      ),
      job('wait', step(untilGood)),
    ],
  },
  {
    what: 'the service opens another port long before its own',
    jobs: [
      job(
        'serve',
        step(
          `setsid pw endpoints run --name board -- bash -c 'python3 -m http.server --bind 127.0.0.1 "$(pw agent open-port)" & sleep 12; exec python3 -m http.server {port}' > board.log 2>&1 &\n`,
        ),
      ),
      job('wait', step(untilGood)),
    ],
  },
];

test('the verdict does not depend on what is seen first', async () => {
  const limits = { ...shortLimits, stableMs: 3000, startMs: 90_000, waitMs: 80_000 };
  const records = await severalAtATime(cases, cases.length, async ({ jobs }) => {
    const text = `permissions: ['*']\njobs:\n${jobs.join('')}`;
    return (await runForReal({ 'workflows/x/workflow.yaml': text }, { limits })).record;
  });
  expect(records.map(({ failure }) => failure)).toEqual(
    cases.map(({ cause, message }) =>
      message === undefined
        ? undefined
        : expect.objectContaining({ cause, message: expect.stringMatching(message) }),
    ),
  );
}, 300_000);
