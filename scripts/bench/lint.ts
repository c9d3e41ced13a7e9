import { parseDocument } from 'yaml';
import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import type { RepositoryFiles } from '../../src/ports/repository-files.ts';
import { filePath } from '../../src/source/span.ts';
import { sampleWorkflow } from '../sample-workflow.ts';
import { median } from './median.ts';
import type { BenchLine, BenchSection } from './section.ts';

const count = 1000;

function repository(texts: readonly string[]): RepositoryFiles {
  const byPath = new Map(texts.map((text, index) => [filePath(`workflows/w${index}/workflow.yaml`), text]));
  return {
    paths: [...byPath.keys()],
    kindOf: (path) => (byPath.has(path) ? 'file' : 'missing'),
    read(path) {
      const text = byPath.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return { kind: 'problem', problem: 'missing', message: 'there is no such file' };
    },
  };
}

async function lintMs(texts: readonly string[]): Promise<number> {
  const begin = performance.now();
  await lintWorkspace(openWorkspace(repository(texts)).workspace);
  return performance.now() - begin;
}

function parseMs(texts: readonly string[]): number {
  const begin = performance.now();
  for (const text of texts) parseDocument(text);
  return performance.now() - begin;
}

/** Linting beside parsing alone, on the same texts in the same process, in turns. */
export const section: BenchSection = {
  name: `lint: ${count} generated workflows, without ShellCheck`,
  async measure(): Promise<readonly BenchLine[]> {
    const texts = Array.from({ length: count }, (_, seed) => sampleWorkflow(seed));
    const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0) / count;
    // Both are compiled by the engine of Node as they run; neither is measured before it is warm.
    parseMs(texts.slice(0, 300));
    await lintMs(texts.slice(0, 300));
    const lints: number[] = [];
    const parses: number[] = [];
    for (let round = 0; round < 3; round++) {
      parses.push(parseMs(texts));
      lints.push(await lintMs(texts));
    }
    const half = await lintMs(texts.slice(0, count / 2));
    return [
      { what: 'lines a workflow', value: lines, unit: 'count' },
      { what: 'yaml.parseDocument, all workflows', value: median(parses), unit: 'ms' },
      { what: 'lint, all workflows', value: median(lints), unit: 'ms' },
      {
        what: 'lint against yaml.parseDocument',
        value: median(lints) / median(parses),
        unit: 'x',
        target: 2,
      },
      { what: 'lint of all against lint of half', value: median(lints) / half, unit: 'x', target: 2.4 },
    ];
  },
};
