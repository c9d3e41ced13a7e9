import { wordGate } from '../../src/lint/word-gate.ts';
import type { WorkflowFile } from '../../src/model/workflow.ts';
import { rules } from '../../src/rules/index.generated.ts';
import type { AnyRule } from '../../src/rules/rule.ts';

const fileWith = (text: string): WorkflowFile => ({ source: { text } }) as WorkflowFile;
const ruleOn = (on: AnyRule['on'], ...mentions: readonly string[]): AnyRule =>
  ({ on, ...(mentions.length > 0 && { mentions }) }) as unknown as AnyRule;

test.each(['file', 'workflow', 'input', 'job', 'step', 'expression'] as const)(
  'asks a rule on %s only where one of its words stands in the file',
  (on) => {
    const gate = wordGate(fileWith('jobs:\n  main:\n    timeout: 5m\n'));
    expect(gate.mayAsk(ruleOn(on, 'retry', 'timeout'))).toBe(true);
    expect(gate.mayAsk(ruleOn(on, 'retry'))).toBe(false);
    expect(gate.mayAsk(ruleOn(on))).toBe(true);
  },
);

test('asks rules on what has a text of its own, or no file at all', () => {
  const gate = wordGate(fileWith('jobs:\n'));
  expect(gate.mayAsk(ruleOn('script', 'chmod'))).toBe(true);
  expect(gate.mayAsk(ruleOn('workspace', 'chmod'))).toBe(true);
  expect(wordGate(undefined).mayAsk(ruleOn('workflow', 'retry'))).toBe(true);
});

test.each(['"re\\x74ry": 1', '"r\\u0065try": 1', '"re\\\n  try": 1', '"re\\\r\n  try": 1'])(
  'asks all of them where an escape may hide a word: %j',
  (text) => {
    expect(wordGate(fileWith(text)).mayAsk(ruleOn('step', 'retry'))).toBe(true);
  },
);

test('no rule waits for a word that YAML could write with another escape', () => {
  const hidden = rules
    .filter(({ on }) => on !== 'script')
    .flatMap(({ meta, on, mentions = [] }) =>
      on === 'expression'
        ? []
        : mentions.filter((word) => !/^[\w.-]+$/.test(word)).map((word) => [meta.id, word]),
    );
  expect(hidden).toEqual([]);
});
