import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { type FieldValues, fieldValues } from '../../analysis/variables/field-values.ts';
import { suggest } from '../../base/suggest.ts';
import type { Script } from '../../model/script.ts';
import type { CompoundList, NodeOf, SyntaxNode, Word } from '../../syntax/bash/tree.ts';
import { childrenOf } from '../../syntax/bash/walk.ts';

/** A text with which a script compares a choice of the form, and that the choice never is. */
export interface ImpossibleTest {
  readonly literal: Word;
  readonly text: string;
  readonly choice: FieldValues;
  /** The value that was probably meant. */
  readonly near: string | undefined;
}

/** One comparison of a choice with a text. */
interface Comparison {
  readonly literal: Word;
  readonly text: string;
  /** What it is one alternative of: the others may be for other callers. */
  readonly unit: SyntaxNode;
  /** Whether something is provided for values that are named nowhere. */
  readonly hasDefault: boolean;
}

/** Words for "nothing chosen", which a field that is hidden or ignored may be. */
const nothing: ReadonlySet<string> = new Set(['', 'undefined', 'null', 'none', 'None', 'nil']);

/** The comparisons of a script that can never hold, because the form does not offer the text. */
export function impossibleTests(script: Script, context: AnalysisContext): readonly ImpossibleTest[] {
  const { tree } = context.ask(parsedScript, script);
  const found: ImpossibleTest[] = [];
  const choices = new Map<string, { readonly choice: FieldValues; readonly tests: Comparison[] }>();
  const known = new Map<string, FieldValues | undefined>();
  for (const { word, ...comparison } of comparisonsIn(tree)) {
    if (!known.has(word.text)) known.set(word.text, fieldValues(word, script, context));
    const choice = known.get(word.text);
    if (choice === undefined) continue;
    const all = choices.get(choice.key);
    if (all === undefined) choices.set(choice.key, { choice, tests: [comparison] });
    else all.tests.push(comparison);
  }
  for (const { choice, tests } of choices.values()) found.push(...impossibleAmong(choice, tests));
  return found;
}

function impossibleAmong(choice: FieldValues, tests: readonly Comparison[]): readonly ImpossibleTest[] {
  const { values, isFlag } = choice;
  const possible = tests.filter(({ text }) => matches(text, values).length > 0);
  const handled = new Set(possible.flatMap(({ text }) => matches(text, values)));
  const unhandled = values.filter((value) => !handled.has(value));
  return tests.flatMap((test) => {
    const { text, literal, unit, hasDefault } = test;
    if (nothing.has(text) || possible.includes(test) || /[*?[\]]/.test(text)) return [];
    const near = isFlag ? flagFor(text) : nearest(text, unhandled);
    const told = [{ literal, text, choice, near }];
    if (possible.length === 0) return told;
    if (isFlag || possible.some((other) => other.unit === unit)) return [];
    if (near !== undefined) return told;
    return unhandled.length > 0 && !hasDefault ? told : [];
  });
}

/** The values that a pattern of the shell takes. */
function matches(pattern: string, values: readonly string[]): readonly string[] {
  if (!/[*?[\]]/.test(pattern)) return values.includes(pattern) ? [pattern] : [];
  // what brackets hold is not looked into: they may take anything
  const taken = pattern.replace(/\[.*\]/g, '*').replace(/[.+^${}()|\\]/g, '\\$&');
  const expression = new RegExp(`^${taken.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 's');
  return values.filter((value) => expression.test(value));
}

function flagFor(text: string): string | undefined {
  if (/^(true|yes|on|1|y|t)$/i.test(text)) return 'true';
  return /^(false|no|off|0|n|f)$/i.test(text) ? 'false' : undefined;
}

function nearest(text: string, unhandled: readonly string[]): string | undefined {
  const same = unhandled.find((value) => value.toLowerCase() === text.toLowerCase());
  // every short word is near to every other, and numbers part one option from the next
  if (same !== undefined || text.length < 4) return same;
  const near = suggest(text, unhandled);
  return near?.replace(/\d/g, '') === text.replace(/\d/g, '') ? undefined : near;
}

/** Every comparison of a word with a literal one in tests and `case`, in the order of the text. */
function* comparisonsIn(tree: SyntaxNode): Generator<Comparison & { readonly word: Word }> {
  const pending: {
    readonly node: SyntaxNode;
    readonly unit: SyntaxNode | undefined;
    readonly hasDefault: boolean;
  }[] = [{ node: tree, unit: undefined, hasDefault: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    let { unit, hasDefault } = next;
    if (node.type === 'Case') yield* casesOf(node);
    if (node.type === 'If') hasDefault = node.else !== undefined && !fails(node.else);
    if (node.type === 'AndOr' || node.type === 'TestCommand') unit ??= node;
    if (node.type === 'CompoundList') unit = node.commands.length > 1 ? undefined : unit;
    for (const { word, literal } of pairsIn(node)) {
      const text = literalOf(literal);
      if (text !== undefined) yield { word, literal, text, unit: unit ?? node, hasDefault };
    }
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push({ node: child, unit, hasDefault });
    }
  }
}

function* casesOf(node: NodeOf<'Case'>): Generator<Comparison & { readonly word: Word }> {
  const hasDefault = node.items.some(
    ({ pattern, body }) => pattern.some(({ text }) => /^(\*|\?\*)$/.test(text)) && !fails(body),
  );
  for (const item of node.items) {
    for (const literal of item.pattern) {
      const text = literalOf(literal);
      if (text !== undefined && !/^\*+$/.test(text))
        yield { word: node.word, literal, text, unit: item, hasDefault };
    }
  }
}

/** The words that a node compares, either way round. */
function* pairsIn(node: SyntaxNode): Generator<{ readonly word: Word; readonly literal: Word }> {
  if (node.type === 'TestBinary' && /^(=|==|!=)$/.test(node.operator)) {
    yield* eitherWay(node.left, node.right);
  } else if (node.type === 'Command' && /^(\[|test)$/.test(node.name?.value ?? '')) {
    const words = node.args.filter((word) => word.type === 'Word');
    for (const [index, { text }] of words.entries()) {
      const [left, right] = [words[index - 1], words[index + 1]];
      if (/^(=|==|!=)$/.test(text) && left !== undefined && right !== undefined)
        yield* eitherWay(left, right);
    }
  }
}

function* eitherWay(left: Word, right: Word): Generator<{ readonly word: Word; readonly literal: Word }> {
  if (left.text.includes('$') && !right.text.includes('$')) yield { word: left, literal: right };
  if (right.text.includes('$') && !left.text.includes('$')) yield { word: right, literal: left };
}

/** Whether a branch ends the script, or says that something is wrong. */
function fails(body: CompoundList): boolean {
  return body.commands.some(
    ({ command }) =>
      command.type === 'Command' &&
      /^(exit|return)$/.test(command.name?.value ?? '') &&
      command.args[0] !== undefined &&
      command.args[0].text !== '0',
  );
}
