import { interpret } from '../../src/analysis/script/interpret.ts';
import { jobWorld } from '../../src/analysis/script/job-world.ts';
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
    const short = medianMs(sampleScript(350));
    const usual = medianMs(sampleScript(700));
    const long = medianMs(sampleScript(2_800));
    return [
      {
        what: 'a start script of 700 lines followed on all paths, warm',
        value: usual,
        unit: 'ms',
        target: 30,
      },
      { what: 'twice the lines, how much longer', value: usual / short, unit: 'x', target: 2.2 },
      { what: 'four times the lines, how much longer', value: long / usual, unit: 'x', target: 4.4 },
    ];
  },
};

function medianMs(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const before = performance.now();
    const script = parseBash(mappedFile({ path: filePath('start.sh'), text }));
    interpret(script, jobWorld({ files }));
    times.push(performance.now() - before);
  }
  return times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}
