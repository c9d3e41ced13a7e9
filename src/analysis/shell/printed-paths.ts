import type {
  Command,
  CompoundList,
  NodeOf,
  Redirection,
  Statement,
  SyntaxNode,
  Word,
} from '../../syntax/bash/tree.ts';
import {
  isSentence,
  isValue,
  printsValue,
  printsWhatItFinds,
  textOfWord,
  textPrinted,
} from './printed-kinds.ts';
import { endOf, inner, isLedAway, isPassedOn, opposite, type PrintedPath, withNode } from './printed-path.ts';
import { bodyOf, type FunctionNode } from './script-functions.ts';

const start: PrintedPath = { messages: [], value: false, flow: 'on', status: 'unknown' };

/**
 * What a list of commands prints to its standard output, path by path; empty where there are too many paths, or where
 * the output is led elsewhere for good.
 *
 * The interpreter cannot tell this: what a substitution prints is one value there, joined over all paths and without the
 * commands that printed it, and a single unknown part makes all of it unknown. Here the values do not matter, but which
 * commands print on the same path; and each condition is taken for open, as that of a function that is called once.
 *
 * @param text the text of the script in which they stand
 */
export function printedPaths(
  statements: readonly Statement[],
  functions: ReadonlyMap<string, FunctionNode>,
  text: string,
): readonly PrintedPath[] {
  const walk = new Walk(functions, text);
  const paths = walk.list(statements, [start]);
  return walk.lost ? [] : paths;
}

const mostPaths = 64;
const deepestCall = 4;

class Walk {
  lost = false;
  readonly #functions: ReadonlyMap<string, FunctionNode>;
  readonly #text: string;
  #parameters: readonly string[] = [];
  #silent = 0;
  #calls = 0;

  constructor(functions: ReadonlyMap<string, FunctionNode>, text: string) {
    this.#functions = functions;
    this.#text = text;
  }

  list(statements: readonly Statement[], before: readonly PrintedPath[]): readonly PrintedPath[] {
    let paths = before;
    for (const { command, background } of statements)
      if (background !== true) paths = this.#each(paths, (path) => this.#node(command, path));
    return paths;
  }

  /** Goes on with the paths that are still on their way. */
  #each(
    paths: readonly PrintedPath[],
    go: (path: PrintedPath) => readonly PrintedPath[],
  ): readonly PrintedPath[] {
    const found = new Map<string, PrintedPath>();
    for (const one of paths.flatMap((path) => (path.flow === 'on' ? go(path) : [path]))) {
      const key = `${one.messages.map(({ pos }) => pos).join()} ${one.value} ${one.flow} ${one.status}`;
      found.set(key, one);
    }
    if (found.size > mostPaths) this.lost = true;
    return this.lost ? [] : [...found.values()];
  }

  #node(node: SyntaxNode, path: PrintedPath, asked = false): readonly PrintedPath[] {
    switch (node.type) {
      case 'Command':
        return this.#led(node.redirects, () => this.#command(node, path, asked));
      case 'Redirected':
        return this.#led(node.redirects, () => this.#node(node.command, path, asked));
      case 'Pipeline':
        return this.#pipeline(node, path, asked);
      case 'AndOr':
        return this.#andOr(node, path, asked);
      case 'If':
        return this.#if(node, path);
      case 'Case':
        return [path, ...node.items.flatMap(({ body }) => this.list(body.commands, [path]))];
      case 'For':
      case 'Select':
      case 'ArithmeticFor':
        return this.#loop(node.body, [path], (paths) => ({ out: paths, turn: paths }));
      case 'While':
        return this.#loop(node.body, [path], (paths) => {
          const after = this.#condition(node.clause, paths);
          const [goes, ends] =
            node.kind === 'while' ? (['zero', 'other'] as const) : (['other', 'zero'] as const);
          return {
            out: after.filter(({ status }) => status !== goes),
            turn: after.filter(({ status }) => status !== ends),
          };
        });
      case 'BraceGroup':
        return this.list(node.body.commands, [path]);
      case 'Subshell':
        return inner(this.list(node.body.commands, [path]));
      case 'TestCommand':
      case 'ArithmeticCommand':
        return [{ ...path, status: 'unknown' }];
      default:
        return [path];
    }
  }

  /** Goes through a part whose output nobody sees, or that only speaks when it is asked to. */
  #quietly(quiet: boolean, go: () => readonly PrintedPath[]): readonly PrintedPath[] {
    if (quiet) this.#silent++;
    const paths = go();
    if (quiet) this.#silent--;
    return paths;
  }

  /** Goes through a part with redirections, each of which may fail. */
  #led(redirections: readonly Redirection[], go: () => readonly PrintedPath[]): readonly PrintedPath[] {
    if (!isLedAway(redirections)) return go();
    return this.#quietly(true, go).map((one) => ({ ...one, status: 'unknown' }));
  }

  /** Whether what depends on a condition is only said to who asks for more. */
  #isTalkative({ pos, end }: SyntaxNode): boolean {
    return /debug|verbose|quiet/i.test(this.#text.slice(pos, end));
  }

  #condition(clause: CompoundList, before: readonly PrintedPath[]): readonly PrintedPath[] {
    const last = clause.commands.at(-1);
    if (last === undefined) return before;
    const paths = this.list(clause.commands.slice(0, -1), before);
    return this.#each(paths, (path) => this.#node(last.command, path, true));
  }

  #pipeline(
    { commands, prefixes }: NodeOf<'Pipeline'>,
    path: PrintedPath,
    asked: boolean,
  ): readonly PrintedPath[] {
    // what tee passes on is printed by the command before it
    let index = commands.length - 1;
    while (index > 0 && isPassedOn(commands[index])) index--;
    const printer = commands[index];
    if (printer === undefined) return [path];
    const paths = this.#node(printer, path, asked);
    const after = commands.length > 1 ? inner(paths) : paths;
    if (!prefixes.some(({ type }) => type === 'Negation')) return after;
    return after.map((one) => ({ ...one, status: opposite[one.status] }));
  }

  #andOr(
    { commands, operators }: NodeOf<'AndOr'>,
    path: PrintedPath,
    asked: boolean,
  ): readonly PrintedPath[] {
    const [first, ...others] = commands;
    if (first === undefined) return [path];
    let paths = this.#node(first, path, true);
    for (const [index, other] of others.entries()) {
      const passes = operators[index] === '&&' ? 'other' : 'zero';
      const isLast = index === others.length - 1;
      const spoken = this.#isTalkative(first);
      paths = this.#each(paths, (one) => {
        if (one.status === passes) return [one];
        const run = this.#quietly(spoken, () => this.#node(other, one, asked || !isLast));
        return one.status === 'unknown' ? [{ ...one, status: passes }, ...run] : run;
      });
    }
    return paths;
  }

  #if(node: NodeOf<'If'>, path: PrintedPath): readonly PrintedPath[] {
    const done: PrintedPath[] = [];
    let rest: readonly PrintedPath[] = [path];
    for (const { clause, then } of [node, ...node.elif]) {
      const after = this.#condition(clause, rest);
      const taken = after.filter(({ status }) => status !== 'other');
      const quiet = this.#isTalkative(clause);
      done.push(...this.#quietly(quiet, () => this.list(then.commands, taken)));
      rest = after.filter(({ status }) => status !== 'zero');
    }
    return [...done, ...(node.else === undefined ? rest : this.list(node.else.commands, rest))];
  }

  #loop(
    body: CompoundList,
    before: readonly PrintedPath[],
    ask: (paths: readonly PrintedPath[]) => {
      readonly out: readonly PrintedPath[];
      readonly turn: readonly PrintedPath[];
    },
  ): readonly PrintedPath[] {
    const left: PrintedPath[] = [];
    let back = before;
    // what a turn prints is seen behind it in the next one
    for (let round = 0; round < 3; round++) {
      const { out, turn } = ask(back);
      left.push(...out);
      const after = this.list(body.commands, turn);
      for (const one of after)
        if (one.flow === 'break' || one.flow === 'good' || one.flow === 'bad') left.push(one);
      back = this.#each(
        after.flatMap((one) =>
          one.flow === 'on' || one.flow === 'continue' ? [{ ...one, flow: 'on' }] : [],
        ),
        (one) => [one],
      );
    }
    return left.map((one) => (one.flow === 'break' ? { ...one, flow: 'on' } : one));
  }

  #command(node: Command, path: PrintedPath, asked: boolean): readonly PrintedPath[] {
    const name = node.name?.value ?? '';
    const words = node.args.flatMap((word) => (word.type === 'Word' ? [word] : []));
    const called = this.#functions.get(name);
    if (called !== undefined) return this.#call(called, words, path);
    switch (name) {
      case 'return':
      case 'exit':
        return [{ ...path, flow: endOf(words[0], path) }];
      case 'break':
      case 'continue':
        return [{ ...path, flow: name }];
      case 'exec':
        this.lost = true;
        return [];
      case 'true':
      case ':':
        return [{ ...path, status: 'zero' }];
      case 'false':
        return [{ ...path, status: 'other' }];
      case 'echo':
      case 'printf': {
        const after: PrintedPath = { ...path, status: 'zero' };
        if (this.#silent > 0) return [after];
        const printed = textPrinted(name, words, this.#parameters);
        if (isSentence(printed)) return [{ ...after, messages: withNode(path.messages, node) }];
        return [{ ...after, value: path.value || isValue(printed) }];
      }
      default: {
        const base: PrintedPath = { ...path, status: 'unknown' };
        if (this.#silent > 0) return [base];
        if (asked && printsWhatItFinds(name, words))
          return [
            { ...path, status: 'zero', messages: withNode(path.messages, node) },
            { ...path, status: 'other' },
          ];
        return [{ ...base, value: path.value || printsValue(name) }];
      }
    }
  }

  #call(called: FunctionNode, words: readonly Word[], path: PrintedPath): readonly PrintedPath[] {
    if (this.#calls >= deepestCall) return [{ ...path, status: 'unknown' }];
    const outside = this.#parameters;
    this.#parameters = words.map((word) => textOfWord(word, outside));
    this.#calls++;
    const redirected = called.body.type === 'Redirected' ? called.body : undefined;
    const body = redirected?.command ?? called.body;
    const paths = this.#led(redirected?.redirects ?? [], () =>
      this.list(bodyOf({ ...called, body }), [path]),
    );
    this.#calls--;
    this.#parameters = outside;
    return inner(paths);
  }
}
