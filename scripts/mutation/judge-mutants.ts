import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import type { RepositoryFiles } from '../../src/ports/repository-files.ts';
import { filePath } from '../../src/source/span.ts';
import { mutantsOf } from './mutants.ts';

/** What the rules said about a mutant. */
export interface JudgedMutant {
  readonly path: string;
  readonly kind: string;
  readonly text: string;
  /** The rules that spoke and do not speak on the unmutated script. */
  readonly rules: readonly string[];
}

/** Lints every mutant of the start script of every workflow of a repository, `most` of them, evenly taken from all. */
export async function judgeMutants(
  files: RepositoryFiles,
  most: number,
): Promise<{
  readonly silent: boolean;
  readonly mutants: readonly JudgedMutant[];
}> {
  const starts = openWorkspace(files)
    .workspace.workflows.flatMap(({ scripts }) => scripts.map(({ path }) => path))
    .filter((path) => path.endsWith('/start.sh'));
  const texts = starts.map((path) => {
    const content = files.read(path);
    return content.kind === 'text' ? content.text : '';
  });
  const before = await rulesOn(files);
  const lists = texts.map((text, index) =>
    mutantsOf(text).map((mutant) => ({ ...mutant, path: starts[index] ?? '' })),
  );
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const all = Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat();
  const mutants: JudgedMutant[] = [];
  for (const mutant of all.slice(0, most)) {
    const found = await rulesOn(withText(files, mutant.path, mutant.text));
    mutants.push({ ...mutant, rules: [...new Set(found.filter((rule) => !before.includes(rule)))] });
  }
  return { silent: before.length === 0, mutants };
}

async function rulesOn(files: RepositoryFiles): Promise<readonly string[]> {
  const { diagnostics } = await lintWorkspace(openWorkspace(files).workspace);
  return diagnostics.map((diagnostic) => diagnostic.rule);
}

function withText(files: RepositoryFiles, path: string, text: string): RepositoryFiles {
  const changed = filePath(path);
  return {
    paths: files.paths,
    kindOf: (one) => files.kindOf(one),
    read: (one) => (one === changed ? { kind: 'text', text } : files.read(one)),
  };
}
