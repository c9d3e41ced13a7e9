import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from './package-file.ts';

/** The files of the template of a new workflow, by their path in a repository. */
const files = [
  'workflows/hello-world/workflow.yaml',
  'workflows/hello-world/start.sh',
  'utils/wait_service.sh',
] as const;

/** The name that stands in the template where the new one belongs. */
const templateName = 'hello-world';

/** A file of a new workflow. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

/**
 * The files of a new workflow: the example `hello-world` that comes with this program, under another name.
 *
 * @throws when the examples are not beside the program
 */
export function templateFiles(name: string): readonly TemplateFile[] {
  const root = packageFile('examples');
  if (root === undefined) throw new Error('the folder "examples" is not there; install the program again');
  return files.map((path) => ({
    path: path.replace(templateName, name),
    text: readFileSync(join(root, path), 'utf8').replaceAll(templateName, name),
    executable: path.endsWith('.sh'),
  }));
}
