import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderResultCache } from '../../src/host/files/result-cache.ts';
import { nodeToolRunner } from '../../src/host/processes/tool-runner.ts';
import { shellcheck } from '../../src/lint/shellcheck/shellcheck.ts';
import { scriptFile } from '../../src/model/read-script.ts';
import { filePath } from '../../src/source/span.ts';
import { sampleScript } from '../sample-script.ts';
import type { BenchLine, BenchSection } from './section.ts';

/** Lengths in lines as start, setup and wait scripts have them. */
const lengths = [40, 60, 80, 90, 120, 150, 220, 320, 450, 660];
const rounds = 5;
const scripts = lengths.map((lines, seed) =>
  scriptFile(
    { path: filePath(`workflows/sample-${seed}/start.sh`), text: sampleScript(lines, seed) },
    'start',
  ),
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}

/** The tool as a user starts it over the same files. */
async function byHand(folder: string): Promise<void> {
  const outcome = await nodeToolRunner().run({
    command: 'shellcheck',
    arguments: ['-s', 'bash', '-S', 'warning', ...scripts.map((_, index) => `script-${index}.sh`)],
    cwd: folder,
    timeoutMs: 120_000,
    maxOutputBytes: 64 * 1024 * 1024,
  });
  if (outcome.failed !== undefined) throw new Error(`shellcheck ${outcome.failed}`);
}

/** ShellCheck as the linter asks it, beside the tool run by hand over the same files, in turns. */
export const section: BenchSection = {
  name: `shellcheck: ${scripts.length} generated scripts, ${lengths.reduce((sum, one) => sum + one)} lines`,
  async measure(): Promise<readonly BenchLine[]> {
    const folder = await mkdtemp(join(tmpdir(), 'pw-bench-shellcheck-'));
    try {
      for (const [index, script] of scripts.entries())
        await writeFile(join(folder, `script-${index}.sh`), script.shell.text);
      const parallel = Math.max(1, Math.min(4, availableParallelism()));
      const hand: number[] = [];
      const alone: number[] = [];
      const together: number[] = [];
      const again: number[] = [];
      const tools = nodeToolRunner();
      for (let round = 0; round < rounds; round++) {
        const cache = folderResultCache(join(folder, `results-${round}`));
        hand.push(await timed(() => byHand(folder)));
        alone.push(await timed(() => shellcheck(scripts, tools)));
        together.push(await timed(() => shellcheck(scripts, tools, { cache, parallel: () => parallel })));
        again.push(await timed(() => shellcheck(scripts, tools, { cache, parallel: () => parallel })));
      }
      const beside = (values: readonly number[]) => median(values) / median(hand);
      return [
        { what: 'shellcheck by hand, all files', value: median(hand), unit: 'ms' },
        { what: 'asked in one process, nothing kept', value: beside(alone), unit: 'x', target: 1.1 },
        {
          what: `asked as by the linter on ${parallel} cores, answers written`,
          value: beside(together),
          unit: 'x',
          target: 1.1,
        },
        { what: 'asked again, answers kept', value: beside(again), unit: 'x', target: 0.2 },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
