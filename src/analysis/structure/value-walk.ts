import { clockSeconds } from '../../base/clock-time.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { NamePatternName, ValueShape } from '../../facts/types.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { chooseShape } from './choose-shape.ts';
import { checkName } from './name-check.ts';
import { orList, shapeWords } from './shape-words.ts';
import { type Slot, type StructureWalk, slotOf } from './walk.ts';
import { reportWrongType } from './wrong-type.ts';

/** Checks a value against a shape, and what is inside it. */
export function walkValue(slot: Slot, shape: ValueShape, walk: StructureWalk): void {
  const chosen = chooseShape(slot.node, shape);
  if (chosen === undefined) reportWrongType(slot, shape, walk);
  else walkChosen(slot, chosen, walk);
}

function walkChosen(slot: Slot, shape: ValueShape, walk: StructureWalk): void {
  const { node } = slot;
  if (typeof shape === 'string') {
    walkPlain(slot, shape, walk);
    return;
  }
  if (node === undefined || 'either' in shape) return;
  if ('words' in shape) {
    if (node.kind === 'scalar') checkWord(slot, node, shape.words, walk);
    return;
  }
  if ('name' in shape) {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
      checkName(node, shape.name, nameOwner(slot.key), walk.report);
    }
    return;
  }
  if (node.kind === 'sequence') {
    if ('list' in shape) walkList(slot, node, shape, walk);
    return;
  }
  if (node.kind !== 'map') return;
  if ('section' in shape) walk.section(node, shape.section, slot);
  else if ('inputs' in shape) walk.inputs(node);
  else if ('map' in shape) walkMap(slot, node, shape, walk);
}

function walkPlain(slot: Slot, shape: Extract<ValueShape, string>, walk: StructureWalk): void {
  const { node } = slot;
  if (shape === 'form') {
    if (node?.kind === 'map') walk.form(node);
    return;
  }
  if (node?.kind !== 'scalar') return;
  const text = node.text.text;
  if (shape === 'script' && text.trim() === '') {
    walk.report('empty-value', {
      message: `${slot.words} is empty, expected a script`,
      at: slot.at,
      help: `write the commands, or remove "${slot.key}"`,
    });
  }
  if (shape === 'duration' && !/^\d+[dhms]?$/.test(text)) {
    walk.report('invalid-duration', {
      message: `"${text}" is not a duration, expected a whole number with d, h, m or s, or alone for seconds`,
      at: node.span,
      help: durationHelp(text),
    });
  }
  if (shape === 'shell-command' && !/^$|^(\/?([^/ ]+\/)*)?(bash|sh)( .*)?$/.test(text)) {
    walk.report('invalid-shell', {
      message: `"${text}" is not a shell that the platform runs, expected bash or sh with options`,
      at: node.span,
      help: 'start other interpreters inside "run"',
    });
  }
  if (shape === 'clock-time' && text !== '' && clockSeconds(text) === undefined) {
    const isQuoted = /^-?\d+$/.test(text);
    walk.report('invalid-clock-time', {
      message: `"${text}" is not a time, expected seconds, as 3600`,
      at: node.span,
      help: isQuoted
        ? `write ${text} without quotes`
        : 'one hour is 3600; older forms have HH:MM:SS or D-HH:MM:SS',
    });
  }
  if (shape === 'width' && !/^\d+(\.\d+)?%?$/.test(text)) {
    walk.report('invalid-value', {
      message: `${slot.words} cannot be "${text}", expected ${shapeWords(shape)}`,
      at: node.span,
      help: widthHelp(text),
    });
  }
  if (shape === 'pattern') checkPattern(slot, node, walk);
  const least = shape === 'whole-number' ? 0 : shape === 'positive-number' ? 1 : undefined;
  if (least !== undefined && typeof node.value === 'number') {
    if (!Number.isInteger(node.value) || node.value < least) {
      walk.report('number-out-of-range', {
        message: `${slot.words} is ${node.value}, expected a whole number of at least ${least}`,
        at: node.span,
        help: `write ${Math.max(least, Math.round(node.value))}, or another whole number`,
      });
    }
  }
}

function widthHelp(text: string): string {
  const pixels = /^(\d+)\s*px$/.exec(text)?.[1];
  return pixels === undefined ? 'write a number, as 200, or a share, as 50%' : `write ${pixels}`;
}

/** Checks a regular expression, which the form reads as JavaScript does. */
function checkPattern(slot: Slot, node: YamlScalar, walk: StructureWalk): void {
  const text = node.text.text;
  try {
    new RegExp(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.replace(/^.*\/: /, '').toLowerCase() : '';
    walk.report('invalid-value', {
      message: `${slot.words} "${text}" is no regular expression${reason === '' ? '' : `: ${reason}`}`,
      at: node.span,
      help: 'put a backslash before characters that are meant as they are',
    });
  }
}

function durationHelp(text: string): string {
  const clock = /^(?:(\d+):)?(\d+):(\d+)$/.exec(text);
  if (clock !== null) {
    const [hours, minutes, seconds] = [clock[1] ?? '0', clock[2] ?? '0', clock[3] ?? '0'].map(Number);
    return `write ${(hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)}s`;
  }
  return 'write one number and one unit, as 90s or 2h';
}

function walkList(
  slot: Slot,
  node: Extract<YamlNode, { kind: 'sequence' }>,
  shape: { readonly list: ValueShape; readonly least?: number },
  walk: StructureWalk,
): void {
  if (node.items.length < (shape.least ?? 0)) {
    walk.report('empty-list', {
      message: `${slot.words} is an empty list, expected at least one item`,
      at: node.span,
    });
  }
  for (const item of node.items) {
    walkValue(
      { key: slot.key, words: `an item of ${slot.words}`, node: item, at: item?.span ?? slot.at },
      shape.list,
      walk,
    );
  }
}

function walkMap(
  slot: Slot,
  node: YamlMap,
  shape: { readonly map: ValueShape; readonly names: NamePatternName; readonly least?: number },
  walk: StructureWalk,
): void {
  if (node.pairs.length < (shape.least ?? 0)) {
    walk.report('empty-list', {
      message: `${slot.words} is empty, expected at least one entry`,
      at: node.span,
    });
  }
  for (const pair of node.pairs) {
    checkName(pair.key, shape.names, nameOwner(slot.key), walk.report);
    const entry = slotOf(pair);
    walkValue({ ...entry, words: entryWords(slot.key, entry.words) }, shape.map, walk);
  }
}

/** How messages name an entry of a map of names. */
function entryWords(key: string, words: string): string {
  switch (key) {
    case 'jobs':
      return `job ${words}`;
    case 'sessions':
      return `session ${words}`;
    case 'links':
      return `link ${words}`;
    default:
      return words;
  }
}

function nameOwner(key: string): string {
  switch (key) {
    case 'jobs':
      return 'job name';
    case 'env':
      return 'environment variable';
    case 'links':
      return 'link name';
    case 'id':
      return 'step id';
    case 'organizationVariables':
      return 'organization variable';
    case 'outputs':
      return 'output name';
    default:
      return 'name';
  }
}

/** Checks a word against the ones that are allowed. */
function checkWord(slot: Slot, node: YamlScalar, words: readonly string[], walk: StructureWalk): void {
  const text = node.text.text;
  if (words.includes(text)) return;
  const near = suggest(text, words);
  walk.report('invalid-value', {
    message: `${slot.words} cannot be "${text}", expected ${orList(words.map((word) => `"${word}"`))}`,
    at: node.span,
    ...(near !== undefined && {
      ...didYouMean(node.span, near),
    }),
  });
}
