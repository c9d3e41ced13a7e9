import { sectionNamed } from '../../facts/sections.ts';
import type { ValueShape } from '../../facts/types.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { keyName } from './key-name.ts';

/** The alternative that fits a node from outside; `undefined` when none does. */
export function chooseShape(node: YamlNode | undefined, shape: ValueShape): ValueShape | undefined {
  if (typeof shape !== 'object' || !('either' in shape)) return fits(node, shape) ? shape : undefined;
  const fitting = shape.either.filter((one) => fits(node, one));
  if (fitting.length < 2) return fitting[0];
  if (node?.kind === 'scalar') {
    if (isExpression(node) && fitting.includes('expression')) return 'expression';
    // a word or a duration is judged only when nothing wider takes the value
    return fitting.find((one) => one === 'text' || one === 'scalar' || one === 'number') ?? fitting[0];
  }
  return fitting.toSorted((left, right) => sharedKeys(node, right) - sharedKeys(node, left))[0];
}

/** How many keys of a section a map has: tells two shapes of one value apart. */
function sharedKeys(node: YamlNode | undefined, shape: ValueShape): number {
  if (typeof shape !== 'object' || !('section' in shape) || node?.kind !== 'map') return 0;
  const { keys } = sectionNamed(shape.section);
  return node.pairs.filter((pair) => keys.some((key) => key.name === keyName(pair))).length;
}

function isExpression(node: YamlScalar): boolean {
  return typeof node.value === 'string' && node.value.includes('${{');
}

function fits(node: YamlNode | undefined, shape: ValueShape): boolean {
  if (shape === 'anything') return true;
  const empty = node === undefined || (node.kind === 'scalar' && node.value === null);
  if (empty) return shape === 'nothing';
  if (typeof shape === 'object') {
    if ('either' in shape) return shape.either.some((one) => fits(node, one));
    if ('list' in shape) return node.kind === 'sequence';
    if ('words' in shape) return node.kind === 'scalar';
    if ('name' in shape) return node.kind === 'scalar' && typeof node.value !== 'boolean';
    return node.kind === 'map';
  }
  if (shape === 'form') return node.kind === 'map';
  if (node.kind !== 'scalar') return false;
  switch (shape) {
    case 'text':
    case 'script':
    case 'scalar':
    case 'action-reference':
      return true;
    case 'boolean':
      return typeof node.value === 'boolean';
    case 'number':
    case 'whole-number':
    case 'positive-number':
      return typeof node.value === 'number';
    case 'duration':
    case 'width':
      return typeof node.value === 'string' || typeof node.value === 'number';
    case 'expression':
      return isExpression(node);
    case 'clock-time':
    case 'pattern':
    case 'shell-command':
      return typeof node.value === 'string';
    case 'nothing':
      return false;
  }
}
