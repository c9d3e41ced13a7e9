import type { JsonSchema } from './shape-schema.ts';

/** A map with exactly these keys: those of `required` must be there, those of `optional` may. */
export function objectSchema(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
  description?: string,
): JsonSchema {
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    properties: { ...required, ...optional },
    ...(Object.keys(required).length > 0 && { required: Object.keys(required) }),
    additionalProperties: false,
  };
}

/** A list of one kind of items. */
export function listSchema(items: JsonSchema, description?: string): JsonSchema {
  return { type: 'array', ...(description !== undefined && { description }), items };
}

/** One of these words. */
export function wordsSchema(words: readonly string[], description?: string): JsonSchema {
  return { ...(description !== undefined && { description }), enum: [...words] };
}

/** What must hold where a condition holds. */
export function conditionalSchema(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
  ]);
}
