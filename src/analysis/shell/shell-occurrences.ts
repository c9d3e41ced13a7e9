import { type Script, stretchAt, stretchesWithin } from '../../model/script.ts';
import type { ParameterExpansionPart, ScriptNode, Word, WordPart } from '../../syntax/bash/tree.ts';
import type { ShellCommand } from './shell-command.ts';

/** The quotes around a place in a shell script. */
export type Quote = 'none' | 'double' | 'single' | 'here-doc' | 'quoted-here-doc' | 'arithmetic';

/** What the word is for in which something stands. */
export type WordRole =
  | 'argument'
  | 'assignment'
  | 'redirection'
  | 'here-string'
  | 'here-doc'
  | 'test'
  | 'list';

/** A variable that is expanded, or a `${{ … }}` that was put in before the shell read the script. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The variable, or `undefined` for an expression of the workflow. */
  readonly variable: string | undefined;
  readonly hole: Script['holes'][number] | undefined;
  readonly quote: Quote;
  readonly role: WordRole;
  /** The command to whose words it belongs; `undefined` in tests and lists. */
  readonly command: ShellCommand | undefined;
  /** The word in which it stands; a here-document's whole body. */
  readonly word: { readonly pos: number; readonly end: number; readonly text: string };
  /** Whether the value itself appears: not in `${x:+set}`, `${#x}` or a part of it, `${x:0:4}`. */
  readonly exposes: boolean;
  /** The variable to which the word is assigned. */
  readonly assigned: string | undefined;
}

/** What is known of the word in which something may stand. */
export interface OccurrencePlace {
  readonly role: WordRole;
  readonly command: ShellCommand | undefined;
  readonly quote: Quote;
  readonly assigned?: string;
}

interface TextNode {
  readonly pos: number;
  readonly end: number;
  readonly text: string;
  readonly parts?: readonly WordPart[] | undefined;
}

/** The variables and expressions of a word or a here-document, those of substitutions inside it left out. */
export function occurrencesIn(script: Script, node: TextNode, place: OccurrencePlace): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const { role, command, assigned } = place;
  const add = (
    { start, end }: { readonly start: number; readonly end: number },
    variable: string | undefined,
    hole: Occurrence['hole'],
    quote: Quote,
    exposes: boolean,
  ): void => {
    found.push({ start, end, variable, hole, quote, role, command, word: node, exposes, assigned });
  };
  const addHoles = (start: number, end: number, quote: Quote): void => {
    for (const hole of stretchesWithin(script.holes, start, end)) add(hole, undefined, hole, quote, true);
  };
  const addVariable = ({ pos, end }: WordPart, variable: string, quote: Quote, exposes: boolean): void => {
    add({ start: pos, end }, variable, undefined, quote, exposes);
  };
  const visit = (parts: readonly WordPart[], quote: Quote): void => {
    for (const part of parts) {
      switch (part.type) {
        case 'SimpleExpansion':
          if (!isFilled(script, part)) addVariable(part, part.text.slice(1), quote, true);
          break;
        case 'ParameterExpansion':
          if (stretchAt(script.holes, part.pos)) addHoles(part.pos, part.end, quote);
          else if (!isFilled(script, part)) {
            addVariable(part, part.parameter, quote, exposesValue(part));
            for (const word of operandsOf(part)) visit(word.parts ?? [], quote);
          }
          break;
        case 'DoubleQuoted':
        case 'LocaleString':
          visit(part.parts, 'double');
          break;
        case 'SingleQuoted':
        case 'AnsiCQuoted':
          addHoles(part.pos, part.end, 'single');
          break;
        case 'ArithmeticExpansion':
          addHoles(part.pos, part.end, 'arithmetic');
          break;
        case 'CommandExpansion':
        case 'ProcessSubstitution':
          break;
        default:
          if ('parts' in part && part.parts !== undefined) visit(part.parts, quote);
      }
    }
  };
  if (node.parts === undefined) addHoles(node.pos, node.end, place.quote);
  else visit(node.parts, place.quote);
  return found;
}

/** Whether the shell that writes the script has put a value in the place of the expansion. */
function isFilled(script: Script, { pos }: WordPart): boolean {
  return stretchAt(script.filled ?? [], pos) !== undefined;
}

/**
 * The scripts inside `$(…)`, backticks and `<(…)` of a word, the outermost only. Backticks with escapes in them are
 * left out: once decoded, their characters have no place in the file.
 */
export function* substitutionsIn(parts: readonly WordPart[]): Generator<ScriptNode> {
  for (const part of parts) {
    if (part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution') {
      if (part.script !== undefined && part.script.source === undefined) yield part.script;
    } else if (part.type === 'ParameterExpansion') {
      for (const word of operandsOf(part)) yield* substitutionsIn(word.parts ?? []);
    } else if ('parts' in part && part.parts !== undefined) yield* substitutionsIn(part.parts);
  }
}

function exposesValue({ prefix, operation }: ParameterExpansionPart): boolean {
  if (prefix !== undefined || operation?.type === 'Slice') return false;
  return !(operation?.type === 'Default' && operation.operator.endsWith('+'));
}

function operandsOf({ operation }: ParameterExpansionPart): readonly Word[] {
  if (operation === undefined) return [];
  if (operation.type === 'Replace') return [operation.pattern, operation.replacement];
  return 'operand' in operation && operation.operand !== undefined ? [operation.operand] : [];
}
