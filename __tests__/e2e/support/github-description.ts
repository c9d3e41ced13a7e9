import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import type { SentRequest } from '../../action/github-server.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: object;
  readonly $ref?: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const file = process.env['PWC_OPENAPI'];
if (file === undefined) throw new Error('PWC_OPENAPI must name the OpenAPI description of api.github.com');
const description = JSON.parse(readFileSync(file, 'utf8')) as Description;

/** The path of the description that a request went to, with the values of its parameters. */
function operationOf(request: SentRequest) {
  const path = request.path.replace(/^\/api\/v3/, '');
  const method = request.method.toLowerCase();
  for (const [template, operations] of Object.entries(description.paths)) {
    if (template !== '/user' && !template.startsWith('/repos/{owner}/{repo}/')) continue;
    const operation = operations[method];
    if (operation === undefined) continue;
    const names = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
    const pattern = template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '([^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match === null) continue;
    const values = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return { template, operation, values };
  }
  return undefined;
}

const ajv = new Ajv({ strict: false, validateFormats: false });

const validators = new WeakMap<object, ValidateFunction>();

/** The components that a schema refers to, also through others. */
function componentsOf(schema: object): object {
  const taken: Record<string, Record<string, unknown>> = {};
  const open: unknown[] = [schema];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [, kind = '', name = ''] of JSON.stringify(node).matchAll(
      /"#\/components\/([^/"]+)\/([^/"]+)"/g,
    )) {
      if (taken[kind]?.[name] !== undefined) continue;
      const found = description.components[kind]?.[name];
      taken[kind] = { ...taken[kind], [name]: found };
      open.push(found);
    }
  }
  return taken;
}

/** What the description says is wrong with a value. */
function faultsOf(schema: object, value: unknown): readonly string[] {
  let validate = validators.get(schema);
  if (validate === undefined) {
    validate = ajv.compile({ ...schema, components: componentsOf(schema) } as AnySchema);
    validators.set(schema, validate);
  }
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
}

function resolved(parameter: Parameter): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  return name === undefined ? parameter : (description.components['parameters']?.[name] as Parameter);
}

/** What the description says is wrong with a request: its path, its parameters, its body. */
export function requestFaults(request: SentRequest): readonly string[] {
  const name = `${request.method} ${request.path}`;
  const found = operationOf(request);
  if (found === undefined) return [`${name}: there is no such operation`];
  const parameters = (found.operation.parameters ?? []).map(resolved);
  const known = parameters.map((parameter) => parameter.name);
  const schema = found.operation.requestBody?.content['application/json']?.schema;
  const faults = [
    ...parameters.flatMap((parameter) => {
      const text = parameter.in === 'query' ? request.query[parameter.name] : found.values[parameter.name];
      if (text === undefined) return [];
      const number = (parameter.schema as { readonly type?: string }).type === 'integer';
      return faultsOf(parameter.schema, number ? Number(text) : text).map((one) => `${parameter.name}${one}`);
    }),
    ...Object.keys(request.query).flatMap((one) => (known.includes(one) ? [] : [`unknown parameter ${one}`])),
    ...(schema === undefined
      ? request.body === undefined
        ? []
        : ['a body']
      : faultsOf(schema, request.body)),
  ];
  return faults.map((one) => `${name}: ${one}`);
}
