import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExamples, projectRoot } from './scratch.ts';

/** A service of a package of Debian or of PyPI: its script in `services/`, and what is filled into it. */
export interface Service {
  readonly name: string;
  readonly script: string;
  readonly path?: string;
  /** A fault to put into the script: one place and what stands there instead. */
  readonly fault?: readonly [from: string, to: string];
  /** The slug that the session is given. */
  readonly slug?: string;
}

const services: readonly Service[] = [
  { name: 'nginx', script: 'nginx.sh' },
  { name: 'websocket-echo', script: 'websocket-echo.sh' },
  // The WebSocket of noVNC is to stay under the base path.
  { name: 'novnc', script: 'novnc.sh', path: '&path=${base_path#/}websockify' },
  { name: 'jupyterlab', script: 'jupyterlab.sh' },
  { name: 'streamlit', script: 'streamlit.sh' },
  { name: 'tensorboard', script: 'tensorboard.sh' },
];

/** Where the programs of PyPI are; `.ci/run` installs them and says where. */
const programs = process.env['PWC_PYTHON_SERVICES'] ?? '/nowhere';

/** The examples that are services of Debian packages, too: Python's web server, Jupyter with its base path. */
const examples = ['hello-world', 'notebook', 'status-board'];

/** The names of the workflows in `serviceRepository`. */
export const serviceNames: readonly string[] = [...examples, ...services.map(({ name }) => name)].sort();

/** A repository with one workflow for each real service, made from the notebook's; gives its root. */
export function serviceRepository(scratch: string): string {
  const root = copyExamples(scratch, examples);
  for (const service of services) addService(root, service);
  return root;
}

/** A repository with the workflows of these services, made from the notebook's; gives its root. */
export function repositoryOf(scratch: string, ...chosen: readonly Service[]): string {
  const root = copyExamples(scratch, []);
  for (const service of chosen) addService(root, service);
  return root;
}

function addService(root: string, { name, script, path = '', slug, fault }: Service): void {
  const workflow = readFileSync(join(projectRoot, 'examples/workflows/notebook/workflow.yaml'), 'utf8');
  const directory = join(root, 'workflows', name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, 'workflow.yaml'),
    workflow
      .replaceAll('workflows/notebook', `workflows/${name}`)
      .replace('SERVICE_PATH=/api', 'SERVICE_PATH=/')
      .replace(/^( +)target: /m, (line, indent) =>
        slug === undefined ? line : `${indent}slug: ${slug}\n${line}`,
      ),
  );
  const whole = readFileSync(
    join(projectRoot, script.includes('/') ? '' : '__tests__/e2e/services', script),
    'utf8',
  );
  const text = whole.replace('@@PATH@@', () => path).replace('@@PROGRAMS@@', () => programs);
  const [from, to] = fault ?? ['', ''];
  if (!text.includes(from)) throw new Error(`${script} does not hold ${from}`);
  writeFileSync(
    join(directory, 'start.sh'),
    text.replace(from, () => to),
  );
}
