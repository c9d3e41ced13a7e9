import type {
  Command,
  CompoundList,
  NodeOf,
  Redirection,
  ScriptNode,
  Statement,
  SyntaxNode,
  Word,
  WordPart,
} from '../../syntax/bash/tree.ts';
import { childrenOf } from '../../syntax/bash/walk.ts';
import type { FunctionNode } from '../shell/script-functions.ts';
import { declaredIn, setBy } from './assignments.ts';

/** A place where a variable is read. */
export interface Read {
  readonly name: string;
  /** Offsets into the script's text, `$` and braces included. */
  readonly start: number;
  readonly end: number;
  /** The command to whose words it belongs. */
  readonly command: Command | undefined;
  /** The variable to which the word is assigned. */
  readonly assigned: string | undefined;
  /** Whether it only decides something, in `[ … ]`, `[[ … ]]` or the word of a `case`. */
  readonly tested: boolean;
  readonly inFunction: boolean;
}

/**
 * The reads of variables that no assignment of the script can have reached: neither one before them nor, in a loop, one
 * at the end of a turn that comes back. What inner shells set is theirs. In functions, which are called from anywhere,
 * everything counts that the script sets at all.
 */
export function readsWithoutValue(
  tree: ScriptNode,
  functions: ReadonlyMap<string, FunctionNode>,
): readonly Read[] {
  const walk = new Walk(functions);
  walk.list(tree.commands);
  const everything = new Walk(functions, allNames(tree));
  for (const node of functions.values()) everything.inBody(node.body);
  return [...walk.reads, ...everything.reads].sort((one, other) => one.start - other.start);
}

/** The reads in one statement, those left out that it sets itself before. */
export function readsIn(statement: Statement): readonly Read[] {
  const walk = new Walk(new Map());
  walk.list([statement]);
  return walk.reads;
}

/** Every name that a part of a script sets, inner shells and functions that it defines included. */
export function allNames(node: SyntaxNode): Set<string> {
  const names = new Set<string>();
  const open: SyntaxNode[] = [node];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const { name } of setBy(one)) names.add(name);
    open.push(...childrenOf(one));
  }
  return names;
}

interface LoopMarks {
  /** What may be set when the loop has ended by `break`, and when its next turn begins. */
  readonly out: Set<string>;
  readonly back: Set<string>;
  readonly mark: number;
}

/** A walk in the order of control that knows which variables may have been set so far. */
class Walk {
  readonly reads: Read[] = [];
  readonly #functions: ReadonlyMap<string, FunctionNode>;
  readonly #set: Set<string>;
  /** The names in the order in which they came, so that what a branch set can be taken back. */
  #trail: string[] = [];
  #loops: LoopMarks[] = [];
  #silent = 0;
  #inFunction = false;
  /** What functions set, which is found once for each. */
  readonly #ownEffects = new Map<FunctionNode, OwnEffect>();
  readonly #effects = new Map<string, ReadonlySet<string>>();

  constructor(functions: ReadonlyMap<string, FunctionNode>, set: Set<string> = new Set()) {
    this.#functions = functions;
    this.#set = set;
  }

  inBody(body: SyntaxNode): void {
    this.#inFunction = true;
    this.#node(body);
  }

  /** Walks statements; `false` when control cannot come out at their end. */
  list(statements: readonly Statement[]): boolean {
    for (const statement of statements) {
      if (statement.background) this.#apart(() => this.#node(statement.command));
      else if (!this.#node(statement.command)) return false;
    }
    return true;
  }

  #add(name: string): void {
    if (this.#set.has(name)) return;
    this.#set.add(name);
    this.#trail.push(name);
  }

  /** Takes back what was set since a mark, and gives it. */
  #since(mark: number): readonly string[] {
    const names = this.#trail.splice(mark);
    for (const name of names) this.#set.delete(name);
    return names;
  }

  /** Walks a part whose assignments stay in it. */
  #apart(work: () => void): void {
    const mark = this.#trail.length;
    const loops = this.#loops;
    this.#loops = [];
    work();
    this.#loops = loops;
    this.#since(mark);
  }

  /** Walks parts of which one runs; `false` when control comes out of none. */
  #branches(parts: readonly (() => boolean)[], orNone: boolean): boolean {
    const after = new Set<string>();
    let goesOn = orNone;
    for (const part of parts) {
      const mark = this.#trail.length;
      const ends = !part();
      const names = this.#since(mark);
      if (ends) continue;
      goesOn = true;
      for (const name of names) after.add(name);
    }
    for (const name of after) this.#add(name);
    return goesOn;
  }

  #loop(turn: () => boolean): boolean {
    const marks: LoopMarks = { out: new Set(), back: new Set(), mark: this.#trail.length };
    this.#loops.push(marks);
    // deep nests are walked once: what their inner loops set then counts from the start
    if (this.#loops.length <= 3) {
      this.#silent++;
      const mark = this.#trail.length;
      if (turn()) for (const name of this.#trail.slice(mark)) marks.back.add(name);
      this.#since(mark);
      this.#silent--;
    }
    for (const name of marks.back) this.#add(name);
    turn();
    this.#loops.pop();
    for (const name of marks.out) this.#add(name);
    return true;
  }

  #node(node: SyntaxNode): boolean {
    switch (node.type) {
      case 'Command':
        return this.#command(node);
      case 'AndOr': {
        const [first, ...others] = node.commands;
        if (first !== undefined && !this.#node(first)) return false;
        // each of the others may be passed over
        for (const other of others) {
          const mark = this.#trail.length;
          if (!this.#node(other)) this.#since(mark);
        }
        return true;
      }
      case 'Pipeline':
        if (node.commands.length === 1 && node.commands[0] !== undefined) return this.#node(node.commands[0]);
        for (const command of node.commands) this.#apart(() => this.#node(command));
        return true;
      case 'Redirected':
        for (const redirect of node.redirects) this.#redirection(redirect, undefined);
        return this.#node(node.command);
      case 'If':
        return this.#if(node);
      case 'Case': {
        this.#word(node.word, { tested: true });
        const arms = node.items.map((item) => () => this.list(item.body.commands));
        return this.#branches(
          arms,
          !node.items.some((item) => item.pattern.some((word) => word.text === '*')),
        );
      }
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.#word(word, {});
        return this.#loop(() => {
          this.#add(node.name.value);
          return this.list(node.body.commands);
        });
      case 'ArithmeticFor':
        for (const name of allNames(node)) if (node.initialize !== undefined) this.#add(name);
        return this.#loop(() => this.list(node.body.commands));
      case 'While':
        return this.#loop(() => {
          this.list(node.clause.commands);
          return this.list(node.body.commands);
        });
      case 'BraceGroup':
        return this.list(node.body.commands);
      case 'Subshell':
        this.#apart(() => this.list(node.body.commands));
        return true;
      case 'CompoundList':
        return this.list(node.commands);
      case 'Function':
        return true;
      case 'TestCommand':
      case 'ArithmeticCommand':
      case 'Coproc':
        this.#test(node);
        return true;
      default:
        return true;
    }
  }

  #if(node: NodeOf<'If'>): boolean {
    const arms: { readonly clause: CompoundList; readonly then: CompoundList }[] = [node, ...node.elif];
    const parts: (() => boolean)[] = [];
    // what a condition sets, those behind it see
    for (const { clause, then } of arms) {
      this.list(clause.commands);
      parts.push(() => this.list(then.commands));
    }
    const { else: last } = node;
    if (last !== undefined) parts.push(() => this.list(last.commands));
    return this.#branches(parts, last === undefined);
  }

  #test(node: SyntaxNode): void {
    for (const { name } of setBy(node)) this.#add(name);
    for (const child of childrenOf(node)) {
      if (child.type === 'Word') this.#word(child, { tested: true });
      else this.#test(child);
    }
  }

  #command(node: Command): boolean {
    const program = node.name?.value ?? '';
    const tested = program === '[' || program === 'test';
    if (node.name !== undefined) this.#word(node.name, { command: node });
    for (const part of [...node.prefix, ...node.suffix]) {
      if (part.type === 'Word') this.#word(part, { command: node, tested });
      else if (part.type === 'Assignment') {
        const words = part.value.type === 'ArrayValue' ? part.value.elements : [part.value];
        for (const word of words) this.#word(word, { command: node, assigned: part.name });
      } else this.#redirection(part, node);
    }
    for (const part of [...node.prefix, ...node.suffix]) if (part.type === 'Assignment') this.#add(part.name);
    for (const { name } of setBy(node)) this.#add(name);
    for (const name of this.#effectOf(program)) this.#add(name);
    return !this.#leaves(program, node);
  }

  /** Whether control does not come out behind a command. */
  #leaves(program: string, node: Command): boolean {
    const loop = this.#loops.at(-1);
    if ((program === 'break' || program === 'continue') && node.args.length === 0 && loop !== undefined) {
      const target = program === 'break' ? loop.out : loop.back;
      for (const name of this.#trail.slice(loop.mark)) target.add(name);
      return true;
    }
    if (program === 'break' || program === 'continue') {
      // it leaves several loops, whose names count everywhere
      for (const { out, back } of this.#loops)
        for (const name of this.#trail) {
          out.add(name);
          back.add(name);
        }
      return true;
    }
    return program === 'exit' || program === 'return' || (program === 'exec' && node.args.length > 0);
  }

  /** What a call of a function sets for its caller, by the functions that it calls too. */
  #effectOf(program: string): ReadonlySet<string> {
    const known = this.#effects.get(program);
    if (known !== undefined) return known;
    const names = new Set<string>();
    const called = new Set([program]);
    for (const name of called) {
      const effect = this.#ownEffectOf(name);
      for (const set of effect?.names ?? []) names.add(set);
      for (const call of effect?.calls ?? []) called.add(call);
    }
    this.#effects.set(program, names);
    return names;
  }

  #ownEffectOf(name: string): OwnEffect | undefined {
    const node = this.#functions.get(name);
    if (node === undefined) return undefined;
    const effect = this.#ownEffects.get(node) ?? ownEffect(node);
    this.#ownEffects.set(node, effect);
    return effect;
  }

  #redirection(node: Redirection, command: Command | undefined): void {
    if (node.type === 'HereDoc') this.#parts(node.body.parts ?? [], { command });
    else if (node.target !== undefined) this.#word(node.target, { command });
  }

  #word(word: Word, around: Partial<Pick<Read, 'command' | 'assigned' | 'tested'>>): void {
    if (word.parts !== undefined) this.#parts(word.parts, around);
  }

  #parts(parts: readonly WordPart[], around: Partial<Pick<Read, 'command' | 'assigned' | 'tested'>>): void {
    for (const part of parts) {
      switch (part.type) {
        case 'SimpleExpansion':
          this.#read(part.text.slice(1), part, around);
          break;
        case 'ParameterExpansion': {
          for (const { name } of setBy(part)) this.#add(name);
          const guarded =
            part.prefix !== undefined ||
            part.operation?.type === 'Default' ||
            part.operation?.type === 'Unknown';
          if (!guarded) this.#read(part.parameter, part, around);
          for (const child of childrenOf(part)) if (child.type === 'Word') this.#word(child, around);
          break;
        }
        case 'CommandExpansion':
        case 'ProcessSubstitution':
          if (part.script !== undefined && part.script.source === undefined) {
            const { script } = part;
            this.#apart(() => this.list(script.commands));
          }
          break;
        case 'ArithmeticExpansion':
          if (part.expression !== undefined) for (const name of allNames(part.expression)) this.#add(name);
          break;
        default:
          if ('parts' in part && part.parts !== undefined) this.#parts(part.parts, around);
      }
    }
  }

  #read(
    name: string,
    { pos, end }: { readonly pos: number; readonly end: number },
    { command, assigned, tested = false }: Partial<Pick<Read, 'command' | 'assigned' | 'tested'>>,
  ): void {
    // only underlines: an expression of the workflow stands there
    if (this.#silent > 0 || !/^(?!_+$)[A-Za-z_]\w*$/.test(name) || this.#set.has(name)) return;
    this.reads.push({ name, start: pos, end, command, assigned, tested, inFunction: this.#inFunction });
  }
}

/** What a function does by itself: the variables that it sets for its caller, and the functions that it calls. */
interface OwnEffect {
  readonly names: readonly string[];
  readonly calls: readonly string[];
}

function ownEffect(node: FunctionNode): OwnEffect {
  const locals = new Set<string>();
  const own = new Set<string>();
  const calls = new Set<string>();
  const inside: SyntaxNode[] = [node.body];
  for (let inner = inside.pop(); inner !== undefined; inner = inside.pop()) {
    for (const { name } of setBy(inner)) own.add(name);
    for (const name of declaredIn(inner)) locals.add(name);
    if (inner.type === 'Command' && inner.name !== undefined) calls.add(inner.name.value);
    inside.push(...childrenOf(inner));
  }
  return { names: [...own].filter((name) => !locals.has(name)), calls: [...calls] };
}
