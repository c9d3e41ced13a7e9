import { jobWorld } from '../../src/analysis/contract/job-world.ts';
import { interpret } from '../../src/analysis/shell/interpreter/interpret.ts';
import type { RepositoryFiles } from '../../src/ports/repository-files.ts';
import { mappedFile } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';
import { parseBash } from '../../src/syntax/bash/parse-bash.ts';
import { sampleScript } from '../sample-script.ts';
import type { BenchSection } from './section.ts';

const files: RepositoryFiles = {
  paths: [],
  kindOf: () => 'missing',
  read: () => ({ kind: 'problem', problem: 'missing', message: 'it is missing' }),
};

/** The parsing and following of start scripts, warm; ShellCheck is not part of it. */
export const section: BenchSection = {
  name: 'script',
  async measure() {
    const texts = [350, 700, 2_800].map((lines) => sampleScript(lines));
    // Compiled by the engine of Node before it counts.
    for (let round = 0; round < 15; round++) for (const text of texts.slice(0, 2)) follow(text);
    const [short = 0, usual = 0, long = 0] = texts.map(processorMs);
    return [
      {
        what: 'a start script of 700 lines followed on all paths, warm (processor time, median)',
        value: usual,
        unit: 'ms',
        target: 30,
      },
      { what: 'twice the lines, how much longer', value: usual / short, unit: 'x', target: 2.2 },
      { what: 'four times the lines, how much longer', value: long / usual, unit: 'x', target: 4.4 },
    ];
  },
};

function follow(text: string): void {
  const script = parseBash(mappedFile({ path: filePath('start.sh'), text }));
  interpret(script, jobWorld({ files }));
}

/** The median of the processor's time for one: what else the machine does meanwhile is not in it. */
function processorMs(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const before = process.cpuUsage();
    follow(text);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}
