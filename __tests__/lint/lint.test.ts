import { type LintOptions, lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { type AnyRule, defineRule } from '../../src/rules/rule.ts';
import { allowUnknownRule } from '../../src/rules/workflow/allow-unknown-rule.ts';
import { allowWithoutReason } from '../../src/rules/workflow/allow-without-reason.ts';
import { unusedAllow } from '../../src/rules/workflow/unused-allow.ts';
import { fakeMeta, wordRule } from '../support/fake-rules.ts';

const path = 'workflows/a/workflow.yaml';
const workflow =
  'jobs:\n  main:\n    steps:\n      - run: |\n          RED\n          GREEN\n      - run: RED\n';
const commentRules: readonly AnyRule[] = [allowUnknownRule, allowWithoutReason, unusedAllow];
const usual = { rules: {}, overrides: [], shellcheck: {}, run: {}, workflowsSettings: {} };

async function lint(files: Readonly<Record<string, string>>, options: LintOptions) {
  const { workspace } = openWorkspace(memoryFiles(files));
  return await lintWorkspace(workspace, options);
}

async function told(text: string, options: LintOptions): Promise<readonly string[]> {
  const { diagnostics } = await lint({ [path]: text }, options);
  return diagnostics.map((one) => `${one.severity} ${one.rule} ${text.slice(one.at.start, one.at.end)}`);
}

describe('lintWorkspace', () => {
  test('signs findings with rule, level and workflow, in the order of the file', async () => {
    const { diagnostics } = await lint({ [path]: workflow }, { rules: [wordRule('GREEN'), wordRule('RED')] });
    expect(
      diagnostics.map(({ rule, workflow: name, at }) => [rule, name, workflow.slice(at.start, at.end)]),
    ).toEqual([
      ['word-red', 'a', 'RED'],
      ['word-green', 'a', 'GREEN'],
      ['word-red', 'a', 'RED'],
    ]);
    expect(new Set(diagnostics.map((one) => one.fingerprint)).size).toBe(3);
  });

  test('tells the same thing about the same place once', async () => {
    expect(await told(workflow, { rules: [wordRule('GREEN'), wordRule('GREEN')] })).toEqual([
      'warning word-green GREEN',
    ]);
  });

  test('survives a rule that throws and asks the others', async () => {
    const broken = defineRule({
      meta: fakeMeta('broken'),
      on: 'job',
      // biome-ignore lint/correctness/useYield: it throws before it could
      *check() {
        throw new Error('no luck');
      },
    });
    const result = await lint({ [path]: workflow }, { rules: [broken, wordRule('GREEN')] });
    expect(result.diagnostics.map((one) => one.rule)).toEqual(['word-green']);
    expect(result.faults.map(({ kind, message }) => [kind, message])).toEqual([
      ['rule-threw', `the rule "broken" failed on ${path}: no luck`],
    ]);
  });

  test('keeps fingerprints while other lines change', async () => {
    const rules = [wordRule('RED')];
    const before = await lint({ [path]: workflow }, { rules });
    const after = await lint(
      { [path]: `# new\n${workflow.replace('GREEN', 'blue\n          grey')}` },
      { rules },
    );
    expect(after.diagnostics.map((one) => one.fingerprint)).toEqual(
      before.diagnostics.map((one) => one.fingerprint),
    );
  });

  test('leaves out what the baseline knows', async () => {
    const rules = [wordRule('RED')];
    const { diagnostics } = await lint({ [path]: workflow }, { rules });
    const baseline = new Set(diagnostics.slice(0, 1).map((one) => one.fingerprint));
    expect((await lint({ [path]: workflow }, { rules, baseline })).diagnostics).toEqual(diagnostics.slice(1));
  });

  test('takes findings of ShellCheck in, and its failure as a fault of ours', async () => {
    const finding = (at: { start: number; end: number }) => ({
      rule: 'shellcheck/SC2086',
      severity: 'note' as const,
      message: 'quote it',
      at: {
        file:
          openWorkspace(memoryFiles({ [path]: workflow })).workspace.workflows[0]?.source.path ??
          ('' as never),
        ...at,
      },
    });
    const result = await lint(
      { [path]: workflow },
      {
        rules: [],
        shellcheck: async (scripts) => ({
          findings: [finding({ start: 1, end: 2 })],
          remarks: [`${scripts.length} scripts`],
        }),
      },
    );
    expect([result.diagnostics.map((one) => [one.rule, one.workflow]), result.remarks]).toEqual([
      [['shellcheck/SC2086', 'a']],
      ['2 scripts'],
    ]);
    const broken = await lint(
      { [path]: workflow },
      { rules: [], shellcheck: () => Promise.reject(new Error('gone')) },
    );
    expect(broken.faults.map((fault) => fault.message)).toEqual(['ShellCheck failed: gone']);
  });
});

describe('scripts', () => {
  test('that others source are looked at, each once, and what they source too', async () => {
    const { diagnostics } = await lint(
      {
        [path]:
          'jobs:\n  a:\n    steps:\n      - run: source utils/one.sh\n      - run: echo; . "${PW_PARENT_JOB_DIR}/utils/one.sh"\n',
        'workflows/a/start.sh': '# source utils/none.sh\nif true; then source two.sh; fi\n',
        'workflows/a/two.sh': 'RED\n',
        'utils/one.sh': 'RED\nsource utils/one.sh\n. ./utils/three.sh\n',
        'utils/three.sh': 'RED\n',
        'utils/none.sh': 'RED\n',
        'utils/other.sh': 'RED\n',
      },
      { rules: [wordRule('RED')] },
    );
    expect(diagnostics.map((one) => [one.at.file, one.workflow])).toEqual([
      ['utils/one.sh', 'a'],
      ['utils/three.sh', 'a'],
      ['workflows/a/two.sh', 'a'],
    ]);
  });
});

describe('levels', () => {
  const rules = [wordRule('RED'), wordRule('GREEN', { tier: 'pedantic' })];

  test('leave pedantic rules out until they are configured or named', async () => {
    expect(await told(workflow, { rules })).toEqual(['warning word-red RED', 'warning word-red RED']);
    expect(await told(workflow, { rules, only: ['word-green'] })).toEqual(['warning word-green GREEN']);
    const configuration = { ...usual, rules: { 'word-green': 'note' as const, 'word-red': 'off' as const } };
    expect(await told(workflow, { rules, configuration })).toEqual(['note word-green GREEN']);
  });

  test('follow the last override whose paths match', async () => {
    const configuration = {
      ...usual,
      overrides: [
        { paths: ['workflows/**'], rules: { 'word-red': 'error' as const } },
        { paths: ['workflows/{b,c}/*'], rules: { 'word-red': 'off' as const } },
      ],
    };
    const { diagnostics } = await lint(
      {
        [path]: 'jobs: {a: {steps: [{run: RED}]}}',
        'workflows/b/workflow.yaml': 'jobs: {a: {steps: [{run: RED}]}}',
      },
      { rules, configuration },
    );
    expect(diagnostics.map((one) => [one.at.file, one.severity])).toEqual([[path, 'error']]);
  });

  test('let options of the command leave rules out', async () => {
    expect(await told(workflow, { rules, skip: ['word-red'] })).toEqual([]);
  });
});

describe('an allow comment', () => {
  const rules = [wordRule('RED'), wordRule('GREEN'), ...commentRules];
  const step = (...lines: readonly string[]) =>
    `jobs:\n  main:\n    steps:\n      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}`;

  test('speaks for its own line, and on a line of its own for the next', async () => {
    expect(await told(step('RED # pw-check: allow word-red -- why', 'RED'), { rules })).toEqual([
      'warning word-red RED',
    ]);
    expect(
      await told(step('# pw-check: allow word-red, word-green -- why', '', '# more', 'RED GREEN', 'RED'), {
        rules,
      }),
    ).toEqual(['warning word-red RED']);
  });

  test('speaks for a command that goes on over several lines', async () => {
    expect(
      await told(step('# pw-check: allow word-red -- why', 'echo \\', '  RED', 'RED'), { rules }),
    ).toEqual(['warning word-red RED']);
  });

  test('speaks for what comes from the assignment below it', async () => {
    const above = '# pw-check: allow word-red -- why';
    const of = (...lines: readonly string[]) => told(step(...lines), { rules });
    expect(await of(above, 'colour=1', 'echo', 'RED "$colour"')).toEqual([]);
    expect(await of('export colour=1 # pw-check: allow word-red -- why', 'RED "${colour:-2}"')).toEqual([]);
    expect(await of(above, 'colour=1', 'RED "$colours"')).toEqual([
      'note unused-allow word-red',
      'warning word-red RED',
    ]);
    expect(await of('RED "$colour"', above, 'colour=1')).toEqual([
      'warning word-red RED',
      'note unused-allow word-red',
    ]);
  });

  test('keeps what it allows, with the reason', async () => {
    const { allowed } = await lint({ [path]: step('RED # pw-check: allow word-red -- why not') }, { rules });
    expect(allowed.map(({ diagnostic, reason }) => [diagnostic.rule, reason])).toEqual([
      ['word-red', 'why not'],
    ]);
  });

  test('is itself a finding without a reason, without a known rule, and without use', async () => {
    expect(await told(step('RED # pw-check: allow word-red'), { rules })).toEqual([
      'error allow-without-reason # pw-check: allow word-red',
    ]);
    expect(await told(step('echo # pw-check: allow word-rad -- why'), { rules })).toEqual([
      'warning allow-unknown-rule word-rad',
    ]);
    expect(await told(step('echo # pw-check: allow word-red -- why'), { rules })).toEqual([
      'note unused-allow word-red',
    ]);
  });

  test('is not called unused when its rule was not asked', async () => {
    const text = step('echo # pw-check: allow word-red, SC2086 -- why');
    expect(await told(text, { rules, skip: ['word-red'] })).toEqual([]);
  });

  test('is read in scripts that are files', async () => {
    const start = '# pw-check: allow word-red -- why\nRED\nGREEN\n';
    const { diagnostics } = await lint({ [path]: 'jobs: {}', 'workflows/a/start.sh': start }, { rules });
    expect(diagnostics.map((one) => one.rule)).toEqual(['word-green']);
  });
});
