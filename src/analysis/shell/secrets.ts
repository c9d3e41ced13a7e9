import type { Script } from '../../model/script.ts';
import type { Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { WrittenExpression } from '../../model/written-expression.ts';
import type { FilePath } from '../../source/span.ts';
import type { NodeOf } from '../../syntax/bash/tree.ts';
import { valueAt, type YamlPair } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { expressionsWithin, namesOf, yieldedPaths } from '../expressions/expressions-within.ts';
import { inputAt } from '../workflow/job-files.ts';
import type { ShellCommand } from './shell-command.ts';
import { shellCommands, shellOccurrences } from './shell-commands.ts';
import type { Occurrence } from './shell-occurrences.ts';

type Assignment = NodeOf<'Assignment'>;

/** A secret that stands in a script. */
export interface SecretOccurrence {
  readonly occurrence: Occurrence;
  /** What it is, in words: `the password "inputs.token"`, `PW_API_KEY`. */
  readonly what: string;
}

const secretWords =
  /(^|[_-])(password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|auth[_-]?key)$/i;
const environmentSecrets: ReadonlySet<string> = new Set([
  'PW_API_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
]);
// Commands whose output is a fresh secret when it is kept in a variable that is named like one.
const makers: ReadonlySet<string> = new Set(['openssl', 'pwgen', 'uuidgen', 'mkpasswd', 'apg']);

// Names of personal variables that people set for convenience.
const publicWords =
  /(^|_)(name|user|username|email|mail|host|url|dir|directory|path|region|zone|account|project|partition|queue|port|image|version|shell)$/i;

/** Whether a name is one that people give to passwords, tokens and keys. */
export function isSecretName(name: string): boolean {
  return secretWords.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/**
 * What secret an expression puts in, in words; `undefined` when none is known: a password field, a field, an
 * organization's variable or an output that is named like a secret, a personal variable (secret unless made public).
 */
export function secretIn(site: WrittenExpression, workflow: Workflow): string | undefined {
  if (site.expression === undefined) return undefined;
  for (const path of yieldedPaths(site.expression)) {
    const names = namesOf(path);
    const last = names?.at(-1);
    if (names === undefined || last === undefined || names.length < 2) continue;
    const written = names.join('.');
    if (path.root === 'var' && !publicWords.test(last)) return `the personal variable "${written}"`;
    if (path.root === 'org' && isSecretName(last)) return `the organization variable "${written}"`;
    if (path.root === 'needs' && names.at(-2) === 'outputs' && isSecretName(last)) return `"${written}"`;
    if (path.root !== 'inputs') continue;
    const type = inputAt(workflow, names.slice(1))?.type?.value;
    if (type === 'password') return `the password "${written}"`;
    if (type === 'string' && isSecretName(last)) return `"${written}"`;
  }
  return undefined;
}

/**
 * The places of a script where a secret is expanded as it is: expressions, the platform's key, and variables of the
 * script or of its `env` that were given a secret.
 */
export function secretsInScript(script: Script, context: AnalysisContext): readonly SecretOccurrence[] {
  const file = fileOf(script, context);
  const workflow = file?.workflow;
  const { commands } = context.ask(shellCommands, script);
  const variables = new Map<string, string>(
    workflow === undefined
      ? []
      : [...secretEnvironment(script, workflow), ...sourcedSecrets(script, commands, workflow)],
  );
  const occurrences = context.ask(shellOccurrences, script);
  const holeSecret = (occurrence: Occurrence): string | undefined =>
    occurrence.hole && workflow && secretIn(occurrence.hole.site, workflow);
  for (const command of commands)
    for (const { name } of secretAssignments(command)) variables.set(name, `the secret "${name}"`);
  const whatOf = (occurrence: Occurrence): string | undefined => {
    if (!occurrence.exposes) return undefined;
    if (occurrence.hole !== undefined) return holeSecret(occurrence);
    const name = occurrence.variable ?? '';
    return variables.get(name) ?? (environmentSecrets.has(name) ? name : undefined);
  };
  // Assignments are followed in the order in which they are written; a second look covers loops and functions.
  for (let round = 0; round < 2; round++) {
    for (const occurrence of occurrences) {
      if (occurrence.assigned === undefined) continue;
      const what = whatOf(occurrence);
      if (what !== undefined && !variables.has(occurrence.assigned)) variables.set(occurrence.assigned, what);
    }
  }
  return occurrences.flatMap((occurrence) => {
    const what = whatOf(occurrence);
    return what === undefined ? [] : [{ occurrence, what }];
  });
}

/** The workflow to which a script belongs, as a block of it or beside it. */
export function fileOf(script: Script, context: AnalysisContext): WorkflowFile | undefined {
  return context.ask(filesByScript, context.workspace).get(script.path);
}

function filesByScript(workspace: Workspace): ReadonlyMap<FilePath, WorkflowFile> {
  const files = new Map<FilePath, WorkflowFile>();
  for (const file of workspace.workflows) {
    files.set(file.source.path, file);
    for (const script of file.scripts) files.set(script.path, file);
  }
  return files;
}

function* secretEnvironment(script: Script, workflow: Workflow): Generator<readonly [string, string]> {
  const job = workflow.jobs.find((each) => each.id.value === script.job);
  const step = job?.steps.find((each) => each.index === script.stepIndex);
  const maps = [valueAt(workflow.root, 'env'), valueAt(job?.node, 'env'), valueAt(step?.node, 'env')];
  for (const map of maps) {
    if (map?.kind !== 'map') continue;
    for (const pair of map.pairs) {
      const what = secretOfPair(pair, workflow);
      if (what !== undefined) yield [pair.key.text.text, what];
    }
  }
}

/** The variables that a sourced file gives a secret, where a block of the workflow writes them with its name. */
function* sourcedSecrets(
  { shell }: Script,
  commands: readonly ShellCommand[],
  workflow: Workflow,
): Generator<readonly [string, string]> {
  const names = commands.flatMap(({ program, words: [file] }) => {
    const name = program === 'source' || program === '.' ? file?.text.split('/').at(-1) : undefined;
    return name === undefined ? [] : [name.replace(/["']/g, '')];
  });
  if (names.length === 0) return;
  for (const block of workflow.scripts) {
    const { text } = block.shell;
    if (text === shell.text || !names.some((name) => text.includes(name))) continue;
    for (const hole of block.holes) {
      const what = secretIn(hole.site, workflow);
      const before = text.slice(text.lastIndexOf('\n', hole.start - 1) + 1, hole.start);
      const [, name] = /(?<![\w$])([A-Za-z_]\w*)=["'\\]*$/.exec(before) ?? [];
      if (what !== undefined && name !== undefined) yield [name, what];
    }
  }
}

function secretOfPair(pair: YamlPair, workflow: Workflow): string | undefined {
  if (pair.value === undefined) return undefined;
  for (const site of expressionsWithin(workflow, pair.value.span)) {
    const what = secretIn(site, workflow);
    if (what !== undefined) return what;
  }
  return undefined;
}

/** The assignments of a command that give a fresh random text to a variable that is named like a secret. */
export function secretAssignments(command: ShellCommand): readonly Assignment[] {
  return [...command.node.prefix, ...command.node.args].flatMap((part) => {
    if (part.type !== 'Assignment' || !isSecretName(part.name) || part.value.type !== 'Word') return [];
    return /\$\(|`/.test(part.value.text) && mentionsMaker(part.value.text) ? [part] : [];
  });
}

function mentionsMaker(text: string): boolean {
  if (/\/dev\/u?random|secrets\.token/.test(text)) return true;
  return text.split(/[^\w]+/).some((word) => makers.has(word));
}
