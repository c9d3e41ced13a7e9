import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckoutAddress } from '../app/adoption/checkout-address.ts';
import { packageFile } from './package-file.ts';

/** A template of new workflows. */
type Template =
  /** An example as it is, under another name: its files by their path in a repository. */
  | { readonly example: string; readonly files: readonly string[] }
  /** The example hello-world with another script and form, and where it says so with other jobs. */
  | { readonly folder: string; readonly headline: string; readonly files: readonly string[] };

const waiting = 'utils/wait_service.sh';

const templates = {
  'hello-world': {
    example: 'hello-world',
    files: ['workflows/hello-world/workflow.yaml', 'workflows/hello-world/start.sh', waiting],
  },
  notebook: {
    example: 'notebook',
    files: ['workflows/notebook/workflow.yaml', 'workflows/notebook/start.sh', waiting],
  },
  desktop: {
    folder: 'desktop',
    headline: 'A desktop in the browser: TigerVNC, with noVNC in front of it.',
    files: [waiting],
  },
  proxy: {
    folder: 'proxy',
    headline: 'An app that listens on its own machine only, with nginx in front of it.',
    files: [waiting],
  },
  container: {
    folder: 'container',
    headline: 'A service in a container of Apptainer or Singularity.',
    files: [waiting],
  },
  batch: {
    folder: 'batch',
    headline: 'A computation that runs to its end and leaves its results; there is no session.',
    files: [],
  },
  endpoint: {
    example: 'hello-endpoint',
    files: ['workflows/hello-endpoint/workflow.yaml', 'workflows/hello-endpoint/app/start-template.sh'],
  },
} as const satisfies Readonly<Record<string, Template>>;

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

/** The address that stands in the examples, and the one to be filled in. */
const exampleAddress = 'https://github.com/example-lab/services.git';
const placeholder: CheckoutAddress = { repo: 'https://github.com/your-org/your-repo.git', branch: 'main' };

/**
 * The files of a new workflow, made from the examples that come with this program.
 *
 * @param address what the new workflow checks out; a placeholder when it is not known
 * @throws when the examples are not beside the program
 */
export function templateFiles(
  name: string,
  template: TemplateName,
  address: CheckoutAddress = placeholder,
): readonly TemplateFile[] {
  const root = packageFile('examples');
  if (root === undefined) throw new Error('the folder "examples" is not there; install the program again');
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const chosen: Template = templates[template];
  const example = 'example' in chosen ? chosen.example : 'hello-world';
  const texts = [
    ...chosen.files.map((path) => ({ path, text: read(path) })),
    ...('folder' in chosen ? differing(chosen, read) : []),
  ];
  const checkout = `${address.repo}\n          branch: ${address.branch}\n`;
  // only where it is the name of the workflow, and not that of what it serves
  const ownName = new RegExp(`(?<=workflows/|"|\\bname: )${example}(?![\\w.])`, 'g');
  return texts.map(({ path, text }) => ({
    path: path.replace(ownName, name),
    text: text
      .replaceAll(ownName, name)
      .replaceAll(`${exampleAddress}\n          branch: main\n`, () => checkout),
    executable: path.endsWith('.sh'),
  }));
}

/** The workflow of hello-world with what another template puts in the place of its own. */
function differing(
  { folder, headline }: Extract<Template, { readonly folder: string }>,
  read: (path: string) => string,
): readonly { readonly path: string; readonly text: string }[] {
  const own = `templates/${folder}`;
  const form = read(`${own}/form.yaml`).replace(/^(?=.)/gm, '      ');
  const text = read('workflows/hello-world/workflow.yaml')
    .replace(/^# A greeting.*$/m, () => `# ${headline}`)
    .replace(/^ {6}hello:\n(?: {8}.*\n)+/m, () => form);
  const whole =
    folder === 'batch' ? text.replace(/^sessions:\n.*?(?=^"on":)/ms, () => read(`${own}/jobs.yaml`)) : text;
  return [
    { path: 'workflows/hello-world/workflow.yaml', text: whole },
    { path: 'workflows/hello-world/start.sh', text: read(`${own}/start.sh`) },
  ];
}
