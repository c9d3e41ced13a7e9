import { getOctokit } from '@actions/github';
import { githubApi } from '../../src/action/github-api.ts';
import type { Publication } from '../../src/action/publication.ts';
import { publishCheckRun } from '../../src/action/publish-checks.ts';
import { publishComment } from '../../src/action/publish-comment.ts';
import { publishSuggestions } from '../../src/action/publish-suggestions.ts';
import { remoteChanges } from '../../src/action/remote-changes.ts';
import { readSettings } from '../../src/action/settings.ts';
import { readGithubContext } from '../../src/host/github-context.ts';
import { verdictOf } from '../../src/report/document/verdict.ts';
import { renderSource } from '../../src/report/render.ts';
import { fakeStep } from '../action/fake-step.ts';
import { type FakeAnswer, githubServer, type SentRequest } from '../action/github-server.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { reportOf } from '../report/sample-report.ts';
import { requestFaults } from './support/github-description.ts';

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
    shown: source,
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
    id: 'this one',
    use: { name: 'α/β', title: 'pw-workflow-check: α/β', slug: 'α-β' },
    folder: '',
    inDiff: () => true,
    otherAtHead: new Set<string>(),
    delta: { fresh: 1, fixed: 0 },
    provenance: undefined,
  };
}

/** A clock that only goes on when somebody sleeps or time is made to pass. */
function fakeClock() {
  let now = 0;
  const pass = (ms: number): void => {
    now += ms;
  };
  return { clock: { now: () => now, sleep: async (ms: number) => pass(ms) }, pass };
}

async function everything(publication: Publication, answer: (request: SentRequest) => FakeAnswer) {
  const server = githubServer(answer);
  const { clock } = fakeClock();
  const api = githubApi({
    getOctokit,
    token: 't',
    apiUrl: 'https://ghes.example/api/v3',
    clock,
    fetch: server.fetch,
  });
  const notes = [
    ...(await publishCheckRun(publication, api)),
    ...(await publishSuggestions(publication, api)),
    ...(await publishComment(publication, api)),
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
  expect(requests.flatMap(requestFaults)).toEqual([]);
});

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  'so is every request with %s in it',
  async (_, text) => {
    const { requests } = await everything(publicationOf(text), good);
    expect(requests.flatMap(requestFaults)).toEqual([]);
  },
);

/** What goes wrong at a server, and whether it passes when the request is sent once more. */
const faults: readonly (readonly [string, FakeAnswer, 'stays' | 'passes'])[] = [
  ['401', { status: 401 }, 'stays'],
  ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }, 'stays'],
  ['404', { status: 404 }, 'stays'],
  ['410', { status: 410 }, 'stays'],
  ['422', { status: 422, body: { message: 'Validation Failed', errors: [{}] } }, 'stays'],
  ['429', { status: 429, headers: { 'retry-after': '0' } }, 'passes'],
  ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'stays'],
  ['the limit of requests', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'stays'],
  ['a secondary limit', { status: 403, headers: { 'retry-after': '2' } }, 'passes'],
  [
    'a secondary limit without a time',
    { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
    'stays',
  ],
  ['500', { status: 500 }, 'passes'],
  ['502 with a page', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'passes'],
  ['503', { status: 503, headers: { 'retry-after': '1' } }, 'passes'],
  ['a redirection', { status: 301 }, 'stays'],
  ['a lost connection', 'lost', 'passes'],
  ['an answer of another shape', { status: 200, body: { unexpected: [null] } }, 'stays'],
];

describe.each(faults)('with %s in answer', (name, answer, after) => {
  test('the requests stay valid, and each thing that was left out is told once', async () => {
    const { requests, notes } = await everything(publicationOf('a message'), () => answer);
    expect(requests.flatMap(requestFaults)).toEqual([]);
    expect(notes.length).toBeLessThanOrEqual(3);
    if (name !== 'an answer of another shape') expect(notes).toHaveLength(3);
    for (const note of notes) expect(note).not.toMatch(/undefined|\[object|Error:/);
  });

  test('the same holds wherever it happens, and what passes is made good', async () => {
    const { requests: all } = await everything(publicationOf('a message'), good);
    for (const at of all.keys()) {
      let sent = 0;
      const once = (request: SentRequest): FakeAnswer => (sent++ === at ? answer : good(request));
      const { requests, notes } = await everything(publicationOf('a message'), once);
      expect(requests.flatMap(requestFaults)).toEqual([]);
      expect(notes.length).toBeLessThanOrEqual(1);
      if (after === 'passes') expect(notes).toEqual([]);
    }
  });
});

test('a server that never answers is given up in good time', async () => {
  const { clock, pass } = fakeClock();
  const hanging = async (): Promise<Response> => {
    pass(20_000);
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  };
  const api = githubApi({
    getOctokit,
    token: 't',
    apiUrl: 'https://ghes.example/api/v3',
    clock,
    fetch: hanging,
  });
  const publication = publicationOf('a message');
  const notes = [
    ...(await publishCheckRun(publication, api)),
    ...(await publishSuggestions(publication, api)),
    ...(await publishComment(publication, api)),
  ];
  expect(notes).toHaveLength(3);
  for (const note of notes) expect(note).toContain('GitHub is slow: no answer within 20 s');
  expect(clock.now()).toBe(20_000);
});

test('a comment that is there is edited, and repairs that were suggested are not suggested again', async () => {
  const first = await everything(publicationOf('a message'), good);
  const review = first.requests.find((request) => request.path.endsWith('/reviews'))?.body;
  const { comments } = review as { readonly comments: readonly { readonly body: string }[] };
  const comment = first.requests.find(
    (request) => request.method === 'POST' && request.path.endsWith('/issues/7/comments'),
  )?.body as { readonly body: string };
  const again = await everything(publicationOf('a message'), (request) => {
    if (request.method !== 'GET') return { status: 200, body: { id: 5 } };
    if (request.path.endsWith('/pulls/7/comments')) {
      const filler = Array.from({ length: 100 }, (_, id) => ({ id, body: 'a remark' }));
      return { status: 200, body: request.query['page'] === '1' ? filler : comments };
    }
    if (request.path.endsWith('/user')) return { status: 403 };
    if (!request.path.endsWith('/issues/7/comments')) return { status: 200, body: [] };
    const own = { id: 9, body: comment.body, user: { type: 'Bot' } };
    const copied = { id: 8, body: comment.body, user: { type: 'User', id: 3 } };
    return { status: 200, body: [copied, own] };
  });
  expect(again.requests.flatMap(requestFaults)).toEqual([]);
  expect(again.notes).toEqual([]);
  const written = again.requests.filter((request) => request.method !== 'GET');
  expect(written.map(({ method, path }) => `${method} ${path.replace('/api/v3', '')}`)).toEqual([
    'POST /repos/o/r/check-runs',
    'PATCH /repos/o/r/check-runs/5',
    'PATCH /repos/o/r/issues/comments/9',
  ]);
});
