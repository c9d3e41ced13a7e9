import { type TextDocument, Uri, workspace } from 'vscode';

/** The languages of the documents that the server reads; it decides itself which of them are its business. */
export const documentSelector = [{ language: 'yaml' }, { language: 'shellscript' }];

const workflowNames = ['workflow.yaml', 'workflow.yml'];

/**
 * Whether a document is reason enough to start the server: YAML that is called or reads like a workflow, or a script beside
 * one. In other projects this extension does nothing.
 */
export async function isReasonToStart(document: TextDocument): Promise<boolean> {
  const { languageId, uri } = document;
  if (languageId === 'yaml') {
    if (/\/\.github\//.test(uri.path)) return false;
    return (
      workflowNames.some((name) => uri.path.endsWith(`/${name}`)) || /^jobs[ \t]*:/m.test(document.getText())
    );
  }
  if (languageId !== 'shellscript' || uri.scheme === 'untitled') return false;
  const beside = workflowNames.map((name) => isThere(Uri.joinPath(uri, '..', name)));
  return (await Promise.all(beside)).includes(true);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
