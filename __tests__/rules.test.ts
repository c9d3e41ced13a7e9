import { readdirSync } from 'node:fs';
import type { Diagnostic } from '../src/diagnostics/finding.ts';
import type { RuleExample } from '../src/diagnostics/rule-meta.ts';
import { fixWorkspace } from '../src/lint/apply-fixes.ts';
import { usualConfiguration } from '../src/lint/configuration/configuration.ts';
import { type LintOptions, lintWorkspace } from '../src/lint/lint.ts';
import { openExample } from '../src/rules/examples/open-example.ts';
import { rules } from '../src/rules/index.generated.ts';
import type { AnyRule } from '../src/rules/rule.ts';

/** Rules of the tier pedantic take part in their own examples only. */
function takingPart(rule: AnyRule): readonly AnyRule[] {
  return rules.filter((other) => other === rule || other.meta.tier !== 'pedantic');
}

function optionsFor(rule: AnyRule): LintOptions {
  const levels = rule.meta.tier === 'pedantic' ? { [rule.meta.id]: rule.meta.severity } : {};
  return { rules: takingPart(rule), configuration: { ...usualConfiguration, rules: levels } };
}

async function lintExample(rule: AnyRule, example: RuleExample) {
  const { workspace, marks } = openExample(example, rule.meta);
  const { diagnostics, faults } = await lintWorkspace(workspace, optionsFor(rule));
  expect(faults).toEqual([]);
  return { diagnostics, marks };
}

function placed({ rule, at, message }: Diagnostic) {
  return { rule, path: at.file as string, start: at.start, end: at.end, message };
}

function numbered(examples: readonly RuleExample[]): readonly (readonly [number, RuleExample])[] {
  return examples.map((example, index) => [index + 1, example]);
}

const linted = rules.filter((rule) => rule.on !== 'run');

describe.each(linted.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const { bad, good } = rule.meta.page.examples;

  test.each(numbered(bad))('blames the marked place of bad example %d', async (_, example) => {
    const { diagnostics, marks } = await lintExample(rule, example);
    expect(marks).toHaveLength(1);
    expect(diagnostics.map(placed)).toEqual(
      marks.map((mark) => ({ rule: id, ...mark, message: expect.any(String) })),
    );
  });

  test.each(numbered(bad))('is silent after its fix of bad example %d', async (_, example) => {
    const { workspace } = openExample(example, rule.meta);
    const { files } = workspace;
    const paths = [
      ...workspace.workflows.map((file) => file.source.path),
      ...workspace.loneScripts.map((script) => script.path),
    ];
    const { applied, result } = await fixWorkspace(files, { paths }, 'unsafe', optionsFor(rule));
    // What no fix is offered for is still found.
    const left = result.diagnostics
      .map((one) => one.rule)
      .filter((one) => one === id || one === 'yaml-syntax');
    expect(left).toEqual(applied.length > 0 ? [] : [id]);
  });

  test.each(numbered(good))('is silent on good example %d', async (_, example) => {
    const { diagnostics } = await lintExample(rule, example);
    expect(diagnostics.map(placed)).toEqual([]);
  });
});

describe('the rule book', () => {
  test('lists every rule of its folders', () => {
    const groups = ['form', 'workflow', 'expression', 'script', 'run', 'security'];
    const files = groups.flatMap((group) =>
      readdirSync(`src/rules/${group}`)
        .filter((name) => !name.endsWith('.analysis.ts'))
        .map((name) => `${group}/${name.replace(/\.ts$/, '')}`),
    );
    expect(rules.map((rule) => `${rule.meta.group}/${rule.meta.id}`).sort()).toEqual(files.sort());
  });

  test.each(rules.map((rule) => [rule.meta.id, rule.meta] as const))(
    'has a whole entry for %s',
    (id, meta) => {
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      const { what, why, fix, examples } = meta.page;
      for (const text of [what, why, fix]) expect(text).toMatch(/^\S.*[.!?]$/s);
      expect(examples.bad.length).toBeGreaterThan(0);
      expect(examples.good.length).toBeGreaterThan(0);
      expect(meta.securitySeverity !== undefined).toBe(meta.group === 'security');
    },
  );
});
