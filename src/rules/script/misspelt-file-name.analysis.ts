import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { isOneEdit, isSwap } from '../../base/one-edit.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { Word } from '../../syntax/bash/tree.ts';

/** A name of a file that is nearly another one. */
export interface MisspeltName {
  readonly name: string;
  readonly near: string;
  /** Whether the near one is a file of the repository, and not one that a script makes. */
  readonly exists: boolean;
  readonly start: number;
  readonly end: number;
}

/** The names of files that a script reads, that stand nowhere else, and that are nearly those of others. */
export function* misspeltNames(
  script: Script,
  file: WorkflowFile | undefined,
  context: AnalysisContext,
): Generator<MisspeltName> {
  const scripts = [script, ...(file?.workflow?.scripts ?? [])];
  const made = new Set(scripts.flatMap((one) => namesMade(one, context)));
  const directory = script.job === undefined ? script.path.replace(/[^/]*$/, '') : '';
  const beside = context.workspace.files.paths.flatMap((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return path === directory + name || path === name ? [name] : [];
  });
  if (script.job === undefined) yield* misspeltPaths(script, context);
  for (const { word, name } of namesRead(script, context)) {
    if (made.has(name) || beside.includes(name)) continue;
    const written = [...made].find((one) => isNear(name, one) || isLonger(name, one));
    const there = beside.find((one) => isNear(name, one));
    const near = written ?? there;
    if (near === undefined || isNamedElsewhere(name, script, word, context)) continue;
    const start = word.end - name.length - (/["']$/.test(word.text) ? 1 : 0);
    yield { name, near, exists: written === undefined, start, end: start + name.length };
  }
}

/** Files in a folder of the repository that are sourced or run from the job directory, and stand there by a near name. */
function* misspeltPaths(script: Script, context: AnalysisContext): Generator<MisspeltName> {
  const { files } = context.workspace;
  const { commands } = context.ask(shellCommands, script);
  if (commands.some(({ program }) => /^(cd|pushd)$/.test(program ?? ''))) return;
  for (const command of commands) {
    if (command.inCondition || command.conditional) continue;
    for (const word of wordsRead(command)) {
      const text = literalOf(word)?.replace(/^(\.\/|\$\{?(PWD|PW_PARENT_JOB_DIR)\}?\/)/, '') ?? '';
      const [, folder = '', name = ''] = /^([\w-][\w./-]*\/)([\w-]+(?:\.[\w-]+)+)$/.exec(text) ?? [];
      if (name === '' || files.paths.some((path) => path === text)) continue;
      const near = files.paths.find(
        (path) =>
          path.startsWith(folder) &&
          !path.slice(folder.length).includes('/') &&
          isNear(name, path.slice(folder.length)),
      );
      if (near === undefined || isNamedElsewhere(name, script, word, context)) continue;
      const start = word.end - name.length - (/["']$/.test(word.text) ? 1 : 0);
      yield { name, near: near.slice(folder.length), exists: true, start, end: start + name.length };
    }
  }
}

/** One edit, or dashes for underscores; numbers part files of one series. */
function isNear(name: string, other: string): boolean {
  if (name === other || name.length < 7) return false;
  const [left, right] = [name.toLowerCase(), other.toLowerCase()];
  if (left.replace(/[-_]/g, '') === right.replace(/[-_]/g, '')) return true;
  if (left.replace(/\d/g, '') === right.replace(/\d/g, '')) return false;
  const [stem, ending] = parted(left);
  const [otherStem, otherEnding] = parted(right);
  if (ending === otherEnding) return isOneEdit(stem, otherStem);
  // Two letters of a short ending that changed places are no other kind of file.
  return stem === otherStem && ending.length === 3 && isSwap(ending, otherEnding);
}

/** Whether a name is another one with a second ending, as after a file was renamed. */
function isLonger(name: string, other: string): boolean {
  return other.includes('.') && new RegExp(`^${escapePattern(other)}\\.(sh|env|conf|txt|py)$`).test(name);
}

function parted(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

interface NameRead {
  readonly word: Word;
  readonly name: string;
}

/** Files in the folder of the script itself that commands certainly read. */
function namesRead(script: Script, context: AnalysisContext): readonly NameRead[] {
  const { commands } = context.ask(shellCommands, script);
  // Where a script goes into another folder, the name may be one that stands there.
  if (commands.some((command) => leavesJobDirectory(command))) return [];
  return commands.flatMap((command) => {
    if (command.inCondition) return [];
    return command.program === 'trap'
      ? namesInTrap(command)
      : wordsRead(command).flatMap((word) => nameIn(word) ?? []);
  });
}

/** The files that the body of a trap reads: `trap 'kill "$(cat server.pid)"' EXIT`. */
function namesInTrap({ words: [body] }: ShellCommand): readonly NameRead[] {
  if (body === undefined || !body.text.startsWith("'")) return [];
  const reads = body.text.matchAll(
    /(?:\bcat|<)\s*["']?(?:\.\/)?([A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+)(?=["')\s;])/g,
  );
  return Array.from(reads, ({ 0: whole, 1: name = '', index }) => {
    const end = body.pos + index + whole.length;
    return { word: { ...body, pos: end - name.length, end, text: name }, name };
  });
}

/** Whether a command goes to another folder than the job directory, which `cd "$PW_PARENT_JOB_DIR"` does not. */
function leavesJobDirectory({ program, words }: ShellCommand): boolean {
  if (program === 'pushd') return true;
  return program === 'cd' && !/^"?\$\{?PW_PARENT_JOB_DIR\}?\/?"?$/.test(words.at(-1)?.text ?? '');
}

function nameIn(word: Word): NameRead | undefined {
  const text = literalOf(word)?.replace(/^(\.\/|\$\{?(PWD|PW_PARENT_JOB_DIR)\}?\/)/, '');
  if (text === undefined || !/^[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)+$/.test(text)) return undefined;
  return { word, name: text };
}

function wordsRead({ program, words }: ShellCommand): readonly Word[] {
  const operands = words.filter((word) => !word.text.startsWith('-'));
  switch (program) {
    case 'source':
    case '.':
    case 'bash':
    case 'sh':
    case 'python':
    case 'python3':
    case 'Rscript':
    case 'sbatch':
      return operands.slice(0, 1);
    case 'cat':
      return operands;
    case 'sed':
      return words.some((word) => /^-i/.test(word.text)) ? operands.slice(-1) : [];
    case 'rsync':
    case 'scp':
    case 'cp':
      return operands.slice(0, -1);
    default:
      return [];
  }
}

/** Names that the commands of a script give to files. */
function namesMade(script: Script, context: AnalysisContext): readonly string[] {
  const names: (string | undefined)[] = [];
  for (const { program, words, redirections } of context.ask(shellCommands, script).commands) {
    for (const redirection of redirections) {
      if (redirection.type === 'Redirect' && /^(&?>>?|>\|)$/.test(redirection.operator))
        names.push(literalOf(redirection.target));
    }
    if (program === 'touch' || program === 'tee') names.push(...words.map((word) => literalOf(word)));
    if (program === 'cp' || program === 'mv') names.push(literalOf(words.at(-1)));
  }
  return names.flatMap((name) => {
    const bare = name?.replace(/^\.\//, '') ?? '';
    return /^[\w-]+(\.[\w-]+)+$/.test(bare) ? [bare] : [];
  });
}

/** Whether any text of the repository but this place has the name, so that something may make it. */
function isNamedElsewhere(name: string, script: Script, word: Word, context: AnalysisContext): boolean {
  const pattern = new RegExp(`(?<![\\w-])${escapePattern(name)}(?![\\w-]|\\.\\w)`);
  const { text } = script.shell;
  if (pattern.test(text.slice(0, word.pos)) || pattern.test(text.slice(word.end))) return true;
  return context.workspace.files.paths.some((path) => {
    if (path.endsWith(`/${name}`)) return true;
    const content = context.workspace.files.read(path);
    if (content.kind !== 'text') return false;
    const first = pattern.exec(content.text);
    if (first === null) return false;
    return path !== script.path || pattern.test(content.text.slice(first.index + name.length));
  });
}
