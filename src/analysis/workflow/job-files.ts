import type { InputField, Workflow, Workspace } from '../../model/workflow.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import { textOf, valueAt, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { expressionsWithin, namesOf } from '../expressions/expressions-within.ts';

/** A path that a workflow writes, with the literal defaults of form fields put in. */
export interface ResolvedPath {
  readonly path: string;
  /** The fields whose defaults were put in. */
  readonly inputs: readonly InputField[];
}

const jobDirectory = /^(\$\{PW_PARENT_JOB_DIR%?\/?\}|\$PW_PARENT_JOB_DIR|\.)\/+/;

/**
 * The path of a repository file as the job directory sees it: `workflows/x/start.sh` for
 * `${PW_PARENT_JOB_DIR}/workflows/x/start.sh`, for `./workflows/x/start.sh` and for the bare path. `undefined` when it
 * is absolute, or made of anything that is not known before the run.
 */
export function pathInJobDirectory(path: string): FilePath | undefined {
  const written = path.trim();
  const below =
    written.startsWith('$') || written.startsWith('.') ? written.replace(jobDirectory, '') : written;
  const rest = below.includes('//') ? below.replace(/\/+/g, '/') : below;
  if (rest === '' || /^[/~]|[$`*?<>|;&\s"'\\{]|(^|\/)\.\.?(\/|$)/.test(rest)) return undefined;
  return filePath(rest.endsWith('/') ? rest.slice(0, -1) : rest);
}

/**
 * A scalar with each `${{ inputs.X }}` replaced by the literal default of its field; `undefined` when it holds any
 * other expression or a field without a literal default.
 */
export function withDefaults(workflow: Workflow, scalar: YamlScalar): ResolvedPath | undefined {
  const inputs: InputField[] = [];
  let unknown = false;
  const sites = expressionsWithin(workflow, scalar.span);
  let index = 0;
  const path = scalar.text.text.replace(/\$\{\{.*?\}\}/g, () => {
    const expression = sites[index++]?.expression;
    const names = expression?.kind === 'path' ? namesOf(expression) : undefined;
    const input = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
    const value = literalDefault(input);
    if (input === undefined || value === undefined) {
      unknown = true;
      return '';
    }
    inputs.push(input);
    return value;
  });
  return unknown || index !== sites.length ? undefined : { path, inputs };
}

/** The field that expressions read as `inputs.<names>`. */
export function inputAt(workflow: Workflow, names: readonly string[]): InputField | undefined {
  return fieldAmong(workflow.form.inputs, names);
}

function fieldAmong(inputs: readonly InputField[], names: readonly string[]): InputField | undefined {
  for (const input of inputs) {
    if (input.name.value === names.at(-1) && isReadAs(input, names)) return input;
    const inside = input.items.length === 0 ? undefined : fieldAmong(input.items, names);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function isReadAs({ reference }: InputField, names: readonly string[]): boolean {
  return reference.length === names.length && reference.every((name, index) => name === names[index]);
}

/** Whether a path of the job directory, once checked out, is a file or folder of this repository. */
export function isInRepository(workspace: Workspace, path: FilePath): boolean {
  const kind = workspace.files.kindOf(path);
  return kind === 'file' || kind === 'directory';
}

/** The default of a field when it is a plain text or number. */
export function literalDefault(input: InputField | undefined): string | undefined {
  const text = textOf(valueAt(input?.node, 'default'));
  return text === undefined || text.includes('${{') ? undefined : text;
}
