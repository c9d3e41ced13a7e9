/** The tabs over the editor, one for each file. */
export interface FileTabs {
  show(paths: readonly string[], open: string, counts: ReadonlyMap<string, number>): void;
}

/**
 * Tabs as assistive technology knows them: one of them is in the order of the Tab key, arrows go to the others.
 *
 * @param opened told which file is wanted
 */
export function fileTabs(list: HTMLElement, panel: HTMLElement, opened: (path: string) => void): FileTabs {
  let all: readonly string[] = [];
  const idOf = (path: string): string => `tab-${all.indexOf(path)}`;
  list.addEventListener('keydown', ({ key, target }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !(target instanceof HTMLElement)) return;
    const at = all.indexOf(target.dataset['path'] ?? '');
    const next = all[(at + step + all.length) % all.length];
    if (next === undefined) return;
    opened(next);
    document.getElementById(idOf(next))?.focus();
  });
  return {
    show(paths, open, counts) {
      if (paths.join('\n') !== all.join('\n')) {
        all = paths;
        list.replaceChildren(...paths.map((path) => tab(path, idOf(path), opened)));
      }
      for (const path of all) {
        const button = document.getElementById(idOf(path));
        if (button === null) continue;
        const count = counts.get(path) ?? 0;
        button.textContent = count === 0 ? shortName(path, all) : `${shortName(path, all)} (${count})`;
        button.setAttribute('aria-selected', String(path === open));
        button.tabIndex = path === open ? 0 : -1;
      }
      panel.setAttribute('aria-labelledby', idOf(open));
    },
  };
}

function tab(path: string, id: string, opened: (path: string) => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = id;
  button.dataset['path'] = path;
  button.title = path;
  button.setAttribute('role', 'tab');
  button.setAttribute('aria-controls', 'editor');
  button.addEventListener('click', () => opened(path));
  return button;
}

/** The last part of a path, or all of it where two files would be called the same. */
function shortName(path: string, all: readonly string[]): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return all.some((one) => one !== path && one.endsWith(`/${name}`)) ? path : name;
}
