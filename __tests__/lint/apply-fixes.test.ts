import type { Fix } from '../../src/diagnostics/finding.ts';
import { fixWorkspace, mostRounds } from '../../src/lint/apply-fixes.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { type AnyRule, defineRule } from '../../src/rules/rule.ts';
import { fakeMeta } from '../support/fake-rules.ts';

const path = 'workflows/a/workflow.yaml';

/** Offers to replace every occurrence of a text in a workflow file. */
function replacing(from: string, to: string, safety: Fix['safety'] = 'safe'): AnyRule {
  return defineRule({
    meta: fakeMeta(`replace-${from.length}-${to.length}-${safety}`),
    on: 'file',
    *check({ source }) {
      for (
        let start = source.text.indexOf(from);
        start !== -1;
        start = source.text.indexOf(from, start + 1)
      ) {
        const span = { file: source.path, start, end: start + from.length };
        yield {
          message: from,
          at: span,
          fix: { title: `${from} to ${to}`, safety, edits: [{ span, replacement: to }] },
        };
      }
    },
  });
}

async function fixed(text: string, rules: readonly AnyRule[], safety: Fix['safety'] = 'safe') {
  const outcome = await fixWorkspace(memoryFiles({ [path]: text }), {}, safety, { rules });
  return { ...outcome, text: outcome.files[0]?.after ?? text };
}

describe('fixWorkspace', () => {
  test('repairs all that is offered and lints again', async () => {
    const { text, applied, result } = await fixed('a: x # kept\nb: x\n', [replacing('x', 'yy')]);
    expect([text, applied.length, result.diagnostics]).toEqual(['a: yy # kept\nb: yy\n', 2, []]);
  });

  test('leaves guesses alone unless they are asked for', async () => {
    const rules = [replacing('x', 'yy', 'unsafe')];
    expect((await fixed('a: x\n', rules)).text).toBe('a: x\n');
    expect((await fixed('a: x\n', rules, 'unsafe')).text).toBe('a: yy\n');
  });

  test('takes one of two fixes that touch, and the other in the next round if it still holds', async () => {
    const { text, applied } = await fixed('a: one two\n', [
      replacing('one two', 'one'),
      replacing('two', 'three'),
    ]);
    expect([text, applied.map((one) => one.title)]).toEqual(['a: one\n', ['one two to one']]);
  });

  test('never breaks a file that was whole', async () => {
    const { text, result } = await fixed('a: x\n', [replacing('x', 'b: c')]);
    expect([text, result.diagnostics.length]).toEqual(['a: x\n', 1]);
  });

  test('gives up on fixes that never come to an end', async () => {
    const { applied } = await fixed('a: x\n', [replacing('x', 'xx')]);
    expect(applied.length).toBeGreaterThanOrEqual(mostRounds);
    expect(applied.length).toBeLessThan(2 ** mostRounds);
  });

  test('keeps carriage returns', async () => {
    const { text } = await fixed('a: x\r\nb: c\r\n', [replacing('x', '|\n  y')]);
    expect(text).toBe('a: |\r\n  y\r\nb: c\r\n');
  });

  test('changes nothing where an edit leaves its file', async () => {
    const wild = defineRule({
      meta: fakeMeta('wild'),
      on: 'file',
      *check({ source }) {
        const at = { file: source.path, start: 0, end: 1 };
        const span = { file: source.path, start: 0, end: 10_000 };
        yield { message: 'x', at, fix: { title: 'x', safety: 'safe', edits: [{ span, replacement: '' }] } };
      },
    });
    expect((await fixed('a: x\n', [wild])).files).toEqual([]);
  });
});
