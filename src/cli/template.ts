import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from './package-file.ts';

/** The templates of new workflows: the example that each is, and its files by their path in a repository. */
const templates = {
  session: {
    example: 'hello-world',
    files: ['workflows/hello-world/workflow.yaml', 'workflows/hello-world/start.sh', 'utils/wait_service.sh'],
  },
  endpoint: {
    example: 'hello-endpoint',
    files: ['workflows/hello-endpoint/workflow.yaml', 'workflows/hello-endpoint/app/start-template.sh'],
  },
} as const;

/** The name of a template. */
export type TemplateName = keyof typeof templates;

/** The names of all templates. */
export const templateNames = Object.keys(templates) as readonly TemplateName[];

/** A file of a new workflow. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

/**
 * The files of a new workflow: an example that comes with this program, under another name.
 *
 * @throws when the examples are not beside the program
 */
export function templateFiles(name: string, template: TemplateName): readonly TemplateFile[] {
  const root = packageFile('examples');
  if (root === undefined) throw new Error('the folder "examples" is not there; install the program again');
  const { example, files } = templates[template];
  return files.map((path) => ({
    path: path.replace(example, name),
    text: readFileSync(join(root, path), 'utf8').replaceAll(example, name),
    executable: path.endsWith('.sh'),
  }));
}
