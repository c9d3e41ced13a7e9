import { type Expression, type ObjectExpression, parseSync, printSync } from '@swc/core';

const syntax = { syntax: 'ecmascript', target: 'es2022' } as const;

/**
 * A compiled rule whose examples are made when they are asked for. They are most of the text of the rule book, and a
 * lint never reads them: as the body of a getter they cost it nothing but the reading of the file.
 *
 * @throws when no rule with examples stands in the module
 */
export function withLazyExamples(path: string, code: string): string {
  const module = parseSync(code, syntax);
  const metas = module.body.flatMap((item) => {
    if (item.type !== 'ExportDeclaration' || item.declaration.type !== 'VariableDeclaration') return [];
    return item.declaration.declarations.flatMap(({ init }) => metaOf(init) ?? []);
  });
  if (metas.length === 0 || !metas.every(makeLazy))
    throw new Error(`${path}: expected "export const … = defineRule({ meta: { …, examples: … } })"`);
  return printSync(module).code;
}

/** The object that is written as `meta` of `defineRule({ meta: … })`. */
function metaOf(declared: Expression | undefined): ObjectExpression | undefined {
  if (declared?.type !== 'CallExpression') return undefined;
  const { callee, arguments: values } = declared;
  if (callee.type !== 'Identifier' || callee.value !== 'defineRule') return undefined;
  const meta = propertyOf(values[0]?.expression, 'meta');
  return meta?.type === 'ObjectExpression' ? meta : undefined;
}

function propertyOf(object: Expression | undefined, name: string): Expression | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties)
    if (property.type === 'KeyValueProperty' && property.key.type === 'Identifier')
      if (property.key.value === name) return property.value;
  return undefined;
}

/** Turns `examples: …` into `get examples() { return …; }`; says whether it was there. */
function makeLazy(meta: ObjectExpression): boolean {
  const examples = propertyOf(meta, 'examples');
  if (examples === undefined) return false;
  const properties = meta.properties.map((property) =>
    property.type === 'KeyValueProperty' && property.value === examples ? getterOf(examples) : property,
  );
  meta.properties.splice(0, properties.length, ...properties);
  return true;
}

/** The getter is parsed, not put together: the nodes of a function are not quite as their types say. */
function getterOf(value: Expression): ObjectExpression['properties'][number] {
  const [item] = parseSync('({ get examples() { return VALUE; } })', syntax).body;
  const object = item?.type === 'ExpressionStatement' ? item.expression : undefined;
  const bare = object?.type === 'ParenthesisExpression' ? object.expression : object;
  const getter = bare?.type === 'ObjectExpression' ? bare.properties[0] : undefined;
  if (getter === undefined) throw new Error('swc did not parse a getter');
  return filled(getter, value);
}

/** A tree with a value in the place of the identifier `VALUE`. */
function filled<Node>(node: Node, value: unknown): Node {
  if (Array.isArray(node)) return node.map((one) => filled(one, value)) as Node;
  if (typeof node !== 'object' || node === null) return node;
  if ('value' in node && node.value === 'VALUE') return value as Node;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, filled(part, value)])) as Node;
}
