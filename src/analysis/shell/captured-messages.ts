import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Command, ScriptNode, SyntaxNode, Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { printedPaths } from './printed-paths.ts';
import { bodyOf, type FunctionNode, scriptFunctions } from './script-functions.ts';
import { shellCommands } from './shell-commands.ts';
import { literalOf } from './shell-words.ts';

/** A value that is taken from what a part of the script prints, which prints sentences for people as well. */
export interface CapturedMessages {
  /** The variable or the file that gets all of it. */
  readonly target: string;
  /** The function that prints, where it is one. */
  readonly called: string | undefined;
  /** Where it is taken. */
  readonly taken: SyntaxNode;
  /** What prints a sentence, or what it has found, on a way on which the value is printed too. */
  readonly messages: readonly SyntaxNode[];
}

/** Ports, process and job numbers, names of hosts: texts of which one character too many is a fault. */
const oneWord =
  /(^|_|[a-z](?=P))[pP]ort(?![a-z])|(^|_)PORT(?![A-Z])|(free|open|session|service|server|web|http|local|display)_?port$|(^|_)(pid|job_?id|hostname|display)$/i;

/** The values that a script takes from parts of it that print sentences beside them. */
export function capturedMessages(script: Script, context: AnalysisContext): readonly CapturedMessages[] {
  const { text } = script.shell;
  const functions = context.ask(scriptFunctions, script);
  const found: CapturedMessages[] = [];
  for (const { node } of context.ask(shellCommands, script).commands) {
    for (const { target, taken, statements, called = calledIn(statements, functions) } of [
      ...assigned(node),
      ...led(node, functions),
    ]) {
      if (!oneWord.test(target) && !oneWord.test(called ?? '')) continue;
      if (/ports$/i.test(target) || isFiltered(target, text)) continue;
      const paths = printedPaths(statements, functions, text).filter(
        ({ flow, value }) => value && (flow === 'on' || flow === 'good'),
      );
      const messages = [...new Set(paths.flatMap((path) => path.messages))];
      if (messages.length > 0) found.push({ target, called, taken, messages });
    }
  }
  return found;
}

interface Taken {
  readonly target: string;
  readonly taken: SyntaxNode;
  readonly statements: ScriptNode['commands'];
  readonly called?: string;
}

/** `port=$(find_port)`, also behind `local` and `export`. */
function assigned(node: Command): readonly Taken[] {
  const isDeclaring = /^(local|export|declare|readonly|typeset)$/.test(node.name?.value ?? '');
  const parts = node.name === undefined ? node.prefix : isDeclaring ? node.args : [];
  return parts.flatMap((part): readonly Taken[] => {
    if (part.type !== 'Assignment' || part.value.type !== 'Word' || part.append === true) return [];
    const script = onlySubstitution(part.value);
    return script === undefined ? [] : [{ target: part.name, taken: part, statements: script.commands }];
  });
}

/** `find_port > SESSION_PORT`, `echo "$(find_port)" > SESSION_PORT`. */
function led(node: Command, functions: ReadonlyMap<string, FunctionNode>): readonly Taken[] {
  const redirection = node.redirects.find((one) => one.type === 'Redirect' && one.operator === '>');
  if (redirection?.type !== 'Redirect' || redirection.descriptor !== undefined) return [];
  const target = literalOf(redirection.target)?.replace(/^.*\//, '') ?? '';
  if (!/^(SESSION_PORT|HOSTNAME)$|\.(port|pid)$/.test(target)) return [];
  const [word, another] = node.args;
  if (node.name?.value === 'echo' && word?.type === 'Word' && another === undefined) {
    const script = onlySubstitution(word);
    return script === undefined ? [] : [{ target, taken: node, statements: script.commands }];
  }
  const called = functions.get(node.name?.value ?? '');
  return called === undefined
    ? []
    : [{ target, taken: node, statements: bodyOf(called), called: called.name.value }];
}

/** The script of the `$(…)` that is the whole of a word, quotes aside. */
function onlySubstitution({ parts = [] }: Word): ScriptNode | undefined {
  const [first] = parts;
  const [part, another] = first?.type === 'DoubleQuoted' && parts.length === 1 ? first.parts : parts;
  if (part?.type !== 'CommandExpansion' || another !== undefined) return undefined;
  return part.script?.source === undefined ? part.script : undefined;
}

/** The function that is called, where that is all that happens but for what follows a failure. */
function calledIn(
  [statement, another]: ScriptNode['commands'],
  functions: ReadonlyMap<string, FunctionNode>,
): string | undefined {
  const { command } = statement ?? {};
  const first = command?.type === 'AndOr' ? command.commands[0] : command;
  const name = first?.type === 'Command' ? first.name?.value : undefined;
  return another === undefined && name !== undefined && functions.has(name) ? name : undefined;
}

/** Whether the script takes a part out of what it has been given. */
function isFiltered(name: string, text: string): boolean {
  const variable = `\\$\\{?${escapePattern(name)}\\b`;
  return new RegExp(
    `${variable}(?:\\[[^\\]]*\\])?[#%/:]|${variable}[^\\n|;]*[^|]\\|(?!\\|)|<<<\\s*["']?${variable}|BASH_REMATCH`,
  ).test(text);
}
