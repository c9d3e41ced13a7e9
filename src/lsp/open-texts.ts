import { type OpenedFiles, openFiles, openRepository } from '../app/editing/open-files.ts';
import { overlayFiles } from '../app/editing/overlay-files.ts';
import type { LintWorld } from '../app/world.ts';
import { lastGood, type Reading } from '../editor/typing/last-good.ts';
import { changeBetween, type TextChange } from '../editor/typing/text-change.ts';
import type { FilePath } from '../source/span.ts';

/** The texts of a repository that are open in an editor, over those on the disk. */
export interface OpenTexts {
  /** Rises with everything that may change what is found. */
  version(): number;
  /** Takes the text of a file, and gives what has changed in it; `undefined` when it was not open before. */
  write(path: FilePath, text: string): { readonly change: TextChange | undefined } | undefined;
  /** Gives how many are left. */
  close(path: FilePath): number;
  /** Forgets what was read from the disk. */
  reread(): void;
  /** What is open as it is now; `undefined` where the configuration is wrong. */
  opened(): Promise<OpenedFiles | undefined>;
  /** What is open, for questions about it, or with it all workflows of the repository. */
  reading(extent: 'open' | 'repository'): Promise<Reading | undefined>;
  /** The text of a file as it is in the editor, or else on the disk. */
  textOf(path: FilePath): string | undefined;
}

/**
 * No text is open yet.
 *
 * @param freshWorld gives the repository as it is on the disk now
 * @param refused told what is wrong with the configuration, once
 */
export function openTexts(freshWorld: () => LintWorld, refused: (message: string) => void): OpenTexts {
  const texts = new Map<FilePath, string>();
  const good = lastGood();
  let world = freshWorld();
  let opening: Promise<OpenedFiles | undefined> | undefined;
  let reading: Promise<OpenedFiles | undefined> | undefined;
  let version = 0;
  let said = '';

  function touched(): void {
    version++;
    opening = undefined;
    reading = undefined;
  }

  async function open(read: typeof openFiles): Promise<OpenedFiles | undefined> {
    const at = version;
    const files = overlayFiles(world.files, new Map(texts));
    const answer = await read([...texts.keys()], { ...world, files });
    const message = answer.kind === 'refused' ? answer.message : '';
    if (message !== '' && message !== said) refused(message);
    said = message;
    if (answer.kind === 'refused') return undefined;
    if (at === version) good.remember(answer.opened.workspace);
    return answer.opened;
  }

  const opened = (): Promise<OpenedFiles | undefined> => {
    opening ??= open(openFiles);
    return opening;
  };

  return {
    opened,
    version: () => version,
    write(path, text) {
      const before = texts.get(path);
      const change = before === undefined ? undefined : changeBetween(path, before, text);
      if (before !== undefined && change === undefined) return { change };
      texts.set(path, text);
      if (change !== undefined) good.changed(change);
      touched();
      return before === undefined ? undefined : { change };
    },
    close(path) {
      texts.delete(path);
      good.closed(path);
      touched();
      return texts.size;
    },
    reread() {
      world = freshWorld();
      touched();
    },
    async reading(extent) {
      if (extent === 'repository') reading ??= open(openRepository);
      const files = await (extent === 'open' ? opened() : reading);
      return files && good.read(files.workspace, files.context);
    },
    textOf(path) {
      const content = world.files.read(path);
      return texts.get(path) ?? (content.kind === 'text' ? content.text : undefined);
    },
  };
}
