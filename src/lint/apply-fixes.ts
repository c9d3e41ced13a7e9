import { isYamlPath } from '../base/yaml-path.ts';
import type { Diagnostic, Edit, Fix } from '../diagnostics/finding.ts';
import type { Selection } from '../model/select-files.ts';
import type { Workspace } from '../model/workflow.ts';
import { openWorkspace } from '../model/workspace.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { FilePath } from '../source/span.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { applyEdits, conflicts, editsByFile } from './edits.ts';
import { type LintOptions, lintWorkspace } from './lint.ts';
import type { LintResult } from './lint-result.ts';

/** Which fixes are applied: only those that keep the meaning, or also those that guess. */
export type FixSafety = 'safe' | 'unsafe';

/** A file before and after its fixes. */
export interface FixedFile {
  readonly path: FilePath;
  readonly before: string;
  readonly after: string;
}

/** What fixing did. Nothing has been written: that is up to the caller. */
export interface FixOutcome {
  /** By path; only files whose text differs. */
  readonly files: readonly FixedFile[];
  /** What was repaired, in the order of repair. */
  readonly applied: readonly { readonly rule: string; readonly path: FilePath; readonly title: string }[];
  /** The workspace after the fixes, and what is still found in it. */
  readonly workspace: Workspace;
  readonly result: LintResult;
}

/** How many times a repository is linted and repaired before fixing gives up on becoming stable. */
export const mostRounds = 10;

/**
 * Repairs what rules offer fixes for, round by round until nothing is left to repair. A fix is applied whole or not
 * at all, never over another one, and never when it would break a YAML file that was not broken.
 */
export async function fixWorkspace(
  files: RepositoryFiles,
  selection: Selection,
  safety: FixSafety,
  options: LintOptions = {},
): Promise<FixOutcome> {
  const changed = new Map<FilePath, string>();
  const applied: FixOutcome['applied'][number][] = [];
  for (let round = 0; ; round++) {
    const current = withTexts(files, changed);
    const { workspace } = openWorkspace(current, selection);
    const result = await lintWorkspace(workspace, options);
    const taken = round === mostRounds ? [] : applicableFixes(offers(result.diagnostics), safety, current);
    if (taken.length === 0) {
      return { files: differences(files, changed), applied, workspace, result };
    }
    for (const [path, edits] of editsByFile(taken.flatMap(({ fix }) => fix.edits))) {
      changed.set(path, applyEdits(textAt(current, path) ?? '', edits));
    }
    for (const { diagnostic, fix } of taken) {
      applied.push({ rule: diagnostic.rule, path: diagnostic.at.file, title: fix.title });
    }
  }
}

function offers(diagnostics: readonly Diagnostic[]) {
  return diagnostics.flatMap((diagnostic) =>
    diagnostic.fix === undefined ? [] : [{ diagnostic, fix: diagnostic.fix }],
  );
}

/** Of what is offered, in this order, the fixes that neither touch each other nor break a file. */
export function applicableFixes<Offer extends { readonly fix: Fix }>(
  offered: readonly Offer[],
  safety: FixSafety,
  files: RepositoryFiles,
): readonly Offer[] {
  const chosen: Offer[] = [];
  const edits: Edit[] = [];
  for (const offer of offered) {
    const { fix } = offer;
    if (safety === 'safe' && fix.safety !== 'safe') continue;
    if (fix.edits.some((edit) => edits.some((other) => conflicts(edit, other)))) continue;
    if (!isApplicable(fix, files)) continue;
    chosen.push(offer);
    edits.push(...fix.edits);
  }
  return chosen;
}

/** Whether a fix stays inside files that can be read, changes something, and leaves YAML readable. */
function isApplicable(fix: Fix, files: RepositoryFiles): boolean {
  for (const [index, edit] of fix.edits.entries()) {
    if (fix.edits.slice(index + 1).some((other) => conflicts(edit, other))) return false;
  }
  let changes = false;
  for (const [path, edits] of editsByFile(fix.edits)) {
    const text = textAt(files, path);
    if (text === undefined) return false;
    if (edits.some(({ span }) => span.start < 0 || span.end < span.start || span.end > text.length))
      return false;
    const after = applyEdits(text, edits);
    if (after !== text) changes = true;
    if (isYamlPath(path) && breaksYaml(path, text, after)) return false;
  }
  return changes;
}

function breaksYaml(path: FilePath, before: string, after: string): boolean {
  const faults = (text: string): number => parseYaml({ path, text }).faults.length;
  const now = faults(after);
  return now > 0 && now > faults(before);
}

function textAt(files: RepositoryFiles, path: FilePath): string | undefined {
  const content = files.read(path);
  return content.kind === 'text' ? content.text : undefined;
}

function withTexts(files: RepositoryFiles, texts: ReadonlyMap<FilePath, string>): RepositoryFiles {
  return {
    paths: files.paths,
    irregular: files.irregular,
    origin: files.origin,
    recordedKind: (path) => files.recordedKind?.(path),
    kindOf: (path) => files.kindOf(path),
    read(path) {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : { kind: 'text', text };
    },
  };
}

function differences(files: RepositoryFiles, changed: ReadonlyMap<FilePath, string>): readonly FixedFile[] {
  return [...changed]
    .map(([path, after]) => ({ path, before: textAt(files, path) ?? '', after }))
    .filter(({ before, after }) => before !== after)
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
