import { sessionExample } from '../../src/rules/examples/session-example.ts';
import type { RunMode } from '../../src/trace/run-record.ts';
import { runForReal, shortLimits } from '../support/real-run.ts';

// The shape of a desktop workflow: setup.sh downloads what start.sh serves, with a program that is not installed here.
// On a machine without network the run names the download; `before` and `stubs` of the configuration provide the two.
const setup = `set -eo pipefail
if [ ! -d ~/pw/software/pages-2 ]; then
  mkdir -p ~/pw/software
  curl -fsSL "https://downloads.invalid/pages-2.tar.gz" | tar -xz -C ~/pw/software
fi
touch "$PW_PARENT_JOB_DIR/SETUP_COMPLETE"
`;
const start = `#!/bin/bash
set -e
[ -f SETUP_COMPLETE ]
port=$(pw agent open-port)
page-server --directory ~/pw/software/pages-2 --port "$port" &
server=$!
trap 'kill "$server"' EXIT
trap 'exit 143' TERM
hostname > HOSTNAME
echo "$port" > SESSION_PORT
touch job.started
wait
`;

const workspace = (mode: RunMode) => {
  const texts = sessionExample({
    preprocessing: `steps:
  - uses: parallelworks/checkout
    with:
      repo: https://github.com/org/repo.git
      branch: main
  - run: bash workflows/hello/setup.sh
`,
    files: { 'workflows/hello/setup.sh': setup, 'workflows/hello/start.sh': start },
  });
  if (mode === 'controller') return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      text.replace(/( +)inject_markers: false/, '$1inject_markers: false\n$1scheduler: true'),
    ]),
  );
};

const provided = {
  before: ['mkdir -p ~/pw/software/pages-2', 'echo provided > ~/pw/software/pages-2/index.html'],
  stubs: { 'page-server': 'exec python3 -m http.server --directory "$2" "$4"' },
};

test('without them, the run is skipped for the download, and the way out is named', async () => {
  const { record } = await runForReal(workspace('controller'), { limits: shortLimits });
  expect(record.outcome).toBe('skipped');
  expect(record.skipped).toMatch(
    /^needs the network: curl: \(6\) Could not resolve host: downloads\.invalid/,
  );
  expect(record.skipped).toContain('"run.before"');
});

test('with the download only, the missing program is named', async () => {
  const { record } = await runForReal(workspace('controller'), {
    ...provided,
    stubs: {},
    limits: shortLimits,
  });
  expect(record.outcome).toBe('failed');
  expect(`${record.failure?.message} ${record.log.join(' ')}`).toContain('page-server');
});

test.each(['controller', 'slurm', 'pbs'] as const)('with both it passes in mode %s', async (mode) => {
  const { record } = await runForReal(workspace(mode), { mode, ...provided, limits: shortLimits });
  expect(record).toMatchObject({ outcome: 'passed', failure: undefined, leftovers: [] });
  expect(record.fidelity).toContainEqual({
    what: 'page-server',
    how: 'stand-in',
    why: 'it is not installed; the configuration has a stub for it',
  });
});
