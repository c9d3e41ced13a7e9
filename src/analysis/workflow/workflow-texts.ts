import { directoryOf, pathIn, scriptsOfFolder } from '../../model/read-workflow.ts';
import type { Workspace } from '../../model/workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { FilePath } from '../../source/span.ts';

/**
 * The text of every workflow that was selected, by its path. Where only a part of them is looked at, the others are read
 * for this: ask when a finding depends on it, not before.
 */
export function workflowTexts({ workflows, all, files }: Workspace): ReadonlyMap<FilePath, string> {
  const texts = new Map(workflows.map(({ source }) => [source.path, source.text]));
  for (const path of all?.keys() ?? []) {
    const text = texts.has(path) ? undefined : textAt(path, files);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** The text of every script beside a workflow that was selected; read as those of `workflowTexts` are. */
export function scriptTexts({ workflows, all, files }: Workspace): readonly string[] {
  const open = new Set(workflows.map(({ source }) => source.path));
  const closed = [...(all?.keys() ?? [])].filter((path) => !open.has(path));
  const beside = new Set(
    closed.flatMap((path) => scriptsOfFolder.map(({ name }) => pathIn(directoryOf(path), name))),
  );
  return [
    ...workflows.flatMap((file) => file.scripts.map(({ text }) => text.text)),
    ...[...beside].flatMap((path) => textAt(path, files) ?? []),
  ];
}

function textAt(path: FilePath, files: RepositoryFiles): string | undefined {
  const content = files.read(path);
  return content.kind === 'text' ? content.text : undefined;
}
