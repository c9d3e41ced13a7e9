import { type AnalysisContext, analysisContext } from '../../src/analysis/analysis.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';

interface Chain {
  readonly next?: Chain | undefined;
}

const { workspace } = openWorkspace(memoryFiles({}));

function lengthOf({ next }: Chain, context: AnalysisContext): number {
  return next === undefined ? 1 : 1 + context.ask(lengthOf, next);
}

function first(chain: Chain, context: AnalysisContext): number {
  return context.ask(second, chain);
}

function second(chain: Chain, context: AnalysisContext): number {
  return context.ask(third, chain);
}

function third(chain: Chain, context: AnalysisContext): number {
  return context.ask(second, chain);
}

test('an analysis is asked once for each subject', () => {
  let asked = 0;
  const counting = () => ++asked;
  const context = analysisContext(workspace);
  const subject = {};
  expect([context.ask(counting, subject), context.ask(counting, subject)]).toEqual([1, 1]);
  context.forget();
  expect(context.ask(counting, subject)).toBe(2);
});

test('an analysis may ask itself about another subject', () => {
  expect(analysisContext(workspace).ask(lengthOf, { next: { next: {} } })).toBe(3);
});

test('a circle is a fault that names who is in it, each time it is asked', () => {
  const context = analysisContext(workspace);
  const subject = {};
  for (let round = 0; round < 2; round++) {
    expect(() => context.ask(first, subject)).toThrow(
      'analyses ask each other in a circle: second → third → second',
    );
  }
  expect(context.ask(lengthOf, subject)).toBe(1);
});
