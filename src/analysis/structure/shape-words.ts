import { sectionNamed } from '../../facts/sections.ts';
import type { ValueShape } from '../../facts/types.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';

/** What a shape expects, with its article: `true, false or an expression`. */
export function shapeWords(shape: ValueShape): string {
  if (typeof shape === 'object' && 'either' in shape) {
    const words = shape.either
      .filter((one) => one !== 'nothing')
      .flatMap((one) => (one === 'boolean' ? ['true', 'false'] : [shapeWords(one)]));
    return orList([...new Set(words)]);
  }
  if (typeof shape === 'object') return compoundWords(shape);
  switch (shape) {
    case 'text':
    case 'script':
    case 'scalar':
    case 'action-reference':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'number':
      return 'a number';
    case 'whole-number':
    case 'positive-number':
      return 'a whole number';
    case 'duration':
      return 'a duration such as 30s or 10m';
    case 'clock-time':
      return 'a time such as 01:00:00';
    case 'width':
      return 'a number of pixels or a share such as 50%';
    case 'pattern':
      return 'a regular expression';
    case 'expression':
      return 'an expression';
    case 'nothing':
      return 'nothing';
    case 'anything':
      return 'any value';
    case 'form':
      return 'a map of inputs';
    case 'shell-command':
      return 'bash or sh with options';
  }
}

function compoundWords(shape: Exclude<ValueShape, string | { readonly either: unknown }>): string {
  if ('section' in shape) return 'a map';
  if ('inputs' in shape) return 'a map of inputs';
  if ('name' in shape) return 'a name';
  if ('words' in shape) return orList(shape.words.map((word) => `"${word}"`));
  if ('list' in shape) return `a list${ofItems(shape.list)}`;
  return 'a map';
}

function ofItems(shape: ValueShape): string {
  if (typeof shape === 'object' && 'section' in shape) {
    return ` of ${sectionNamed(shape.section).words.replace(/^an? /, '')}s`;
  }
  return '';
}

/** What a node is, with its article, quoting what the user wrote: `the text "yes"`. */
export function nodeWords(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing';
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'sequence') return 'a list';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'number') return `the number ${node.value}`;
  if (typeof node.value === 'boolean') return `the boolean ${node.value}`;
  return `the text "${shortened(node.value)}"`;
}

/** The first line of a text, cut to a length that fits a message. */
export function shortened(text: string, limit = 40): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length < text.trimEnd().length || line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/** `a`, `a or b`, `a, b or c`. */
export function orList(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `a`, `a and b`, `a, b and c`. */
export function andList(words: readonly string[]): string {
  return joined(words, 'and');
}

function joined(words: readonly string[], last: string): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
