import { sectionNamed } from '../../facts/sections.ts';
import type { ValueShape } from '../../facts/types.ts';

/** A shape in the words of the reference: `list of text, or expression`. */
export function shapeText(shape: ValueShape): string {
  if (typeof shape === 'string') return shape.replaceAll('-', ' ');
  if ('either' in shape) return shape.either.map(shapeText).join(', or ');
  if ('section' in shape) return sectionNamed(shape.section).words;
  if ('words' in shape) return shape.words.join(' or ');
  if ('list' in shape) return `list of ${shapeText(shape.list)}`;
  if ('inputs' in shape) return 'map of inputs';
  if ('name' in shape) return 'a name';
  return `map of ${shapeText(shape.map)}`;
}
