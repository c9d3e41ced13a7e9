import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { structureFaults } from '../../../src/analysis/structure/structure.ts';
import type { Workflow } from '../../../src/model/workflow.ts';
import { unmark } from '../../../src/rules/examples/marks.ts';
import { filePath } from '../../../src/source/span.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse-yaml.ts';
import { legalWorkflow } from '../legal-workflow.ts';
import { plainValue } from './plain-value.ts';

const validateWorkflow = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/workflow.schema.json', 'utf8')),
);

function workflowOf(text: string): Workflow {
  const { root } = parseYaml({ path: filePath('workflow.yaml'), text });
  if (root?.kind !== 'map') throw new Error('not a map');
  return {
    path: filePath('workflow.yaml'),
    root,
    env: [],
    sessions: [],
    form: { node: undefined, meta: undefined, inputs: [], all: [] },
    jobs: [],
    expressions: [],
    scripts: [],
  };
}

function faultsOf(text: string) {
  return structureFaults(workflowOf(text)).map(({ kind, finding }) => ({
    kind,
    start: finding.at.start,
    end: finding.at.end,
    message: finding.message,
    help: finding.help,
    replacement: finding.fix?.edits[0].replacement,
  }));
}

/** Lints a text with one mark and expects exactly one fault, at the mark. */
function expectFault(marked: string, kind: string, message: string) {
  const { text, marks } = unmark(marked);
  expect(faultsOf(text)).toMatchObject([{ kind, message, ...marks[0] }]);
  expect(validateWorkflow(plainValue(workflowOf(text).root))).toBe(false);
}

const jobs = 'jobs:\n  main:\n    steps:\n      - run: echo hello\n';

describe('structure', () => {
  test('accepts every construct that looks wrong and is legal', () => {
    expect(faultsOf(legalWorkflow)).toEqual([]);
    expect(validateWorkflow(plainValue(workflowOf(legalWorkflow).root))).toBe(true);
  });

  test('names the key that was meant', () => {
    const [fault] = faultsOf(`${jobs}permisions: ['*']\n`);
    expect(fault).toMatchObject({ help: 'did you mean "permissions"?', replacement: 'permissions' });
  });

  test('lists the keys that there are when none is near', () => {
    const [fault] = faultsOf(`${jobs}qqqqq: 1\n`);
    expect(fault?.help).toBe(
      'expected one of jobs, on, permissions, sessions, links, needs, env, timeout, configurations',
    );
  });

  test('reports a misspelt required key once, not also as missing', () => {
    expectFault(
      'jobs:\n  main:\n    «stpes»:\n      - run: echo hello\n',
      'unknown-key',
      'unknown key "stpes" in a job',
    );
    expectFault(
      'jobs:\n  main:\n    steps:\n      - «rum»: echo hello\n',
      'unknown-key',
      'unknown key "rum" in a step',
    );
  });

  test('reports all keys that are missing from one map together', () => {
    expectFault(
      'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        «with»:\n          path: src\n',
      'missing-key',
      'the "with" of parallelworks/checkout needs "repo" and "branch"',
    );
  });

  test('says nothing about the attributes of an input whose type is unknown', () => {
    expectFault(
      `on:\n  execute:\n    inputs:\n      name:\n        type: «strnig»\n        items: 4\n${jobs}`,
      'unknown-input-type',
      'input "name" has unknown type "strnig"',
    );
  });

  test('tells a key of another type from a key of none', () => {
    const input = (type: string, key: string) =>
      `on:\n  execute:\n    inputs:\n      name:\n        type: ${type}\n        «${key}»: 1\n${jobs}`;
    expectFault(input('string', 'min'), 'misplaced-attribute', '"min" is not an attribute of a string input');
    expectFault(input('string', 'zzzzzz'), 'unknown-key', 'unknown key "zzzzzz" in a string input');
  });

  test('offers the conversion of a clock time to a duration', () => {
    const [fault] = faultsOf('jobs:\n  main:\n    steps:\n      - run: echo\n        timeout: "01:30:00"\n');
    expect(fault).toMatchObject({ kind: 'invalid-duration', help: 'write 5400s' });
  });

  test('takes an expression wherever the tables allow one', () => {
    expect(
      faultsOf(
        'jobs:\n  main:\n    needs: ${{ inputs.jobs }}\n    strategy: {matrix: "${{ inputs.m }}", max-parallel: "${{ inputs.n }}"}\n    steps:\n      - run: echo\n        ignore-errors: ${{ inputs.x }}\n        retry: {timeout: "${{ inputs.t }}", max-retries: "${{ inputs.n }}"}\n',
      ),
    ).toEqual([]);
  });

  test('checks inputs at every depth', () => {
    expectFault(
      `on:\n  execute:\n    inputs:\n      a:\n        type: group\n        items:\n          b:\n            type: list\n            template:\n              c:\n                type: string\n                «tooltp»: x\n${jobs}`,
      'unknown-key',
      'unknown key "tooltp" in a string input',
    );
  });
});

describe('the published schema and the walk along the tables', () => {
  const lines = legalWorkflow.split('\n');
  const words = ['', 'true', '"true"', '[]', '{}', '-1', '1.5', 'xyz', '~', '"${{ inputs.a }}"', '[{a: 1}]'];

  test('agree on whether a changed workflow is sound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: lines.length - 1 }),
        fc.constantFrom(...words),
        fc.constantFrom('value', 'key', 'drop'),
        (at, word, what) => {
          const line = lines[at] ?? '';
          const changed =
            what === 'drop'
              ? []
              : what === 'key'
                ? [line.replace(/[\w-]+:/, 'zzqq:')]
                : [line.replace(/:( .*)?$/, `: ${word}`)];
          const text = [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join('\n');
          const parsed = parseYaml({ path: filePath('workflow.yaml'), text });
          fc.pre(parsed.root?.kind === 'map' && parsed.faults.length === 0);
          const workflow = workflowOf(text);
          const sound = validateWorkflow(plainValue(workflow.root));
          expect({ sound, text }).toEqual({ sound: structureFaults(workflow).length === 0, text });
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the small checks of a form', () => {
  const input = (attributes: string): string =>
    `on:\n  execute:\n    inputs:\n      name:\n${attributes.replace(/^/gm, '        ')}\n${jobs}`;

  test.each([
    [
      'type: string\nwidth: «50px»',
      'invalid-value',
      '"width" cannot be "50px", expected a number of pixels or a share such as 50%',
    ],
    [
      'type: string\nminLength: «-1»',
      'number-out-of-range',
      '"minLength" is -1, expected a whole number of at least 0',
    ],
    [
      'type: list\nmin: «-1»\ntemplate:\n  a:\n    type: string',
      'number-out-of-range',
      '"min" is -1, expected a whole number of at least 0',
    ],
    [
      'type: header\ntext: a\nsize: «0»',
      'number-out-of-range',
      '"size" is 0, expected a whole number of at least 1',
    ],
    ['type: duration\nmin: «90m»', 'invalid-clock-time', '"90m" is not a time, expected seconds, as 3600'],
    [
      'type: step\ntitle: a\n«anchor-below»: b',
      'misplaced-attribute',
      '"anchor-below" is not an attribute of a step input',
    ],
  ])('%s', (attributes, kind, message) => expectFault(input(attributes), kind, message));

  // JSON Schema has no word for it
  test('tells a pattern that is no regular expression', () => {
    const { text, marks } = unmark(input('type: string\nsanitize: «"[a-"»'));
    const message = '"sanitize" "[a-" is no regular expression: unterminated character class';
    expect(faultsOf(text)).toMatchObject([{ kind: 'invalid-value', message, ...marks[0] }]);
  });

  test.each(['matrix: «{}»', 'matrix: {size: «[]»}'])('finds nothing to run in %s', (matrix) => {
    const { text, marks } = unmark(
      `jobs:\n  main:\n    strategy:\n      ${matrix}\n    steps:\n      - run: echo\n`,
    );
    expect(faultsOf(text)).toMatchObject([{ kind: 'empty-list', ...marks[0] }]);
  });
});
