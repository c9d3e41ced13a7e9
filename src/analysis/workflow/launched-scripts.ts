import { scriptFile } from '../../model/read-script.ts';
import { type Script, stretchAt } from '../../model/script.ts';
import type { Workspace } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';

/** Files that set variables and write no outputs, by their names: what steps write from the form, and environments. */
const harmless: ReadonlySet<string> = new Set([
  ...['inputs.sh', 'inputs.env', '.env', 'os-release'],
  ...['bashrc', '.bashrc', 'bash_profile', '.bash_profile', 'profile', '.profile'],
  ...['activate', 'conda.sh', 'lmod.sh', 'module.sh', 'modules.sh'],
]);
const systemFolders = ['/bin/', '/etc/', '/usr/', '/opt/', '/sbin/'];

const scriptEnding = /\.(sh|bash|py|pl|rb|R|jl|js|mjs)$/;
const isScriptName = (name: string): boolean => name.includes('.') && scriptEnding.test(name);

/** Programs that run the file that is their first word. */
const interpreters: ReadonlySet<string> = new Set([
  ...['source', '.', 'bash', 'sh', 'dash', 'ksh', 'zsh'],
  ...['python', 'python2', 'python3', 'perl', 'ruby', 'Rscript', 'julia', 'node'],
]);

/** Programs that run whatever a file of theirs says. */
const builders: ReadonlySet<string> = new Set([
  'make',
  'cmake',
  'npm',
  'npx',
  'just',
  'task',
  'snakemake',
  'nextflow',
]);

/** Programs that handle scripts as files and do not run them. */
const handlers: ReadonlySet<string> = new Set([
  ...[
    '[',
    'test',
    'echo',
    'printf',
    'cat',
    'tee',
    'cp',
    'mv',
    'rm',
    'ln',
    'ls',
    'touch',
    'chmod',
    'chown',
    'mkdir',
  ],
  ...[
    'grep',
    'sed',
    'awk',
    'head',
    'tail',
    'wc',
    'find',
    'stat',
    'dos2unix',
    'diff',
    'cmp',
    'basename',
    'dirname',
  ],
  ...[
    'scp',
    'rsync',
    'ssh',
    'tar',
    'zip',
    'unzip',
    'gzip',
    'wget',
    'curl',
    'git',
    'pkill',
    'pgrep',
    'kill',
    'export',
  ],
  ...[
    'which',
    'type',
    'command',
    'alias',
    'unset',
    'realpath',
    'readlink',
    'cd',
    'pushd',
    'trap',
    'declare',
    'local',
  ],
]);

/** A name that no file of the repository has. */
const somewhere = '\u0000';

/**
 * The file that a command sources or runs, as it is written without quotes; a name that no file has when it cannot be
 * told, `undefined` when the command runs none or one that sets nothing but variables.
 */
export function launchedScript(command: ShellCommand, script: Script): string | undefined {
  const name = written(command, script);
  return name === undefined || isHarmless(name) ? undefined : name;
}

function written({ program, words, node }: ShellCommand, script: Script): string | undefined {
  const start = node.name?.pos;
  if (start !== undefined && stretchAt(script.holes, start) !== undefined) return somewhere;
  // What a variable holds was mostly put together in the script, which is searched for $OUTPUTS as a whole.
  if (program === 'eval') return words.some((word) => /[`]|\$\(/.test(word.text)) ? somewhere : undefined;
  if (program !== undefined && builders.has(program)) return somewhere;
  if (program !== undefined && interpreters.has(program)) {
    // A program in the arguments or in a here-document is part of the text that is searched.
    if (words.some((word) => /^-[a-z]*[cm]$/.test(word.text))) return undefined;
    const file = words.find((word) => !word.text.startsWith('-'));
    if (file !== undefined) return plain(file);
    return node.redirects.some((redirect) => redirect.type !== 'Redirect') ? undefined : somewhere;
  }
  const name = node.name === undefined ? '' : plain(node.name);
  if (isScriptName(name) || /^(\.{1,2}|\$[^/]*|~)\//.test(name)) return name;
  if (program === undefined || handlers.has(program)) return undefined;
  // Launchers such as srun, mpirun or singularity: a script among their words is run.
  const launched = words.find((word) => isScriptName(plain(word)));
  return launched && plain(launched);
}

function isHarmless(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return harmless.has(name) || systemFolders.some((folder) => path.startsWith(folder));
}

function plain(word: Word): string {
  return word.text.replaceAll(/["']/g, '');
}

/** Whether a name that no file of the repository has is one of a script, and not of some program. */
export function isSurelyScript(name: string): boolean {
  return name === somewhere || isScriptName(name) || !name.includes('/');
}

/** The paths of the repository by their last part. */
function pathsByName(workspace: Workspace): ReadonlyMap<string, readonly FilePath[]> {
  const byName = new Map<string, FilePath[]>();
  for (const path of workspace.files.paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const others = byName.get(name);
    if (others === undefined) byName.set(name, [path]);
    else others.push(path);
  }
  return byName;
}

/**
 * The file of the repository that a word names: at this path, beside the script, or, for names with a folder, the only one
 * whose path ends so.
 */
export function repositoryScript(name: string, script: Script, context: AnalysisContext): Script | undefined {
  const tail = name.replace(/^.*[}$][^/]*\//, '').replace(/^(\.\/)+/, '');
  if (tail === '' || /[$`*?{]/.test(tail)) return undefined;
  const { workspace } = context;
  const named = context.ask(pathsByName, workspace).get(tail.slice(tail.lastIndexOf('/') + 1)) ?? [];
  const matches = named.filter((path) => path === tail || path.endsWith(`/${tail}`));
  const directory = script.path.split('/').slice(0, -1).join('/');
  const exact =
    matches.find((path) => path === tail) ?? matches.find((path) => path === `${directory}/${tail}`);
  // A name alone may be anything that a step has made; a name in a folder is a file of the checkout.
  const only = tail.includes('/') && matches.length === 1 ? matches[0] : undefined;
  const path = exact ?? only;
  if (path === undefined) return undefined;
  const content = workspace.files.read(path);
  return content.kind === 'text' ? scriptFile({ path, text: content.text }, 'sourced') : undefined;
}
