import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { githubApi } from '../../src/action/github-api.ts';
import { readGithubContext } from '../../src/action/github-context.ts';
import type { Publication } from '../../src/action/publication.ts';
import { publishCheckRun } from '../../src/action/publish-checks.ts';
import { publishComment } from '../../src/action/publish-comment.ts';
import { publishSuggestions } from '../../src/action/publish-suggestions.ts';
import { remoteChanges } from '../../src/action/remote-changes.ts';
import { readSettings } from '../../src/action/settings.ts';
import { verdictOf } from '../../src/report/document/verdict.ts';
import { renderSource } from '../../src/report/render.ts';
import { fakeStep } from '../action/fake-step.ts';
import { type FakeAnswer, githubServer, type SentRequest } from '../action/github-server.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { reportOf } from '../report/sample-report.ts';

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
    if (!template.startsWith('/repos/{owner}/{repo}/')) continue;
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

function checkRequest(request: SentRequest): void {
  const found = operationOf(request);
  if (found === undefined) throw new Error(`no operation for ${request.method} ${request.path}`);
  for (const parameter of (found.operation.parameters ?? []).map(resolved)) {
    const text = parameter.in === 'query' ? request.query[parameter.name] : found.values[parameter.name];
    if (text === undefined) continue;
    const number = (parameter.schema as { readonly type?: string }).type === 'integer';
    expect([parameter.name, faultsOf(parameter.schema, number ? Number(text) : text)]).toEqual([
      parameter.name,
      [],
    ]);
  }
  const known = (found.operation.parameters ?? []).map((parameter) => resolved(parameter).name);
  expect(Object.keys(request.query).filter((name) => !known.includes(name))).toEqual([]);
  const schema = found.operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) expect(request.body).toBeUndefined();
  else expect([found.template, faultsOf(schema, request.body)]).toEqual([found.template, []]);
}

function publicationOf(text: string): Publication {
  const settings = readSettings({ INPUT_COMMENT: 'always' });
  if (settings.kind === 'refused') throw new Error(settings.message);
  const lines = Array.from({ length: 60 }, (_, index) => `echo «${index}»`).join('\n');
  const report = reportOf({ 'start.sh': lines, [`${text.slice(0, 80)}.sh`]: 'a «b\nc» d' }, (one, index) => ({
    message: text,
    help: text,
    severity: (['error', 'warning', 'note'] as const)[index % 3] ?? 'error',
    fix: { title: text, safety: 'safe', edits: [{ span: one.at, replacement: `x${index}` }] },
  }));
  const source = renderSource(report);
  const side = { sha: 'a'.repeat(40), repo: { full_name: 'o/r' } };
  return {
    source,
    verdict: verdictOf(source.document, 'error'),
    failOn: 'error',
    settings: settings.settings,
    context: readGithubContext(
      {
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: 'x',
        GITHUB_WORKSPACE: '/w',
      },
      () => ({ pull_request: { number: 7, head: side, base: side } }),
    ),
    step: fakeStep({}).step,
    root: '/w',
    inDiff: () => true,
    delta: async () => undefined,
  };
}

async function everything(publication: Publication, answer: (request: SentRequest) => FakeAnswer) {
  const server = githubServer(answer);
  const clock = { now: () => 0, sleep: async () => {} };
  const api = githubApi({ token: 't', apiUrl: 'https://ghes.example/api/v3', clock, fetch: server.fetch });
  const notes = [
    ...(await publishCheckRun(publication, api)),
    ...(await publishSuggestions(publication, api)),
    ...(await publishComment(publication, api, { fresh: 1, fixed: 0 })),
  ];
  await remoteChanges(publication.context, api);
  const merge = { baseSha: 'b'.repeat(40), headSha: 'c'.repeat(40) };
  await remoteChanges({ ...publication.context, pullRequest: undefined, mergeGroup: merge }, api);
  return { notes, requests: server.requests };
}

const good = (request: SentRequest): FakeAnswer =>
  request.method === 'GET' ? { status: 200, body: [] } : { status: 201, body: { id: 5 } };

test('every request is valid against the description of the API', async () => {
  const { requests, notes } = await everything(publicationOf('a message'), good);
  expect(notes).toEqual([]);
  expect(requests.length).toBeGreaterThanOrEqual(8);
  for (const request of requests) checkRequest(request);
});

test.each(hostileTexts.slice(0, 120).map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  'so is every request with %s in it',
  async (_, text) => {
    const { requests } = await everything(publicationOf(text), good);
    for (const request of requests) checkRequest(request);
  },
);

test.each<[string, FakeAnswer]>([
  ['401', { status: 401 }],
  ['403', { status: 403 }],
  ['404', { status: 404 }],
  ['422', { status: 422 }],
  ['429', { status: 429, headers: { 'retry-after': '0' } }],
  ['500', { status: 500 }],
  ['503', { status: 503, headers: { 'retry-after': '1' } }],
  ['a lost connection', 'lost'],
])(
  'with %s in answer the requests stay valid, and each thing that was left out is told once',
  async (_, answer) => {
    const { requests, notes } = await everything(publicationOf('a message'), () => answer);
    for (const request of requests) checkRequest(request);
    expect(notes).toHaveLength(3);
  },
);
