import type { Script } from '../../model/script.ts';
import type { Command, Redirection, Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { type ShellCommand, surroundedByNothing } from '../shell/shell-command.ts';
import { literalOf, unwrapped } from '../shell/shell-words.ts';

/** What a shell that reads a text knows of the variables of the script that gives it the text. */
export type Inheritance =
  /** Those that are exported. */
  | 'exported'
  /** None: it runs on another host or in another container. */
  | 'nothing'
  | 'unknown';

/** Where a text goes that a command prints. */
export type Destination =
  | {
      readonly kind: 'file';
      /** As written, without quotes; variables that are set once are replaced. */
      readonly name: string;
      readonly word: Word;
      readonly append: boolean;
      /** What opens the file: the commands of one group share it. */
      readonly opener: Redirection | Command;
    }
  | { readonly kind: 'shell'; readonly program: string; readonly inherits: Inheritance };

/** Where the output of a command goes; empty where that is neither a file nor a shell. */
export function destinationsOf(
  command: ShellCommand,
  script: Script,
  context: AnalysisContext,
): readonly Destination[] {
  if (command.program === 'tee') {
    const isGiven = command.node.redirects.some((one) => one.type !== 'Redirect');
    return isGiven ? filesOfTee(command.node, command.words, script, context) : [];
  }
  const own = command.node.redirects.findLast(isOutput);
  const [reader] = command.pipedTo;
  if (own === undefined && reader !== undefined) {
    return reader.type === 'Command' ? pipedInto(reader, script, context) : [];
  }
  const redirection = own ?? command.redirections.find(isOutput);
  if (redirection?.type !== 'Redirect' || redirection.target === undefined) return [];
  const { target, operator } = redirection;
  const append = operator.endsWith('>>');
  return [
    {
      kind: 'file',
      name: fileName(target, script, context),
      word: target,
      append,
      opener: redirection,
    },
  ];
}

/** The shell that reads the standard input of a command. */
export function shellReading({ program, words }: ShellCommand): Destination | undefined {
  if (program === undefined) return undefined;
  if (program === 'ssh') {
    const remote = remoteWords(words);
    if (remote === undefined || (remote.length > 0 && !startsShell(remote))) return undefined;
    return { kind: 'shell', program, inherits: 'nothing' };
  }
  if (isShell(program)) {
    const named = words.some((word) => !/^-/.test(word.text) && !isOptionOfShell(word.text));
    const passed = words.some((word) => /^-\w*[cs]\w*$/.test(word.text));
    const readsInput = words.every((word) => !/^-\w*c$/.test(word.text)) && (!named || passed);
    return readsInput ? { kind: 'shell', program, inherits: 'exported' } : undefined;
  }
  if (program === 'sbatch' || program === 'qsub' || program === 'bsub') {
    const named = words.some(
      (word, index) => !/^-/.test(word.text) && !/^-\w$/.test(words[index - 1]?.text ?? ''),
    );
    return named
      ? undefined
      : { kind: 'shell', program, inherits: program === 'qsub' ? 'unknown' : 'exported' };
  }
  if (!/^(bash|sh)( -\w+)*$/.test(lastWords(words))) return undefined;
  const carrier = inheritanceThrough(program);
  return carrier === undefined ? undefined : { kind: 'shell', program, inherits: carrier };
}

/** Whether these words start a shell that reads its standard input. */
export function startsShell(words: readonly Word[]): boolean {
  return /(^|[\s/])(ba|da)?sh(\s+-\w+)*(\s+--\s.*)?$/.test(plainText(words));
}

/** What a shell inherits that one of these programs starts; `undefined`: they start none. */
export function inheritanceThrough(program: string): Inheritance | undefined {
  if (/^(docker|podman|kubectl|oc)$/.test(program)) return 'nothing';
  if (
    /^(srun|mpirun|mpiexec|singularity|apptainer|xargs|parallel|flock|script|screen|tmux|xvfb-run)$/.test(
      program,
    )
  )
    return 'exported';
  return /^(su|sudo|chroot|runuser)$/.test(program) ? 'unknown' : undefined;
}

/** Whether a program is a shell that reads what bash reads. */
export function isShell(program: string | undefined): boolean {
  return program === 'bash' || program === 'sh' || program === 'dash';
}

/** The words of `ssh` behind its options and the host; `undefined` where there is no host. */
export function remoteWords(words: readonly Word[]): readonly Word[] | undefined {
  let index = 0;
  for (; index < words.length; index++) {
    const text = words[index]?.text ?? '';
    if (/^-[46AaCfGgKkMNnqsTtVvXxYy]+$/.test(text)) continue;
    if (/^-[BbcDEeFIiJLlmOoPpQRSWw]$/.test(text)) index++;
    else if (!text.startsWith('-') && !/^"?\$\{?(\w+\[@\]|\w*(opt|arg|flag)\w*)\}?"?$/i.test(text)) break;
  }
  if (index >= words.length) return undefined;
  return words.slice(index + 1);
}

/** A file's name as it is written, without quotes; a variable that the script sets once to a text is replaced. */
export function fileName(word: Word, script: Script, context: AnalysisContext): string {
  const name = word.text.replaceAll(/["']/g, '').replace(/^(\.\/)+/, '');
  const variable = /^\$\{?(\w+)\}?$/.exec(name)?.[1];
  if (variable === undefined) return name;
  return context.ask(namesHeld, script).get(variable) ?? name;
}

/** The texts of the variables that a script sets in one place only. */
function namesHeld(script: Script, context: AnalysisContext): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  const several = new Set<string>();
  for (const node of context.ask(parsedScript, script).nodes('Assignment')) {
    if (node.value.type === 'ArrayValue') continue;
    if (held.has(node.name)) several.add(node.name);
    else held.set(node.name, node.value.text.replaceAll(/["']/g, ''));
  }
  for (const name of several) held.delete(name);
  return held;
}

function isOutput(one: Redirection): boolean {
  return (
    one.type === 'Redirect' &&
    /^(>|>>|>\||&>|&>>)$/.test(one.operator) &&
    (one.descriptor === undefined || (one.descriptor.type === 'FileDescriptor' && one.descriptor.value === 1))
  );
}

function pipedInto(node: Command, script: Script, context: AnalysisContext): readonly Destination[] {
  const written = [...(node.name === undefined ? [] : [node.name]), ...node.args].flatMap((one) =>
    one.type === 'Word' ? [one] : [],
  );
  const { program, name, words } = unwrapped(written);
  if (program === 'tee') return filesOfTee(node, words, script, context);
  const shell = shellReading({ ...surroundedByNothing, node, program, name, words });
  return shell === undefined ? [] : [shell];
}

function filesOfTee(
  opener: Command,
  words: readonly Word[],
  script: Script,
  context: AnalysisContext,
): readonly Destination[] {
  const append = words.some((word) => /^(-\w*a\w*|--append)$/.test(word.text));
  return words
    .filter((word) => !word.text.startsWith('-'))
    .map((word) => ({ kind: 'file', name: fileName(word, script, context), word, append, opener }));
}

function plainText(words: readonly Word[]): string {
  return words.map((word) => word.text.replaceAll(/["']/g, '')).join(' ');
}

/** The last words from the one on that names a shell. */
function lastWords(words: readonly Word[]): string {
  const index = words.findLastIndex((word) => isShell(literalOf(word)?.split('/').at(-1)));
  return index === -1 ? '' : plainText(words.slice(index)).replace(/^.*\//, '');
}

function isOptionOfShell(text: string): boolean {
  return /^(pipefail|errexit|nounset)$/.test(text);
}
