import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { textsBelow } from '../support/folder-files.ts';

const folders = ['examples', '__tests__/fixtures/lint'].filter((folder) => existsSync(folder));
const texts = folders.flatMap((folder) => Object.entries(textsBelow(folder)));
const workflows = texts.filter(([path]) => path.endsWith('workflow.yaml')).map(([, text]) => text);
const scripts = texts.filter(([path]) => path.endsWith('.sh')).map(([, text]) => text);

/** Lints one workflow with its script: no rule may fail, and every finding stands inside its file. */
async function lintsSoundly(workflow: string, script: string): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    'workflows/a/workflow.yaml': workflow,
    'workflows/a/start.sh': script,
  };
  const { workspace } = openWorkspace(memoryFiles(files));
  const { diagnostics, faults } = await lintWorkspace(workspace);
  expect(faults.map((fault) => fault.message)).toEqual([]);
  for (const { rule, at, related, fix } of diagnostics) {
    const spans = [
      at,
      ...(related ?? []).map((one) => one.span),
      ...(fix?.edits ?? []).map((one) => one.span),
    ];
    for (const { file, start, end } of spans) {
      expect([rule, 0 <= start && start <= end && end <= (files[file] ?? '').length]).toEqual([rule, true]);
    }
  }
}

interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const mutations = fc.array(
  fc.record({
    at: fc.nat(10_000),
    remove: fc.nat(30),
    insert: fc.oneof(
      fc.constantFrom(
        ...[
          '',
          '\n',
          '  ',
          ': ',
          '- ',
          '"',
          "'",
          '${{ ',
          ' }}',
          '|',
          '[',
          '{',
          '#',
          '&a',
          '*a',
          '$(',
          '`',
          'if',
          'fi',
          'done',
          '<<EOF\n',
          '\r\n',
          '\t',
          '\0',
          '😀',
          '(',
          ')',
          '==',
          'inputs.',
          'needs.',
        ],
      ),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((current, { at, remove, insert }) => {
    const from = current.length === 0 ? 0 : at % current.length;
    return current.slice(0, from) + insert + current.slice(from + remove);
  }, text);
}

describe('linting', () => {
  test('is sound on changed workflows and scripts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...workflows),
        fc.constantFrom(...scripts),
        mutations,
        mutations,
        (workflow, script, one, other) => lintsSoundly(mutated(workflow, one), mutated(script, other)),
      ),
      { numRuns: 300 },
    );
  });

  test('is sound on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), lintsSoundly),
      { numRuns: 100 },
    );
  });

  const job = (run: string) => `jobs:\n  a:\n    steps:\n      - run: |\n          ${run}\n`;

  test.each([
    ['maps', Array.from({ length: 10_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 'true\n'],
    [
      'parentheses in an expression',
      job(`echo \${{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}`),
      'true\n',
    ],
    ['negations in an expression', job(`echo \${{ ${'!'.repeat(10_000)}a }}`), 'true\n'],
    ['subshells', job('true'), `${'('.repeat(10_000)}true${')'.repeat(10_000)}\n`],
    ['command substitutions', job('true'), `echo ${'$(echo '.repeat(10_000)}x${')'.repeat(10_000)}\n`],
    ['conditionals', job('true'), `${'if true; then\n'.repeat(5000)}true\n${'fi\n'.repeat(5000)}`],
    [
      'groups of inputs',
      `on: {execute: {inputs: ${'{a: {type: group, items: '.repeat(150)}{}${'}}'.repeat(150)}}}\n`,
      'true\n',
    ],
  ])('is sound on deeply nested %s', async (_name, workflow, script) => {
    await lintsSoundly(workflow, script);
  });

  test('is sound on very long lines', async () => {
    await lintsSoundly(job(`echo ${'x'.repeat(1_000_000)}`), `echo ${'$x '.repeat(100_000)}\n`);
  });
});
