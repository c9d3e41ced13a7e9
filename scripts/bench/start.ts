import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sampleWorkflow } from '../sample-workflow.ts';
import { median } from './median.ts';
import type { BenchLine, BenchSection } from './section.ts';

const rounds = 31;

/** Milliseconds that a whole process takes, with nothing but Node on its PATH. */
function processMs(words: readonly string[], environment: NodeJS.ProcessEnv): number {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, words, { env: environment, stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}`);
  return performance.now() - begin;
}

/** What a user waits for: the built program on one workflow, beside a Node that does nothing, in turns. */
export const section: BenchSection = {
  name: 'start: whole processes, without ShellCheck',
  async measure(): Promise<readonly BenchLine[]> {
    const scratch = mkdtempSync(join(tmpdir(), 'pwc-bench-'));
    try {
      const nothing = join(scratch, 'bin');
      mkdirSync(nothing);
      const environment = { HOME: scratch, PATH: nothing };
      // Alone in its folder: a lint looks at what lies beside a workflow.
      const workflow = join(scratch, 'project', 'workflow.yaml');
      mkdirSync(dirname(workflow));
      writeFileSync(workflow, sampleWorkflow(1));
      // As it is installed: without the packages that the development of this one brings.
      cpSync(resolve('dist/cli'), join(scratch, 'cli'), { recursive: true });
      const program = join(scratch, 'cli', 'index.js');
      const bare: number[] = [];
      const version: number[] = [];
      const lint: number[] = [];
      for (let round = 0; round < rounds; round++) {
        bare.push(processMs(['-e', '0'], environment));
        version.push(processMs([program, '--version'], environment));
        lint.push(processMs([program, 'lint', workflow], environment));
      }
      return [
        { what: `bare Node, median of ${rounds}`, value: median(bare), unit: 'ms' },
        { what: '--version', value: median(version), unit: 'ms' },
        { what: 'lint of a single file', value: median(lint), unit: 'ms' },
        {
          what: 'lint of a single file against bare Node',
          value: median(lint) / median(bare),
          unit: 'x',
          target: 3,
        },
        // What disturbs a machine costs the one that touches more memory more.
        {
          what: 'the same, of the fastest of each',
          value: Math.min(...lint) / Math.min(...bare),
          unit: 'x',
        },
      ];
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};
