import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { documentOf, sourceLines } from '../../src/report/document/document-of.ts';
import type { Report } from '../../src/report/report.ts';
import { formatPretty } from '../../src/report/terminal/pretty.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { oldRepository } from '../support/old-repository.ts';

/** How many workflows the largest public repository of this kind has. */
const workflows = 130;

test('a first look at a repository of 130 old workflows with pasted snippets is short, and has what matters', async () => {
  const files = oldRepository(workflows);
  const { workspace } = openWorkspace(memoryFiles(files));
  expect(workspace.workflows).toHaveLength(workflows);
  const { diagnostics } = await lintWorkspace(workspace);
  const report: Report = {
    tool: { name: 'pw-workflow-check', version: '1.0.0' },
    rules: [],
    files: new Map(Object.entries(files).map(([path, text]) => [path, { path: path as never, text }])),
    workflows: workspace.workflows.map(({ name, source }) => ({
      name,
      path: source.path,
      outcome: 'passed',
    })),
    diagnostics,
    allowed: [],
    runs: [],
    faults: [],
    remarks: [],
  };
  const lines = sourceLines(report.files);
  const text = formatPretty(documentOf(report, lines), lines, { colour: 'plain', talk: 'normal' });
  expect(diagnostics.length).toBeGreaterThan(5 * workflows);
  expect(text.split('\n').length).toBeLessThan(300);
  // each of the few real errors is in sight, in front of everything else
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toHaveLength(13);
  const places = text.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
  expect(places.slice(0, 13).every((line) => line.includes(': error: '))).toBe(true);
  for (const rule of new Set(diagnostics.map((one) => one.rule))) expect(text).toContain(rule);
});
