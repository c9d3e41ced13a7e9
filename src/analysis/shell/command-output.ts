import { suggest } from '../../base/suggest.ts';
import type { PipelineNode, Redirect, Word } from '../../syntax/bash/tree.ts';
import type { ShellCommand } from './shell-command.ts';
import { literalOf, unwrapped } from './shell-words.ts';

/** Where a text ends up that a command prints. */
export type OutputTarget =
  /** The log of the step, which everybody sees who sees the run. */
  | { readonly kind: 'log' }
  | { readonly kind: 'file'; readonly name: Word }
  /** What `$(…)` gives to the command around it, or an argument of it. */
  | { readonly kind: 'value' }
  /** Another program, or nowhere. */
  | { readonly kind: 'elsewhere' };

/**
 * Where the standard output of a command goes. `tee` on the way counts twice: its files, and what is behind it.
 * Programs that pass on what they read, such as `sort`, are followed.
 */
export function outputTargets(command: ShellCommand): readonly OutputTarget[] {
  return follow(ownTarget(command.node.redirects), command, command.pipedTo);
}

/** The program of a member of a pipeline, and the words behind it; nothing for groups. */
export function programOf(node: PipelineNode): {
  readonly program: string | undefined;
  readonly words: readonly Word[];
} {
  if (node.type !== 'Command') return { program: undefined, words: [] };
  const written = [...(node.name === undefined ? [] : [node.name]), ...node.args];
  return unwrapped(written.flatMap((word) => (word.type === 'Word' ? [word] : [])));
}

const outputsFile: ReadonlySet<string> = new Set(['$OUTPUTS', '${OUTPUTS}', '"$OUTPUTS"', '"${OUTPUTS}"']);

/** Whether a word names the file that holds a step's outputs. */
export function isOutputsFile(word: { readonly text: string }): boolean {
  return outputsFile.has(word.text);
}

/** The variable of a word that is meant as the file of outputs and names another: `$OUTPUT`, `$GITHUB_OUTPUT`. */
export function misspeltOutputsVariable(word: { readonly text: string }): string | undefined {
  if (!word.text.includes('$')) return undefined;
  const name = /^"?\$\{?([A-Z_]+)\}?"?$/.exec(word.text)?.[1];
  if (name === undefined || name === 'OUTPUTS') return undefined;
  return name === 'GITHUB_OUTPUT' || suggest(name, ['OUTPUTS']) !== undefined ? name : undefined;
}

const passingOn: ReadonlySet<string> = new Set([
  'sort',
  'uniq',
  'sed',
  'tr',
  'grep',
  'cut',
  'base64',
  'column',
  'awk',
]);

const toLog: readonly OutputTarget[] = [{ kind: 'log' }];
const toValue: readonly OutputTarget[] = [{ kind: 'value' }];
const toElsewhere: readonly OutputTarget[] = [{ kind: 'elsewhere' }];

function follow(
  own: OutputTarget | undefined,
  command: ShellCommand,
  rest: readonly PipelineNode[],
): readonly OutputTarget[] {
  if (own !== undefined) return [own];
  const [next, ...behind] = rest;
  if (next === undefined) {
    const around = ownTarget(command.redirections);
    return around !== undefined ? [around] : command.captured ? toValue : toLog;
  }
  const { program, words } = programOf(next);
  const redirects = next.type === 'Command' ? next.redirects : [];
  if (program === 'tee') {
    const files = words.filter((word) => !word.text.startsWith('-'));
    const named = files.map((name): OutputTarget => ({ kind: 'file', name }));
    return [...named, ...follow(ownTarget(redirects), command, behind)];
  }
  return program !== undefined && passingOn.has(program)
    ? follow(ownTarget(redirects), command, behind)
    : toElsewhere;
}

const outputOperators: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>', '>&']);

/** Where redirections send the standard output; `undefined` when they leave it. The last one counts. */
function ownTarget(redirections: readonly { readonly type: string }[]): OutputTarget | undefined {
  const redirect = redirections.find((each): each is Redirect => isOutput(each));
  if (redirect?.target === undefined) return undefined;
  const name = literalOf(redirect.target);
  if (redirect.operator === '>&') return name === '2' || name === '1' ? { kind: 'log' } : undefined;
  if (name === '/dev/stderr' || name === '/dev/stdout' || name === '/dev/tty') return { kind: 'log' };
  return name === '/dev/null' ? { kind: 'elsewhere' } : { kind: 'file', name: redirect.target };
}

function isOutput(node: { readonly type: string }): boolean {
  if (node.type !== 'Redirect') return false;
  const { operator, descriptor } = node as Redirect;
  if (descriptor !== undefined && !(descriptor.type === 'FileDescriptor' && descriptor.value === 1))
    return false;
  return outputOperators.has(operator);
}
