import type { Finding, Fix } from '../../diagnostics/finding.ts';
import type { ValueShape } from '../../facts/types.ts';
import { verbatim } from '../../source/mapped-text.ts';
import { parseExpression } from '../../syntax/expression/parse-expression.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { nodeWords, shapeWords } from './shape-words.ts';
import type { Slot, StructureWalk } from './walk.ts';
import { writtenLike } from './written-scalar.ts';

/** Reports a value that no alternative of its shape fits. */
export function reportWrongType(slot: Slot, shape: ValueShape, walk: StructureWalk): void {
  const { report } = walk;
  const { node } = slot;
  const expected = shapeWords(shape);
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) {
    const isMinor = slot.required !== true && alternatives(shape).every(isPlain);
    report('empty-value', {
      ...(isMinor && { severity: 'warning' as const }),
      message: `${slot.words} is empty, expected ${expected}`,
      at: slot.at,
      help: slot.words.startsWith('an item')
        ? 'write the item, or remove the dash'
        : 'write a value, or remove the key',
    });
    return;
  }
  const quoted = quotedValue(node, shape);
  if (quoted !== undefined) {
    report('quoted-value', quoted(slot, expected));
    return;
  }
  const tight = tightMark(node, shape);
  if (tight !== undefined) {
    report('wrong-type', tight);
    return;
  }
  const repair = repairOf(node, shape) ?? inBraces(node, shape, walk.root);
  report('wrong-type', {
    message: `${slot.words} is ${nodeWords(node)}, expected ${expected}`,
    at: node.kind === 'scalar' ? node.span : slot.at,
    ...(repair !== undefined && { help: `write ${repair.edits[0].replacement}`, fix: repair }),
    ...(node.kind === 'sequence' &&
      isInputs(shape) && { help: 'write each input under its name, without a dash' }),
  });
}

/** A boolean or number in quotes, where the platform wants it without. */
function quotedValue(
  node: YamlNode,
  shape: ValueShape,
): ((slot: Slot, expected: string) => Finding) | undefined {
  if (node.kind !== 'scalar' || (node.style !== 'single-quoted' && node.style !== 'double-quoted')) {
    return undefined;
  }
  const text = node.text.text;
  const wanted = alternatives(shape);
  const boolean = wanted.includes('boolean') && /^(true|false)$/.test(text);
  const number =
    wanted.some((leaf) => leaf === 'number' || leaf === 'whole-number' || leaf === 'positive-number') &&
    /^-?\d+(\.\d+)?$/.test(text);
  if (!boolean && !number) return undefined;
  return (slot, expected) => ({
    message: `${slot.words} is text because of the quotes, expected ${expected}`,
    at: node.span,
    help: `write ${text} without quotes`,
    fix: {
      title: 'remove the quotes',
      safety: 'safe',
      edits: [{ span: node.span, replacement: text }],
    },
  });
}

/** A colon or a dash without a blank behind it, which YAML does not take for one. */
function tightMark(node: YamlNode, shape: ValueShape): Finding | undefined {
  const key = node.kind === 'map' ? node.pairs[0]?.key : node.kind === 'scalar' ? node : undefined;
  if (key?.kind !== 'scalar' || key.style !== 'plain') return undefined;
  const { text } = key.text;
  const isList = wantsList(shape);
  const mark = node.kind === 'map' && isList ? /^-(?=[\w'"])/.exec(text) : undefined;
  const colon = node.kind === 'scalar' && !isList ? /^[a-z][\w-]*:(?=[^\s/])/.exec(text) : undefined;
  const found = mark ?? colon;
  if (!found || (colon && !wantsMap(shape))) return undefined;
  const at = key.span.start + found[0].length;
  const rest = text.slice(found[0].length);
  return {
    message: `there is no blank after the ${mark ? 'dash' : 'colon'} in "${text}"`,
    at: key.span,
    help: `write "${found[0]} ${rest}"`,
    fix: {
      title: `put a blank after the ${mark ? 'dash' : 'colon'}`,
      safety: 'unsafe',
      edits: [{ span: { ...key.span, start: at, end: at }, replacement: ' ' }],
    },
  };
}

function wantsList(shape: ValueShape): boolean {
  return alternatives(shape).some((one) => typeof one === 'object' && 'list' in one);
}

function wantsMap(shape: ValueShape): boolean {
  return alternatives(shape).some(
    (one) => typeof one === 'object' && ('section' in one || 'map' in one || 'inputs' in one),
  );
}

/** What a slip of the pen was meant to be. */
function repairOf(node: YamlNode, shape: ValueShape): Fix | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const text = node.text.text;
  if (alternatives(shape).includes('boolean') && /^(yes|no|on|off)$/i.test(text)) {
    return {
      title: 'write it as a boolean',
      safety: 'unsafe',
      edits: [{ span: node.span, replacement: /^(yes|on)$/i.test(text) ? 'true' : 'false' }],
    };
  }
  const list = alternatives(shape).find((one) => typeof one === 'object' && 'list' in one);
  if (list !== undefined && typeof list === 'object' && 'list' in list && list.list === 'text') {
    return {
      title: 'make it a list',
      safety: 'unsafe',
      edits: [{ span: node.span, replacement: `[${text}]` }],
    };
  }
  return undefined;
}

/** A reference or condition without the braces that make it an expression. */
function inBraces(node: YamlNode, shape: ValueShape, root: YamlNode): Fix | undefined {
  if (node.kind !== 'scalar' || !alternatives(shape).includes('expression')) return undefined;
  const text = node.text.text.trim();
  const inner = /^\{\{(.*)\}\}$/s.exec(text)?.[1]?.trim() ?? text;
  if (!/^[!(\s]*(inputs|needs|sessions|matrix|env|org|var)?\.[\w-]/.test(inner)) return undefined;
  if (parseExpression(verbatim(node.span.file, inner, 0)).expression === undefined) return undefined;
  return {
    title: 'make it an expression',
    safety: 'unsafe',
    edits: [{ span: node.span, replacement: writtenLike(node, `\${{ ${inner} }}`, root) }],
  };
}

function isInputs(shape: ValueShape): boolean {
  return alternatives(shape).some((one) => one === 'form' || (typeof one === 'object' && 'inputs' in one));
}

/** Whether a shape is a single value; leaving one out that is not required changes nothing. */
function isPlain(shape: ValueShape): boolean {
  return typeof shape === 'string'
    ? shape !== 'script' && shape !== 'form'
    : 'words' in shape || 'name' in shape;
}

function alternatives(shape: ValueShape): readonly ValueShape[] {
  return typeof shape === 'object' && 'either' in shape ? shape.either : [shape];
}
