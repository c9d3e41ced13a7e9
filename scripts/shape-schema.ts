import { namePatterns } from '../src/facts/tables/name-patterns.ts';
import type { KeyFact, NamePatternName, SectionFact, ValueShape } from '../src/facts/types.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = {
  type?: unknown;
  pattern?: unknown;
  minimum?: unknown;
  [keyword: string]: unknown;
};

/** A duration: a whole number with or without a unit. */
const durationPattern = '^\\d+[dhms]?$';

/** A time of a form as schedulers write it. */
const clockPattern = '^$|^(\\d+-\\d{1,2}(:\\d{1,2}(:\\d{1,2})?)?|\\d+:\\d{1,2}:\\d{1,2})$';

/** A share of the width of a form. */
const widthPattern = '^\\d+(\\.\\d+)?%?$';

/** Any text with an expression in it. */
const expressionPattern = '\\$\\{\\{';

/** The published pattern of `shell`. */
const shellPattern = '^$|^(/?([^/ ]+/)*)?(bash|sh)( .*)?$';

/** A string that is not blank. */
const writtenPattern = '\\S';

/** The JSON Schema of one shape; sections and inputs are referred to by name. */
export function shapeSchema(shape: ValueShape): JsonSchema {
  if (typeof shape === 'object' && 'either' in shape) return eitherSchema(shape.either);
  if (typeof shape === 'object') return compoundSchema(shape);
  switch (shape) {
    case 'action-reference':
      return reference('call');
    case 'text':
    case 'scalar':
      return { type: ['string', 'number', 'boolean'] };
    case 'script':
      return { type: ['string', 'number', 'boolean'], pattern: writtenPattern };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: 'number' };
    case 'whole-number':
      return { type: 'integer', minimum: 0 };
    case 'positive-number':
      return { type: 'integer', minimum: 1 };
    case 'duration':
      return { type: ['string', 'integer'], pattern: durationPattern, minimum: 0 };
    case 'clock-time':
      return { type: 'string', pattern: clockPattern };
    case 'width':
      return { type: ['string', 'number'], pattern: widthPattern, minimum: 0 };
    case 'pattern':
      return { type: 'string' };
    case 'expression':
      return { type: 'string', pattern: expressionPattern };
    case 'nothing':
      return { type: 'null' };
    case 'anything':
      return {};
    case 'form':
      return {
        type: 'object',
        properties: {
          $meta: {
            description: 'Settings of the whole form: labels, pages, the text of its button.',
            allOf: [reference('form-settings')],
          },
        },
        patternProperties: { [patternOf('key')]: reference('input') },
        additionalProperties: false,
      };
    case 'shell-command':
      return { type: 'string', pattern: shellPattern };
  }
}

/** The JSON Schema of a map with a closed list of keys. */
export function sectionSchema(section: SectionFact): JsonSchema {
  return {
    ...keysSchema(section.keys),
    ...(section.least !== undefined && { minProperties: section.least }),
    ...(section.others !== undefined && {
      patternProperties: { [patternOf(section.others.names)]: shapeSchema(section.others.value) },
    }),
  };
}

/** The JSON Schema of a map with exactly these keys. */
export function keysSchema(keys: readonly KeyFact[]): JsonSchema {
  const required = keys.filter((key) => key.required).map((key) => key.name);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, keySchema(key)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** What an editor shows for a key, and the schema of its value. */
export function keySchema(key: KeyFact): JsonSchema {
  const shared = sharedName(key.value);
  const value = shared === undefined ? shapeSchema(key.value) : reference(shared);
  const described: JsonSchema = {
    description: key.default === undefined ? key.description : `${key.description} Default: ${key.default}.`,
    ...(key.retired !== undefined && {
      deprecated: true,
      deprecationMessage: `write ${key.retired} instead`,
    }),
  };
  // draft 7 ignores what stands beside a $ref
  return '$ref' in value ? { ...described, allOf: [value] } : { ...described, ...value };
}

/** Shapes that stand under many keys; each is one definition of the workflow schema. */
export const sharedShapes: Readonly<Record<string, ValueShape>> = {
  text: 'text',
  'boolean-or-expression': { either: ['boolean', 'expression'] },
  'number-or-expression': { either: ['number', 'expression'] },
  'duration-or-expression': { either: ['duration', 'expression'] },
};

function sharedName(shape: ValueShape): string | undefined {
  const text = JSON.stringify(shape);
  return Object.keys(sharedShapes).find((name) => JSON.stringify(sharedShapes[name]) === text);
}

/** The pattern of a kind of names. */
export function patternOf(name: NamePatternName): string {
  return namePatterns.find((pattern) => pattern.name === name)?.pattern ?? '^';
}

/** Refers to a definition of the workflow schema. */
export function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

function compoundSchema(shape: Exclude<ValueShape, string | { readonly either: unknown }>): JsonSchema {
  if ('section' in shape) return reference(shape.section);
  if ('inputs' in shape) {
    return {
      type: 'object',
      patternProperties: { [patternOf('key')]: reference('input') },
      additionalProperties: false,
    };
  }
  if ('name' in shape) return { type: ['string', 'number'], pattern: patternOf(shape.name) };
  if ('words' in shape) {
    const { words, meanings } = shape;
    return {
      enum: [...words],
      ...(meanings && { enumDescriptions: words.map((word) => meanings[word] ?? '') }),
    };
  }
  if ('list' in shape) {
    const items = shapeSchema(shape.list);
    return {
      type: 'array',
      ...(Object.keys(items).length > 0 && { items }),
      ...(shape.least !== undefined && { minItems: shape.least }),
    };
  }
  return {
    type: 'object',
    ...(shape.names === 'any-name'
      ? { additionalProperties: shapeSchema(shape.map) }
      : {
          patternProperties: { [patternOf(shape.names)]: shapeSchema(shape.map) },
          additionalProperties: false,
        }),
    ...(shape.least !== undefined && { minProperties: shape.least }),
  };
}

/** Alternatives; those of different types are merged into one, so that an editor shows one error and not several. */
function eitherSchema(shapes: readonly ValueShape[]): JsonSchema {
  const parts = shapes.map(shapeSchema);
  if (parts.some((part) => '$ref' in part || 'enum' in part)) return { anyOf: parts };
  const merged: JsonSchema = {};
  const types = new Set<unknown>();
  const patterns: unknown[] = [];
  let anyText = false;
  for (const part of parts) {
    const own = [part.type].flat();
    for (const type of own) types.add(type);
    if (own.includes('string')) {
      if ('pattern' in part) patterns.push(part.pattern);
      else anyText = true;
    }
    for (const [keyword, value] of Object.entries(part)) {
      if (keyword !== 'type' && keyword !== 'pattern') merged[keyword] = value;
    }
  }
  // a lower bound of one alternative must not bind the numbers of another
  if (shapes.includes('number')) delete merged.minimum;
  if (types.has('number')) types.delete('integer');
  return {
    type: types.size === 1 ? [...types][0] : [...types],
    ...(!anyText && patterns.length > 0 && { pattern: patterns.join('|') }),
    ...merged,
  };
}
