import type { ScriptNode, SyntaxNode } from '../../syntax/bash/tree.ts';
import { childrenOf } from '../../syntax/bash/walk.ts';

/** Where a variable is set. */
export interface Assignment {
  /** Offsets into the script's text. */
  readonly start: number;
  readonly end: number;
  /** How far it reaches: this shell, a function that declares it its own, an inner shell. */
  readonly within: 'shell' | 'local' | 'pipe' | 'subshell';
  /** The function in which it stands. */
  readonly inFunction: string | undefined;
  /** What is assigned, as it is written, when it is one word. */
  readonly value: string | undefined;
}

interface Place {
  readonly within: Assignment['within'];
  readonly inFunction: string | undefined;
  readonly locals: ReadonlySet<string>;
}

/** Where a script sets each of its variables, in the order of the text. */
export function assignmentsOf(tree: ScriptNode): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  const visit = (node: SyntaxNode, place: Place): void => {
    const add = (name: string, at: { readonly pos: number; readonly end: number }, value?: string): void => {
      const within = place.within === 'shell' && place.locals.has(name) ? 'local' : place.within;
      const one = { start: at.pos, end: at.end, within, inFunction: place.inFunction, value };
      const known = found.get(name);
      if (known === undefined) found.set(name, [one]);
      else known.push(one);
    };
    for (const { name, at, value } of setBy(node)) add(name, at, value);
    if (node.type === 'Function') {
      const locals = localsOf(node.body);
      visit(node.body, { ...place, inFunction: node.name.value, locals });
      return;
    }
    const inner: Place = node.type === 'Subshell' ? { ...place, within: 'subshell' } : place;
    if (node.type === 'Pipeline' && node.commands.length > 1) {
      for (const command of node.commands) visit(command, { ...place, within: 'pipe' });
      return;
    }
    for (const child of childrenOf(node)) {
      const apart = child.type === 'Statement' && child.background === true;
      // the script of a substitution
      const captured = child.type === 'Script';
      visit(child, apart || captured ? { ...inner, within: 'subshell' } : inner);
    }
  };
  visit(tree, { within: 'shell', inFunction: undefined, locals: new Set() });
  return found;
}

function localsOf(body: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const open: SyntaxNode[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const name of declaredIn(node)) names.add(name);
    open.push(...childrenOf(node));
  }
  return names;
}

/** The variables that a command, where it is `local` or its like, makes a function's own. */
export function declaredIn(node: SyntaxNode): readonly string[] {
  if (node.type !== 'Command' || !/^(local|declare|typeset)$/.test(node.name?.value ?? '')) return [];
  if (node.args.some((word) => /^-\w*g/.test(word.text))) return [];
  return node.args.map((word) =>
    word.type === 'Assignment' ? word.name : (/^\w*/.exec(word.text)?.[0] ?? ''),
  );
}

interface SetName {
  readonly name: string;
  readonly at: { readonly pos: number; readonly end: number };
  readonly value?: string | undefined;
}

const takers: ReadonlySet<string> = new Set([
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'let',
  'printf',
  'wait',
]);

/** The variables that a node sets itself, what it holds left out. */
export function* setBy(node: SyntaxNode): Generator<SetName> {
  switch (node.type) {
    case 'Assignment':
      yield { name: node.name, at: node, value: node.value.type === 'Word' ? node.value.text : undefined };
      return;
    case 'For':
    case 'Select':
      yield { name: node.name.value, at: node.name };
      return;
    case 'ParameterExpansion':
      if (node.operation?.type === 'Default' && node.operation.operator.includes('='))
        yield { name: node.parameter, at: node };
      return;
    case 'ArithmeticBinary':
      if (node.left.type === 'ArithmeticWord' && /^[^=!<>]*=$/.test(node.operator))
        yield { name: node.left.value, at: node };
      return;
    case 'ArithmeticUnary':
      if (node.operand.type === 'ArithmeticWord' && /^(\+\+|--)$/.test(node.operator))
        yield { name: node.operand.value, at: node };
      return;
    case 'Coproc': {
      const name = node.name?.value ?? 'COPROC';
      yield { name, at: node };
      yield { name: `${name}_PID`, at: node };
      return;
    }
    case 'Command': {
      const program = node.name?.value ?? '';
      if (/^(export|declare|typeset|local|readonly)$/.test(program)) {
        for (const word of node.args)
          if (word.type === 'Word' && /^[A-Za-z_]\w*$/.test(word.text)) yield { name: word.text, at: word };
        return;
      }
      if (!takers.has(program)) return;
      if (program === 'printf' && node.args[0]?.text !== '-v') return;
      for (const word of node.args)
        for (const [name] of word.text.matchAll(program === 'let' ? /[A-Za-z_]\w*/g : /^[A-Za-z_]\w*/g))
          yield { name, at: word };
      if (program === 'read') yield { name: 'REPLY', at: node };
      return;
    }
    default:
      return;
  }
}
