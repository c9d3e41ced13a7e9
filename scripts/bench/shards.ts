import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { writeSampleRepository } from '../sample-repository.ts';
import type { BenchLine, BenchSection } from './section.ts';

const workflows = 1000;
const shards = 16;

/** One lint of a large repository beside its shards, with ShellCheck and without kept results; takes some minutes. */
export const section: BenchSection = {
  name: `shards: ${workflows} workflows and their scripts in ${shards}, with ShellCheck`,
  async measure(): Promise<readonly BenchLine[]> {
    const scratch = mkdtempSync(join(tmpdir(), 'pwc-shards-'));
    try {
      await bundle(join(scratch, 'dist'));
      const repository = join(scratch, 'repository');
      writeSampleRepository(repository, workflows);
      const program = join(scratch, 'dist/cli/index.js');
      const lint = (report: string, ...words: readonly string[]): number =>
        processorMs(repository, program, 'lint', '--no-cache', '--output', `json=${report}`, ...words, '.');

      const whole = lint(join(scratch, 'whole.json'));
      const parts = Array.from({ length: shards }, (_, index) => join(scratch, `part-${index}.json`));
      const sum = parts
        .map((report, index) => lint(report, '--shard', `${index + 1}/${shards}`))
        .reduce((all, one) => all + one, 0);
      processorMs(repository, program, 'merge', '--output', `json=${join(scratch, 'merged.json')}`, ...parts);
      const same = readFileSync(join(scratch, 'whole.json')).equals(
        readFileSync(join(scratch, 'merged.json')),
      );
      return [
        { what: 'processor time of one lint', value: whole, unit: 'ms' },
        { what: `processor time of ${shards} shards`, value: sum, unit: 'ms' },
        { what: 'against one lint', value: sum / whole, unit: 'x', target: 1.5 },
        { what: 'merged reports that are not the whole one', value: same ? 0 : 1, unit: 'count', target: 0 },
      ];
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

/**
 * The processor time in milliseconds that a command and all that it starts take, by bash's `time`; findings are no failure.
 *
 * @throws when the command ends with more than findings
 */
function processorMs(cwd: string, program: string, ...words: readonly string[]): number {
  const timed = 'TIMEFORMAT="%U %S"; time { "$@" > /dev/null 2>&1 || [ $? -eq 1 ]; }';
  const said = execFileSync(
    'bash',
    ['-c', `exec 2>&1; ${timed}`, 'timed', process.execPath, program, ...words],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  return (
    said
      .trim()
      .split(' ')
      .map(Number)
      .reduce((user, system) => user + system, 0) * 1000
  );
}
