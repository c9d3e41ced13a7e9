import { dataOf } from '../../lint/configuration/shapes.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { FileContent } from '../../ports/repository-files.ts';
import { lineIndex } from '../../source/line-index.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { CheckRequest } from '../request.ts';
import type { World } from '../world.ts';

/** A set of input values to run a workflow with. */
export interface Scenario {
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The scenarios of a workflow, or what is wrong with one (exit status 2). */
export type ScenarioAnswer =
  | { readonly kind: 'scenarios'; readonly scenarios: readonly Scenario[] }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The scenarios of a workflow: one for each file `ci/*.yaml` beside it, else `default`, which holds no values. What
 * the request gives stands above what a file says.
 */
export function scenariosOf(file: WorkflowFile, request: CheckRequest, world: World): ScenarioAnswer {
  const given = givenInputs(request, world);
  if (given.kind === 'refused') return given;
  const found = scenarioFiles(file, world);
  const names = found.length > 0 ? found.map((one) => one.name) : ['default'];
  const wanted = request.scenarios.length > 0 ? request.scenarios : names;
  const scenarios: Scenario[] = [];
  for (const name of wanted) {
    const own = found.find((one) => one.name === name);
    if (own === undefined) {
      // A scenario that another workflow has is left out here; one that nobody has is refused by the caller.
      if (name === 'default') scenarios.push({ name, inputs: given.values });
      continue;
    }
    const read = readValues(own.path, world.files.read(own.path));
    if (read.kind === 'refused') return read;
    scenarios.push({ name, inputs: { ...read.values, ...given.values } });
  }
  return { kind: 'scenarios', scenarios };
}

function scenarioFiles(
  file: WorkflowFile,
  world: World,
): readonly { readonly name: string; readonly path: FilePath }[] {
  const folder = `${file.directory === '' ? '' : `${file.directory}/`}ci/`;
  return world.files.paths.flatMap((path) => {
    const name = path.startsWith(folder) ? scenarioName(path.slice(folder.length)) : undefined;
    return name === undefined ? [] : [{ name, path }];
  });
}

/** The names of the scenarios beside a workflow; none where it has only its form's own values. */
export function scenarioNames(folder: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const name = path.startsWith(`${folder}ci/`) ? scenarioName(path.slice(folder.length + 3)) : undefined;
    return name ?? [];
  });
}

/** The scenario that a file of a folder `ci` holds; `undefined` when it is none. */
function scenarioName(fileName: string): string | undefined {
  const name = /^([^/]+)\.(?:ya?ml|json)$/i.exec(fileName)?.[1];
  return name?.replace(/-(inputs|values)$/, '');
}

/** Every scenario of a repository by the paths of its files, `default` included. */
export function knownScenarios(paths: readonly string[]): ReadonlySet<string> {
  const names = paths.flatMap((path) => {
    const inFolder = /(?:^|\/)ci\/([^/]+)$/.exec(path)?.[1];
    return inFolder === undefined ? [] : (scenarioName(inFolder) ?? []);
  });
  return new Set(['default', ...names]);
}

type Values =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly message: string };

function givenInputs(request: CheckRequest, world: World): Values {
  const typed = Object.fromEntries(
    Object.entries(request.inputs).map(([key, value]) => [key, typedValue(value)]),
  );
  if (request.inputsFile === undefined) return { kind: 'values', values: typed };
  const read = readValues(filePath(request.inputsFile), world.readNamed(request.inputsFile));
  return read.kind === 'refused' ? read : { kind: 'values', values: { ...read.values, ...typed } };
}

/** Words of the command line that mean a yes or no. */
function typedValue(word: string): string | boolean {
  return word === 'true' ? true : word === 'false' ? false : word;
}

function readValues(path: FilePath, content: FileContent): Values {
  if (content.kind === 'problem')
    return { kind: 'refused', message: `${path} cannot be read: ${content.message}` };
  const { root, faults } = parseYaml({ path, text: content.text });
  const [fault] = faults;
  if (fault !== undefined) {
    const { line, column } = lineIndex(content.text).placeOf(fault.at.start);
    return { kind: 'refused', message: `${path}:${line}:${column}: ${fault.message}` };
  }
  const data = root === undefined ? {} : dataOf(root);
  if (root !== undefined && root.kind !== 'map') {
    return { kind: 'refused', message: `${path}: expected a map of input values, as in "group: {item: 3}"` };
  }
  return { kind: 'values', values: data as Readonly<Record<string, unknown>> };
}
