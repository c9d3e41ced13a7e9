import type { Diagnostic, Fix } from '../diagnostics/finding.ts';
import type { RuleExample } from '../diagnostics/rule-meta.ts';
import { usualConfiguration } from '../lint/configuration/configuration.ts';
import { applyEdits, editsByFile } from '../lint/edits.ts';
import { lintWorkspace } from '../lint/lint.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import { diagnosticOf, sourceLines } from '../report/document/document-of.ts';
import { formatFinding } from '../report/terminal/pretty.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { openExample } from '../rules/examples/open-example.ts';
import type { AnyRule } from '../rules/rule.ts';
import type { SourceFile } from '../source/source-file.ts';

/** What a rule says about its bad examples, one text each; a rule about runs, which are not made here, says nothing. */
export async function wordsOfRule(rule: AnyRule): Promise<readonly string[]> {
  if (rule.on === 'run') return [];
  const words: string[] = [];
  for (const example of rule.meta.page.examples.bad) words.push(await wordsOfExample(rule, example));
  return words;
}

async function wordsOfExample(rule: AnyRule, example: RuleExample): Promise<string> {
  const { workspace } = openExample(example, rule.meta);
  const configuration = { ...usualConfiguration, rules: { [rule.meta.id]: rule.meta.severity } };
  const { diagnostics } = await lintWorkspace(workspace, { rules: [rule], configuration });
  return wordsOfFindings(diagnostics, workspace.files);
}

/** What is read about findings: message, place, help and related places as at a terminal, and what the fix changes. */
export function wordsOfFindings(diagnostics: readonly Diagnostic[], files: RepositoryFiles): string {
  const lines = sourceLines(textsOf(files));
  return diagnostics
    .map((one) => `${formatFinding(diagnosticOf(one, lines), lines)}${changedLines(one.fix, files)}`)
    .join('\n');
}

function textsOf(files: RepositoryFiles): ReadonlyMap<string, SourceFile> {
  return new Map(files.paths.map((path) => [path, { path, text: textAt(files, path) }]));
}

/** The lines that a fix takes away and brings. */
function changedLines(fix: Fix | undefined, files: RepositoryFiles): string {
  return [...editsByFile(fix?.edits ?? [])]
    .map(([path, edits]) => {
      const before = textAt(files, path);
      const [, , ...patch] = unifiedDiff(path, before, applyEdits(before, edits)).split('\n');
      const changed = patch.filter((line) => /^[-+]/.test(line));
      return changed.map((line) => `    ${line}\n`).join('');
    })
    .join('');
}

function textAt(files: RepositoryFiles, path: RepositoryFiles['paths'][number]): string {
  const content = files.read(path);
  return content.kind === 'text' ? content.text : '';
}
