import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExamples, projectRoot } from './scratch.ts';

/** A service of a Debian package: its script in `services/`, and what is filled into it. */
export interface Service {
  readonly name: string;
  readonly script: string;
  readonly path?: string;
  /** The slug that the session is given. */
  readonly slug?: string;
}

const services: readonly Service[] = [
  { name: 'nginx', script: 'nginx.sh' },
  { name: 'websocket-echo', script: 'websocket-echo.sh' },
  // The WebSocket of noVNC is to stay under the base path.
  { name: 'novnc', script: 'novnc.sh', path: '&path=${base_path#/}websockify' },
];

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

/** A repository with the workflow of one service, made from the notebook's; gives its root. */
export function repositoryOf(scratch: string, service: Service): string {
  const root = copyExamples(scratch, []);
  addService(root, service);
  return root;
}

function addService(root: string, { name, script, path = '', slug }: Service): void {
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
  const text = readFileSync(join(projectRoot, '__tests__/e2e/services', script), 'utf8');
  writeFileSync(
    join(directory, 'start.sh'),
    text.replace('@@PATH@@', () => path),
  );
}
