import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nodeWorld } from '../../src/host/node-world.ts';
import { lintWorkspace } from '../../src/lint/lint.ts';
import { editedRepository } from '../../src/lsp/edited-repository.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { filePath } from '../../src/source/span.ts';
import { median } from './median.ts';
import type { BenchSection } from './section.ts';

const path = filePath('workflows/long/workflow.yaml');
const lines = 700;
const keys = 200;

/** A workflow of some 700 lines: a form, and jobs that read it. */
function longWorkflow(): string {
  const inputs = Array.from(
    { length: 60 },
    (_, at) =>
      `      field_${at}:\n        type: string\n        label: Field ${at}\n        default: value\n`,
  );
  const jobs = Array.from(
    { length: 50 },
    (_, at) =>
      `  job_${at}:\n${at === 0 ? '' : `    needs: [job_${at - 1}]\n`}    steps:\n      - name: Work\n        run: |\n          echo "\${{ inputs.field_${at} }}"\n          echo "OUT_${at}=1" >> "$OUTPUTS"\n`,
  );
  const text = `jobs:\n${jobs.join('')}on:\n  execute:\n    inputs:\n${inputs.join('')}`;
  return `${text}${'# a line\n'.repeat(Math.max(0, lines - text.split('\n').length))}`;
}

function heapMiB(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** An editor session: what is shown after each key, without ShellCheck. */
export const section: BenchSection = {
  name: `editor: a workflow of ${lines} lines, from a key to what is shown, without ShellCheck`,
  async measure() {
    const root = mkdtempSync(join(tmpdir(), 'pw-bench-'));
    let shown: () => void = () => {};
    const pauses = { rules: 0, everything: 3_600_000 };
    const world = () => nodeWorld(root, root, { folders: [] });
    const repository = editedRepository(root, world, pauses, { shown: () => shown(), trouble: () => {} });
    const text = longWorkflow();
    const timed = async (next: string): Promise<number> => {
      const begin = performance.now();
      const done = new Promise<void>((resolve) => {
        shown = resolve;
      });
      repository.write(path, next);
      await done;
      return performance.now() - begin;
    };
    const cold = await timed(text);
    await repository.check();
    const at = text.indexOf('echo "${{ inputs.field_30');
    const typed = (count: number): string => `${text.slice(0, at)}${'x'.repeat(count)}${text.slice(at)}`;
    const times: number[] = [];
    for (let key = 1; key <= keys; key++) times.push(await timed(typed(key)));
    const warm: number[] = [];
    const fresh: number[] = [];
    for (let key = 1; key <= keys; key++) {
      warm.push(await timed(typed(key)));
      const begin = performance.now();
      await lintWorkspace(openWorkspace(memoryFiles({ [path]: typed(key) })).workspace);
      fresh.push(performance.now() - begin);
    }
    const before = heapMiB();
    for (let key = 0; key < 1_000; key++) await timed(typed(key % 50 === 0 ? 1 : (key % 50) + 1));
    const after = heapMiB();
    repository.end();
    rmSync(root, { recursive: true, force: true });
    times.sort((left, right) => left - right);
    return [
      { what: 'from opening to the first findings, cold', value: cold, unit: 'ms' },
      { what: 'from a key to what is shown, median', value: median(times), unit: 'ms' },
      {
        what: 'from a key to what is shown, 95 of 100',
        value: times[Math.floor(keys * 0.95)] ?? 0,
        unit: 'ms',
        target: 50,
      },
      {
        what: 'a key beside a fresh lint of the same text, medians',
        value: median(warm) / median(fresh),
        unit: 'x',
        target: 1.2,
      },
      { what: 'memory more after 1,000 keys', value: after - before, unit: 'MiB', target: 10 },
    ];
  },
};
