import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommands } from '../../../src/run/emulation/commands.ts';

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'pwc-open-port-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** The commands of a run; its `pw` draws the same numbers at every call, so that any two calls are after the same port. */
function commandsOfRun(name: string): string {
  const bin = join(scratch, name, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [file, text] of Object.entries(runCommands)) writeFileSync(join(bin, file), text);
  writeFileSync(join(bin, 'facts.sh'), `PW_CHECK_BIN='${bin}'\nRANDOM=7\n`);
  return bin;
}

const openPort = (bin: string): number =>
  Number(execFileSync('bash', [join(bin, 'pw'), 'agent', 'open-port'], { encoding: 'utf8' }));

test('pw agent open-port gives no port twice, whichever run asks', () => {
  const [one, other] = [commandsOfRun('one'), commandsOfRun('other')];
  const ports = [openPort(one), openPort(other), openPort(one), openPort(other)];
  expect(new Set(ports).size).toBe(4);
});

test('pw agent open-port gives no port on which somebody listens', async () => {
  const first = openPort(commandsOfRun('before'));
  rmSync(join(scratch, 'before'), { recursive: true });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first, '127.0.0.1', resolve));
  try {
    expect(openPort(commandsOfRun('beside'))).not.toBe(first);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
