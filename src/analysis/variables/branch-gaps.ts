import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { CompoundList, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { type Assignment, assignmentsOf } from './assignments.ts';
import { allNames, type Read, readsIn } from './flow.ts';
import { askedNames } from './unset-reads.ts';

/** A variable that every branch sets but one, which seems to have been forgotten. */
export interface BranchGap {
  readonly read: Read;
  /** The branch that does not set it, as offsets into the script's text. */
  readonly branch: { readonly start: number; readonly end: number };
  /** The first place that sets it, in another branch. */
  readonly set: Assignment;
  /** What that branch sets in its place. */
  readonly instead: string | undefined;
}

interface Arm {
  readonly list: CompoundList;
  readonly names: ReadonlySet<string>;
  /** Whether control does not come out at its end. */
  readonly leaves: boolean;
}

/** The variables that are read behind an `if` or a `case` of which one branch forgot to set them. */
export function branchGaps(script: Script, context: AnalysisContext): readonly BranchGap[] {
  const { tree, nodes, faults } = context.ask(parsedScript, script);
  if (faults.length > 0) return [];
  const assignments = context.ask(assignmentsOf, tree);
  const asked = askedNames(script.shell.text);
  const found: BranchGap[] = [];
  for (const node of nodes('Script', 'CompoundList')) {
    for (const [index, { command }] of node.commands.entries()) {
      const arms = armsOf(command);
      if (arms === undefined) continue;
      for (const [name, branch, instead] of forgotten(arms, command, script.shell.text)) {
        const all = assignments.get(name) ?? [];
        const [set] = all;
        if (set === undefined || asked.has(name)) continue;
        if (all.some(({ start, end }) => start < command.pos || end > command.end)) continue;
        const read = firstRead(name, node.commands.slice(index + 1), instead !== undefined);
        if (read === undefined) continue;
        found.push({ read, branch: { start: branch.list.pos, end: branch.list.end }, set, instead });
      }
    }
  }
  return found;
}

/** The branches of an `if` with an `else`, or of a `case`. */
function armsOf(node: SyntaxNode): readonly Arm[] | undefined {
  if (node.type === 'If') {
    if (node.else === undefined) return undefined;
    return [node.then, ...node.elif.map((arm) => arm.then), node.else].map(armOf);
  }
  return node.type === 'Case' ? node.items.map((item) => armOf(item.body)) : undefined;
}

function armOf(list: CompoundList): Arm {
  const last = list.commands.at(-1)?.command;
  const name = last?.type === 'Command' ? (last.name?.value ?? '') : '';
  return { list, names: allNames(list), leaves: /^(exit|return|exec|break|continue|fail|die)$/.test(name) };
}

/** The names that a branch forgot, with what shows it: `[name, branch, what it sets instead]`. */
function* forgotten(
  arms: readonly Arm[],
  node: SyntaxNode,
  text: string,
): Generator<readonly [string, Arm, string | undefined]> {
  const going = arms.filter(({ leaves }) => !leaves);
  const names = new Set(going.flatMap((arm) => [...arm.names]));
  for (const name of names) {
    const without = going.filter((arm) => !arm.names.has(name));
    const [branch] = without;
    if (branch === undefined || without.length > 1 || going.length < 2) continue;
    const twice = setTwice(branch.list);
    if (twice !== undefined) {
      yield [name, branch, twice];
      continue;
    }
    if (node.type === 'If') {
      const other = [...branch.names].find(
        (one) => !isRead(one, text) && going.every((arm) => arm === branch || !arm.names.has(one)),
      );
      if (other !== undefined && going.length === 2) yield [name, branch, other];
    } else if (going.length >= 3 && branch.list.commands.length > 0) yield [name, branch, undefined];
  }
}

/** The variable that a list sets twice in a row, without a look at the first value. */
function setTwice(list: CompoundList): string | undefined {
  const set = new Map<string, number>();
  for (const [index, { command }] of list.commands.entries()) {
    const part = command.type === 'Command' && command.name === undefined ? command.prefix[0] : undefined;
    if (part?.type !== 'Assignment' || part.text.includes('+=')) return undefined;
    const before = set.get(part.name);
    if (before !== undefined && !part.text.slice(part.name.length).includes(part.name)) return part.name;
    set.set(part.name, index);
  }
  return undefined;
}

function isRead(name: string, text: string): boolean {
  return new RegExp(
    `\\$\\{?[#!]?${escapePattern(name)}\\b|\\bexport\\b[^\\n]*\\b${escapePattern(name)}\\b`,
  ).test(text);
}

/** The first read of a variable on the way behind the branches, where nothing may have left it before. */
function firstRead(name: string, statements: readonly Statement[], anywhere: boolean): Read | undefined {
  for (const statement of statements) {
    const { command } = statement;
    if (command.type === 'If' || command.type === 'Case' || command.type === 'AndOr') {
      if (mayLeave(command)) return undefined;
      if (command.type !== 'AndOr') continue;
    }
    if (command.type === 'Function') continue;
    const read = readsIn(statement).find((one) => one.name === name);
    if (read === undefined) continue;
    return anywhere || needsValue(read) ? read : undefined;
  }
  return undefined;
}

function mayLeave(node: SyntaxNode): boolean {
  for (const inner of allNodes(node))
    if (
      inner.type === 'Command' &&
      /^(exit|return|exec|break|continue|fail|die)$/.test(inner.name?.value ?? '')
    )
      return true;
  return false;
}

/** Whether an empty value cannot be meant: as the first word of a command, or as a part of a longer word. */
function needsValue({ command, start, end }: Read): boolean {
  if (command === undefined) return false;
  const word = [...(command.name === undefined ? [] : [command.name]), ...command.args].find(
    (one) => one.pos <= start && end <= one.end,
  );
  if (word === undefined) return false;
  return word === command.name || (word.end - word.pos > end - start + 2 && word.text.includes('/'));
}
