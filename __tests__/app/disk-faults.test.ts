import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executePlan } from '../../src/app/execute-plan.ts';
import { readRequest } from '../../src/app/request.ts';
import { nodeWorld } from '../../src/host/node-world.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import type { RunFiles } from '../../src/ports/run-files.ts';
import { shortLimits } from '../support/real-run.ts';

// What a file system can refuse for reasons that are nobody's mistake, at every moment at which a run writes.

const refusals = {
  EDQUOT: 'disk quota exceeded',
  ENOSPC: 'no space left on device',
  EROFS: 'read-only file system',
  ENOENT: 'no such file or directory',
} as const;

const { TMPDIR: before } = process.env;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'pwc-test-disk-'));
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

/** Files that take a number of writes and then none. */
function filling(files: RunFiles, room: number, code: keyof typeof refusals): RunFiles {
  let left = room;
  const asLongAsThereIsRoom = <Words extends readonly unknown[], Answer>(
    write: (...words: Words) => Answer,
  ) => {
    return (...words: Words): Answer => {
      if (left-- <= 0) throw Object.assign(new Error(`${code}: ${refusals[code]}, write`), { code });
      return write(...words);
    };
  };
  return {
    ...files,
    write: asLongAsThereIsRoom(files.write),
    makeDirectory: asLongAsThereIsRoom(files.makeDirectory),
    makeRunDirectory: asLongAsThereIsRoom(files.makeRunDirectory),
    copyRepository: asLongAsThereIsRoom(files.copyRepository),
    copyFile: asLongAsThereIsRoom(files.copyFile),
  };
}

/** Carries out hello-world on files that take so many writes. */
async function onFilling(room: number, code: keyof typeof refusals) {
  const world = nodeWorld(join(process.cwd(), 'examples'), process.cwd());
  const { workspace } = openWorkspace(world.files);
  const file = workspace.workflows.find((one) => one.name === 'hello-world');
  if (file === undefined) throw new Error('there is no hello-world');
  const planned = planRun(file, workspace, {
    mode: 'controller',
    scenario: 'default',
    inputs: {},
    limits: shortLimits,
  });
  const read = readRequest({ command: 'run', paths: [], options: {} });
  if (planned.kind === 'problem' || read.kind === 'refused') throw new Error('no plan');
  const runPorts = { ...world.runPorts, files: filling(world.runPorts.files, room, code) };
  return executePlan(
    planned.plan,
    {
      request: read.request,
      world: { ...world, runPorts },
      watcher: { say: () => {}, watch: () => {} },
      signal: new AbortController().signal,
    },
    () => [],
  );
}

test.each([
  ['EDQUOT', 0],
  ['EDQUOT', 1],
  ['EDQUOT', 4],
  ['EDQUOT', 9],
  ['ENOSPC', 2],
  ['EROFS', 3],
  ['ENOENT', 6],
] as const)(
  '%s after %i writes breaks the run with one sentence, and nothing is left',
  async (code, room) => {
    const executed = await onFilling(room, code);
    expect(executed.kind).toBe('fault');
    expect(executed.kind === 'fault' && executed.fault.message).toBe(
      `the run of "hello-world" broke: ${code}: ${refusals[code]}, write`,
    );
    expect(executed.record?.outcome).not.toBe('passed');
    expect(readdirSync(folder)).toEqual([]);
  },
);
