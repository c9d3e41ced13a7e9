import type { Script } from '../../model/script.ts';
import type {
  Command,
  CompoundList,
  HereDoc,
  NodeOf,
  PipelineNode,
  Redirection,
  ScriptNode,
  Statement,
  SyntaxNode,
  Word,
} from '../../syntax/bash/tree.ts';
import { type ShellCommand, type Surroundings, surroundedByNothing } from './shell-command.ts';
import {
  type Occurrence,
  type OccurrencePlace,
  occurrencesIn,
  substitutionsIn,
} from './shell-occurrences.ts';
import { plainWord, unwrapped } from './shell-words.ts';

/** How many programs behind each other a command's output is followed to. */
const mostReaders = 50;

/** Walks a tree once and gathers what it meets. */
export class CommandReader {
  readonly commands: ShellCommand[] = [];
  readonly occurrences: Occurrence[] = [];
  loops = false;
  /** The script whose variables are gathered; absent when only its commands are asked for. */
  readonly #script: Script | undefined;

  constructor(script: Script | undefined) {
    this.#script = script;
  }

  /** Reads a tree; what is around it is left out for a whole script. */
  script(tree: ScriptNode, around: Surroundings = surroundedByNothing): void {
    for (const statement of tree.commands) this.#statement(statement, around);
  }

  #list(list: CompoundList, around: Surroundings): void {
    for (const statement of list.commands) this.#statement(statement, around);
  }

  #statement(statement: Statement, around: Surroundings): void {
    const { command } = statement;
    if (command.type !== 'AndOr') {
      this.#node(command, around);
      return;
    }
    const [first, ...others] = command.commands;
    if (first !== undefined) this.#node(first, around);
    for (const other of others) this.#node(other, { ...around, conditional: true });
  }

  #node(node: PipelineNode | SyntaxNode, around: Surroundings): void {
    const branch = { ...around, conditional: true };
    const loop = { ...around, conditional: true, inLoop: true };
    switch (node.type) {
      case 'Pipeline':
        node.commands.forEach((command, index) => {
          const rest = node.commands.slice(index + 1, index + 1 + mostReaders);
          this.#node(
            command,
            rest.length === 0 ? around : { ...around, pipedTo: [...rest, ...around.pipedTo] },
          );
        });
        return;
      case 'Command':
        this.#command(node, around);
        return;
      case 'Redirected':
        for (const redirect of node.redirects) this.#redirection(redirect, undefined, around);
        this.#node(node.command, { ...around, redirections: [...node.redirects, ...around.redirections] });
        return;
      case 'If':
        this.#list(node.clause, { ...around, inCondition: true });
        this.#list(node.then, branch);
        for (const elif of node.elif) {
          this.#list(elif.clause, { ...branch, inCondition: true });
          this.#list(elif.then, branch);
        }
        if (node.else !== undefined) this.#list(node.else, branch);
        return;
      case 'While':
        this.loops = true;
        this.#list(node.clause, { ...loop, inCondition: true });
        this.#list(node.body, loop);
        return;
      case 'For':
      case 'Select':
        this.loops = true;
        for (const word of node.wordlist ?? []) this.#word(word, 'list', undefined, around);
        this.#list(node.body, loop);
        return;
      case 'ArithmeticFor':
        this.loops = true;
        this.#list(node.body, loop);
        return;
      case 'Case':
        this.#word(node.word, 'test', undefined, around);
        for (const item of node.items) {
          for (const pattern of item.pattern) this.#word(pattern, 'test', undefined, around);
          this.#list(item.body, branch);
        }
        return;
      case 'Subshell':
      case 'BraceGroup':
        this.#list(node.body, around);
        return;
      case 'Function':
        this.#node(node.body, branch);
        return;
      case 'Coproc':
        this.#node(node.body, around);
        return;
      case 'CompoundList':
        this.#list(node, around);
        return;
      case 'TestCommand':
        this.#test(node.expression, around);
        return;
      default:
        return;
    }
  }

  #test(node: SyntaxNode, around: Surroundings): void {
    switch (node.type) {
      case 'TestUnary':
        this.#word(node.operand, 'test', undefined, around);
        return;
      case 'TestBinary':
        this.#word(node.left, 'test', undefined, around);
        this.#word(node.right, 'test', undefined, around);
        return;
      case 'TestLogical':
        for (const operand of node.operands) this.#test(operand, around);
        return;
      case 'TestNot':
        this.#test(node.operand, around);
        return;
      case 'TestGroup':
        this.#test(node.expression, around);
        return;
      default:
        return;
    }
  }

  #command(node: Command, around: Surroundings): void {
    const written = [...(node.name === undefined ? [] : [node.name]), ...node.args].flatMap((argument) =>
      argument.type === 'Word' ? [argument] : [],
    );
    const { program, name, words } = unwrapped(written);
    const command: ShellCommand = {
      node,
      program,
      name,
      words,
      redirections: [...node.redirects, ...around.redirections],
      pipedTo: around.pipedTo,
      captured: around.captured,
      within: around.within,
      inLoop: around.inLoop,
      inCondition: around.inCondition,
      conditional: around.conditional,
    };
    this.commands.push(command);
    for (const part of node.prefix) {
      if (part.type === 'Assignment') this.#assignment(part, command, around);
      else this.#redirection(part, command, around);
    }
    if (node.name !== undefined) this.#word(node.name, 'argument', command, around);
    for (const part of node.suffix) {
      if (part.type === 'Word') this.#word(part, 'argument', command, around);
      else if (part.type === 'Assignment') this.#assignment(part, command, around);
      else this.#redirection(part, command, around);
    }
  }

  #assignment(node: NodeOf<'Assignment'>, command: ShellCommand, around: Surroundings): void {
    const words = node.value.type === 'ArrayValue' ? node.value.elements : [node.value];
    for (const word of words) this.#word(word, 'assignment', command, around, node.name);
  }

  #redirection(node: Redirection, command: ShellCommand | undefined, around: Surroundings): void {
    if (node.type === 'HereDoc') this.#hereDoc(node, command, around);
    else if (node.target !== undefined) {
      this.#word(node.target, node.type === 'HereString' ? 'here-string' : 'redirection', command, around);
    }
  }

  #hereDoc(node: HereDoc, command: ShellCommand | undefined, around: Surroundings): void {
    const quote = node.delimiter?.quoted === true ? 'quoted-here-doc' : 'here-doc';
    this.#occurrences(node.body, { role: 'here-doc', command, quote });
    this.#substitutions(node.body, command, around);
  }

  #word(
    word: Word,
    role: Occurrence['role'],
    command: ShellCommand | undefined,
    around: Surroundings,
    variable?: string,
  ): void {
    if (plainWord.test(word.text)) return;
    this.#occurrences(word, {
      role,
      command,
      quote: 'none',
      ...(variable !== undefined && { assigned: variable }),
    });
    this.#substitutions(word, command, around);
  }

  #occurrences(node: Word | HereDoc['body'], place: OccurrencePlace): void {
    if (this.#script !== undefined) this.occurrences.push(...occurrencesIn(this.#script, node, place));
  }

  #substitutions(
    node: Word | HereDoc['body'],
    command: ShellCommand | undefined,
    around: Surroundings,
  ): void {
    for (const script of substitutionsIn(node.parts ?? [])) {
      this.script(script, {
        ...surroundedByNothing,
        captured: true,
        within: [...(command === undefined ? [] : [command]), ...around.within],
        inLoop: around.inLoop,
        conditional: around.conditional,
      });
    }
  }
}
