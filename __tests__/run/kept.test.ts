import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import { runForReal } from '../support/real-run.ts';

let keepIn: string;
beforeAll(() => {
  keepIn = realpathSync(mkdtempSync(join(tmpdir(), 'pwc-kept-')));
});
afterAll(() => rmSync(keepIn, { recursive: true, force: true }));

const failing = `#!/bin/bash
set -e
hostname > HOSTNAME
touch job.started
echo "going on"
ls no-such-settings
`;
const read = (kept: string | undefined, path: string): string => readFileSync(join(kept ?? '', path), 'utf8');

async function run(script: string, keep?: 'all' | 'failed') {
  const texts = sessionExample({
    files: { 'workflows/hello/start.sh': script, 'utils/wait_service.sh': 'sleep 20\n' },
  });
  const { record } = await runForReal(texts, {}, { options: { keepIn, keep } });
  return record;
}

test('of a failed run there is what it printed, the markers and the commands that failed', async () => {
  const { kept, failure } = await run(failing);
  expect(failure?.cause).toBe('start-failed');
  expect(read(kept, 'logs/run.hello-00001.out')).toContain('going on');
  expect(read(kept, 'markers.txt')).toMatch(/^\d+ ms\tHOSTNAME\tstart\.sh\t/m);
  expect(read(kept, 'failed-commands.txt')).toContain('status 2\trun.sh:');
  expect(read(kept, 'failed-commands.txt')).toContain('ls no-such-settings');
  expect(read(kept, 'environment.txt')).toMatch(/^PW_PARENT_JOB_DIR$/m);
  expect(existsSync(join(kept ?? '', 'run.sh'))).toBe(false);
}, 600_000);

test('the whole job directory is kept when that is asked for', async () => {
  const { kept } = await run(failing, 'failed');
  expect(read(kept, 'run.sh')).toContain('ls no-such-settings');
  expect(read(kept, 'diagnostics/markers.txt')).toContain('HOSTNAME');
}, 600_000);
