import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { BashScript } from '../../syntax/bash/parse-bash.ts';
import type { Command, Statement, SyntaxNode, Word } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/** A variable that is used as a file exactly where a test has found that there is none. */
export interface UsedWhereAbsent {
  readonly word: Word;
  readonly program: string;
  /** What the test has found: an empty text, or no such file. */
  readonly found: 'empty' | 'no file' | 'no folder';
  /** The test. */
  readonly test: SyntaxNode;
}

/** What a condition has found when it holds, and when it does not. */
interface Answer {
  /** The variable as it is read: `$name`, without quotes. */
  readonly variable: string;
  readonly found: UsedWhereAbsent['found'];
  /** Whether that is so when the condition holds. */
  readonly holds: boolean;
  readonly test: SyntaxNode;
}

/** Programs that need what they are given to be there. */
const users: Readonly<Record<UsedWhereAbsent['found'], RegExp>> = {
  empty:
    /^(cd|pushd|cat|source|\.|sort|head|tail|cp|mv|rm|mkdir|rmdir|touch|tar|chmod|ls|bash|sh|kill|unzip|ln|rsync|scp)$/,
  'no file': /^(cat|source|\.|sort|head|chmod|cp|mv|unzip)$/,
  'no folder': /^(cd|pushd)$/,
};

/** The words of a script that are used where a test has just found them empty or missing. */
export function usedWhereAbsent({ nodes }: BashScript): readonly UsedWhereAbsent[] {
  const found: UsedWhereAbsent[] = [];
  for (const node of nodes('If', 'AndOr')) {
    if (node.type === 'If') {
      const [only] = node.clause.commands;
      if (node.clause.commands.length !== 1 || only === undefined) continue;
      const answer = answerOf(only.command);
      if (answer === undefined) continue;
      const branch = answer.holds ? node.then : node.elif.length === 0 ? node.else : undefined;
      if (branch !== undefined) found.push(...usesIn(branch.commands, answer));
    } else {
      const [first, second] = node.commands;
      const answer = first === undefined ? undefined : answerOf(first);
      if (answer === undefined || second === undefined) continue;
      if ((node.operators[0] === '&&') !== answer.holds) continue;
      if (second.type === 'Command') found.push(...usesOf(second, answer));
      if (second.type === 'BraceGroup') found.push(...usesIn(second.body.commands, answer));
    }
  }
  return found;
}

/** The uses in the commands of a branch, up to the first that may set the variable. */
function* usesIn(statements: readonly Statement[], answer: Answer): Generator<UsedWhereAbsent> {
  for (const { command } of statements) {
    if (maySet(command, answer)) return;
    if (command.type === 'Command') yield* usesOf(command, answer);
  }
}

function* usesOf(command: Command, answer: Answer): Generator<UsedWhereAbsent> {
  const program = literalOf(command.name) ?? '';
  if (!users[answer.found].test(program) || maySet(command, answer)) return;
  // what comes last is where `cp` and `mv` write to
  const words = command.args.filter((word) => word.type === 'Word');
  const read =
    /^(cp|mv|ln|rsync|scp)$/.test(program) && answer.found !== 'empty' ? words.slice(0, -1) : words;
  for (const word of read) {
    if (unquoted(word.text) !== answer.variable) continue;
    yield { word, program, found: answer.found, test: answer.test };
    return;
  }
}

function maySet(node: SyntaxNode, { variable, found }: Answer): boolean {
  const name = variable.slice(1);
  for (const inner of allNodes(node)) {
    if (inner.type === 'Assignment' && inner.name === name) return true;
    // what is printed may go to the file
    if (found !== 'empty' && writesFile(inner)) return true;
    if (inner.type === 'For' && inner.name.value === name) return true;
    if (inner.type === 'ParameterExpansion' && inner.parameter === name && inner.operation !== undefined)
      return true;
    if (inner.type !== 'Command' || inner.name === undefined) continue;
    const program = inner.name.value;
    if (/^(read|eval|exit|return|exec|unset|getopts|mapfile|break|continue)$/.test(program)) return true;
    // a copy may be the file, and anything else may make it
    if (
      found !== 'empty' &&
      unquoted(inner.args.at(-1)?.text ?? '') === variable &&
      /^(cp|mv)$/.test(program)
    )
      return true;
    if (
      found !== 'empty' &&
      !/^(echo|printf|cd|cat|sort|head|source|\.|chmod|cp|mv|unzip|pushd)$/.test(program)
    )
      return true;
  }
  return false;
}

function writesFile(node: SyntaxNode): boolean {
  if (node.type !== 'Command' && node.type !== 'Redirected') return false;
  return node.redirects.some((one) => one.type === 'Redirect' && /^&?>/.test(one.operator));
}

function answerOf(node: SyntaxNode): Answer | undefined {
  if (node.type === 'Pipeline') {
    const [only] = node.commands;
    if (node.prefixes.length !== 1 || node.prefixes[0]?.type !== 'Negation' || node.commands.length !== 1)
      return undefined;
    const answer = only === undefined ? undefined : answerOf(only);
    return answer && { ...answer, holds: !answer.holds, test: node };
  }
  if (node.type === 'TestCommand') {
    let { expression } = node;
    let negated = false;
    while (expression.type === 'TestNot') {
      negated = !negated;
      expression = expression.operand;
    }
    if (expression.type !== 'TestUnary') return undefined;
    return answered(expression.operator, expression.operand.text, negated, node);
  }
  const name = node.type === 'Command' ? node.name?.text : undefined;
  if (node.type !== 'Command' || (name !== '[' && name !== 'test')) return undefined;
  const words = node.args.map((word) => word.text);
  if (name === '[') words.pop();
  const negated = words[0] === '!';
  if (negated) words.shift();
  const [operator, operand] = words;
  return words.length === 2 && operator !== undefined && operand !== undefined
    ? answered(operator, operand, negated, node)
    : undefined;
}

function answered(operator: string, operand: string, negated: boolean, test: SyntaxNode): Answer | undefined {
  const variable = unquoted(operand);
  if (variable === undefined) return undefined;
  switch (operator) {
    case '-z':
      return { variable, found: 'empty', holds: !negated, test };
    case '-n':
      return { variable, found: 'empty', holds: negated, test };
    case '-e':
    case '-f':
      return { variable, found: 'no file', holds: negated, test };
    case '-d':
      return { variable, found: 'no folder', holds: negated, test };
    default:
      return undefined;
  }
}

/** `$name` of a word that is one variable, with or without quotes and braces. */
function unquoted(text: string): string | undefined {
  const name = /^"?\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))"?$/.exec(text);
  return name === null ? undefined : `$${name[1] ?? name[2]}`;
}
