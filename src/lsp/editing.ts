import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rootAbove } from '../app/repository-root.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import type { FilePath } from '../source/span.ts';
import { type EditedRepository, editedRepository } from './edited-repository.ts';
import type { Machine } from './machine.ts';
import { type Places, pathWithin, placesIn } from './places.ts';
import type { Pauses } from './planned-looks.ts';

/** An open document and where it belongs. */
export interface OpenDocument {
  readonly document: TextDocument;
  readonly path: FilePath;
  readonly repository: EditedRepository;
}

/** What an editor has open, repository by repository. */
export interface Editing {
  /** Takes the text of a document that was opened or changed. */
  write(document: TextDocument): void;
  close(document: TextDocument): void;
  at(uri: string): OpenDocument | undefined;
  repositories(): readonly EditedRepository[];
  placesOf(repository: EditedRepository): Places;
  end(): void;
}

/** What is told to a client: the findings of an open document, or a sentence about trouble. */
export interface EditingListener {
  readonly shown: (open: OpenDocument, findings: readonly Diagnostic[], places: Places) => void;
  readonly trouble: (sentence: string) => void;
}

/** Nothing is open yet. A repository is the nearest one above a file; a file outside of any is looked at by itself. */
export function startEditing(machine: Machine, pauses: Pauses, listener: EditingListener): Editing {
  const open = new Map<string, OpenDocument>();
  const repositories = new Map<string, EditedRepository>();

  function belonging(document: TextDocument): OpenDocument | undefined {
    const known = open.get(document.uri);
    if (known !== undefined) return known;
    const absolute = machine.pathOf(document.uri);
    if (absolute === undefined) return undefined;
    const folder = absolute.slice(0, absolute.lastIndexOf('/')) || '/';
    const found = rootAbove(folder, machine.paths);
    const root = found ?? folder;
    const path = pathWithin(root, absolute);
    if (path === undefined) return undefined;
    let repository = repositories.get(root);
    if (repository === undefined) {
      const listed = found === undefined ? 'nothing' : 'everything';
      const fresh = editedRepository(root, () => machine.worldOf(root, listed), pauses, {
        shown: (findings) => publish(fresh, findings),
        trouble: listener.trouble,
      });
      repositories.set(root, fresh);
      repository = fresh;
    }
    const entry = { document, path, repository };
    open.set(document.uri, entry);
    return entry;
  }

  function publish(repository: EditedRepository, findings: readonly Diagnostic[]): void {
    const places = placesOf(repository);
    for (const entry of open.values()) {
      if (entry.repository !== repository) continue;
      listener.shown(
        entry,
        findings.filter((one) => one.at.file === entry.path),
        places,
      );
    }
  }

  function placesOf(repository: EditedRepository): Places {
    const documents = new Map(
      [...open.values()]
        .filter((entry) => entry.repository === repository)
        .map((entry) => [entry.path, entry.document]),
    );
    return placesIn(
      (path) => machine.addressOf(`${repository.root.replace(/\/$/, '')}/${path}`),
      (path) => documents.get(path),
      (path) => repository.texts.textOf(path),
    );
  }

  return {
    placesOf,
    at: (uri) => open.get(uri),
    repositories: () => [...repositories.values()],
    write(document) {
      const entry = belonging(document);
      entry?.repository.write(entry.path, document.getText());
    },
    close(document) {
      const entry = open.get(document.uri);
      if (entry === undefined) return;
      open.delete(document.uri);
      if (entry.repository.close(entry.path) > 0) return;
      entry.repository.end();
      repositories.delete(entry.repository.root);
    },
    end() {
      for (const repository of repositories.values()) repository.end();
    },
  };
}
