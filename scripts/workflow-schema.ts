import { inputTypes, keysOfInputType } from '../src/facts/input-types.ts';
import { allSections } from '../src/facts/sections.ts';
import { actions } from '../src/facts/tables/actions.ts';
import type { InputTypeFact } from '../src/facts/types.ts';
import { callConditions, callDefinitions, callsSchema } from './calls-schema.ts';
import { conditionalSchema } from './object-schema.ts';
import { snippetsOf } from './schema-snippets.ts';
import {
  type JsonSchema,
  keysSchema,
  reference,
  sectionSchema,
  shapeSchema,
  sharedShapes,
} from './shape-schema.ts';

/** Where the schema is published; the address that editors are pointed to. */
const schemaId = 'https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/workflow.schema.json';

/** Where people read about what it describes. */
const documentation = 'https://github.com/org/pw-workflow-check/blob/v1/docs/reference/README.md';

/**
 * The JSON Schema of workflow.yaml, made from the tables of facts, as draft 7 because that is what
 * yaml-language-server knows best.
 */
export function workflowSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId,
    title: 'Parallel Works ACTIVATE workflow',
    description: `Made from public documents and published workflows; the platform serves its own schema at /workflow.schema.json. What each key means, with evidence: ${documentation}`,
    ...definitionOf('workflow'),
    definitions: {
      ...Object.fromEntries(Object.entries(sharedShapes).map(([name, shape]) => [name, shapeSchema(shape)])),
      ...Object.fromEntries(
        allSections()
          .filter((section) => section.name !== 'workflow')
          .map((section) => [section.name, definitionOf(section.name)]),
      ),
      input: inputSchema(),
      call: callsSchema(),
      ...callDefinitions(),
      ...Object.fromEntries(typesByKeys().map((types) => [`input-${types[0]?.name}`, typesSchema(types)])),
    },
  };
}

function definitionOf(name: string): JsonSchema {
  const section = allSections().find((candidate) => candidate.name === name);
  if (section === undefined) throw new Error(`no section "${name}"`);
  const schema = { ...sectionSchema(section), ...snippetsOf(name) };
  if (name === 'step') return { ...schema, ...stepConditions() };
  if (name === 'job') return { ...schema, not: { required: ['ssh', 'runs-on'] } };
  return schema;
}

/** What holds between the keys of a step. */
function stepConditions(): JsonSchema {
  return {
    oneOf: [{ required: ['run'] }, { required: ['uses'] }],
    allOf: [
      conditionalSchema({ required: ['with'] }, { required: ['uses'] }),
      conditionalSchema({ required: ['shell'] }, { required: ['run'] }),
      ...actions.map((action) =>
        conditionalSchema(
          { properties: { uses: { const: action.name } }, required: ['uses'] },
          {
            properties: { with: reference(action.with) },
            ...(hasRequired(action.with) && { required: ['with'] }),
          },
        ),
      ),
      ...callConditions(),
    ],
  };
}

function hasRequired(name: string): boolean {
  return allSections().some((section) => section.name === name && section.keys.some((key) => key.required));
}

/** An input: its type decides which keys it takes. */
function inputSchema(): JsonSchema {
  const types = inputTypes.toSorted((left, right) => Number(isRetired(left)) - Number(isRetired(right)));
  return {
    type: 'object',
    ...snippetsOf('input'),
    required: ['type'],
    properties: {
      type: {
        description: 'What kind of input this is; decides which other keys it takes.',
        enum: types.map((type) => type.name),
        enumDescriptions: types.map((type) =>
          type.retired === undefined
            ? type.description
            : `${type.description} Write ${type.retired} instead.`,
        ),
      },
    },
    allOf: typesByKeys().map((types) =>
      conditionalSchema(
        { properties: { type: { enum: types.map((type) => type.name) } }, required: ['type'] },
        reference(`input-${types[0]?.name}`),
      ),
    ),
  };
}

/** The types in groups that take the same keys. */
function typesByKeys(): readonly (readonly InputTypeFact[])[] {
  const groups = new Map<string, InputTypeFact[]>();
  for (const type of inputTypes) {
    const keys = JSON.stringify(keysSchema(keysOfInputType(type.name)));
    groups.set(keys, [...(groups.get(keys) ?? []), type]);
  }
  return [...groups.values()];
}

function isRetired(type: InputTypeFact): boolean {
  return type.retired !== undefined;
}

function typesSchema(types: readonly InputTypeFact[]): JsonSchema {
  return {
    description: types.map((type) => `${type.name}: ${type.description}`).join(' '),
    ...keysSchema(keysOfInputType(types[0]?.name ?? '')),
  };
}
