import { Ajv, type AnySchemaObject } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compactConfigSchema, configSchema } from './config-schema.ts';
import { type Generator, generatedNotice } from './generated-files.ts';
import { reportSchema } from './report-schema.ts';
import type { RuleSource } from './rule-docs.ts';
import type { JsonSchema } from './shape-schema.ts';
import { workflowSchema } from './workflow-schema.ts';

/** The published schemas: `schemas/*.json`. */
export function schemas(source: RuleSource): Generator {
  return {
    name: 'the schemas',
    owns: { folder: 'schemas', endings: ['.json'] },
    async files() {
      const metas = (await source()).map((rule) => rule.meta);
      return {
        'schemas/workflow.schema.json': json(workflowSchema()),
        'schemas/config.schema.json': json(configSchema(metas)),
        'schemas/report.schema.json': json(reportSchema()),
      };
    },
  };
}

/**
 * The validator of the configuration, compiled ahead so that no schema is compiled at run time.
 *
 * The code stands alone: the schemas avoid the keywords for which ajv needs its own helpers at run time. Generating
 * throws when a schema is not valid, or the code would need a helper.
 */
export function validators(source: RuleSource): Generator {
  return {
    name: 'the validator of the configuration',
    async files() {
      const metas = (await source()).map((rule) => rule.meta);
      return {
        'src/facts/generated/config-validator.generated.ts': validatorSource(
          'config',
          compactConfigSchema(metas),
        ),
      };
    },
  };
}

/** The validator as a module. */
function validatorSource(what: string, schema: JsonSchema): string {
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: true,
    inlineRefs: false,
    allErrors: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  const validate = ajv.compile(withoutTexts(schema) as AnySchemaObject);
  const code = standalone.default(ajv, validate);
  if (/\brequire\(/.test(code)) throw new Error(`the validator of the ${what} schema needs a helper of ajv`);
  const name = `validate${what[0]?.toUpperCase()}${what.slice(1)}`;
  const body = code
    .replace(/^"use strict";/, '')
    .replace(/export const validate = (\w+);export default \1;/, '')
    .replace(/^export default (\w+);/m, '')
    // of an error only its place and keyword are used; the rest would be half of the file
    .replaceAll(/,schemaPath:"(?:[^"\\]|\\.)*"/g, '')
    .replaceAll(/,parentData:\w+,parentDataProperty:(?:"[^"]*"|\w+),rootData\}/g, '}')
    .replaceAll(', parentData, parentDataProperty, rootData=data}={}', '}={}')
    .replaceAll('{instancePath,parentData,parentDataProperty,rootData}', '{instancePath}')
    .replaceAll(/,params:\{(?:"(?:[^"\\]|\\.)*"|[^{}"])*\}/g, '');
  const entry = /export const validate = (\w+);/.exec(code)?.[1];
  if (entry === undefined) throw new Error(`no entry in the validator of the ${what} schema`);
  const type =
    '{ (data: unknown): boolean; errors?: readonly { instancePath: string; keyword: string }[] | null }';
  return [
    `${generatedNotice}// @ts-nocheck`,
    `/** Whether a value fits schemas/${what}.schema.json; the first errors are left in \`.errors\`. */`,
    `export const ${name}: ${type} = ${entry};`,
    body,
    '',
  ].join('\n');
}

/** The schema without what only people read, which would swell the validator. */
function withoutTexts(schema: unknown, names = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => withoutTexts(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('allOf' in schema && Array.isArray(schema.allOf) && schema.allOf.length === 1 && !('type' in schema)) {
    return schema.allOf[0];
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => names || !texts.has(keyword))
      .map(([keyword, value]) => [keyword, withoutTexts(value, !names && maps.has(keyword))]),
  );
}

/** Keywords that are for readers. */
const texts: ReadonlySet<string> = new Set(['title', 'description', 'deprecated', 'deprecationMessage']);

/** Keywords whose value is a map from names to schemas. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions']);

function json(schema: JsonSchema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
