import { getOctokit } from '@actions/github';
import { githubApi } from '../../src/action/github-api.ts';
import type { Publication } from '../../src/action/publication.ts';
import { publishCheckRun } from '../../src/action/publish-checks.ts';
import { publishComment } from '../../src/action/publish-comment.ts';
import { publishSuggestions } from '../../src/action/publish-suggestions.ts';
import { remoteChanges } from '../../src/action/remote-changes.ts';
import { readSettings } from '../../src/action/settings.ts';
import { useName } from '../../src/action/use-name.ts';
import type { Severity } from '../../src/diagnostics/finding.ts';
import { type GithubContext, readGithubContext } from '../../src/host/github-context.ts';
import { verdictOf } from '../../src/report/document/verdict.ts';
import { commentMark, type FindingDelta } from '../../src/report/github/comment.ts';
import { renderSource } from '../../src/report/render.ts';
import type { Report } from '../../src/report/report.ts';
import { reportOf } from '../report/sample-report.ts';
import { fakeStep } from './fake-step.ts';
import { type FakeAnswer, githubServer, type SentRequest } from './github-server.ts';

const sha = 'a'.repeat(40);

function publicationOf(
  report: Report,
  inputs: Readonly<Record<string, string>> = {},
  delta: FindingDelta | undefined = undefined,
): Publication {
  const settings = readSettings(inputs);
  if (settings.kind === 'refused') throw new Error(settings.message);
  const source = renderSource(report);
  const side = { sha, repo: { full_name: 'o/r' } };
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
        GITHUB_API_URL: 'https://ghes.example/api/v3',
        GITHUB_SERVER_URL: 'https://ghes.example',
      },
      () => ({ pull_request: { number: 7, head: side, base: side } }),
    ),
    step: fakeStep({}).step,
    id: 'this one',
    use: useName(settings.settings.name, {
      workspace: '/w',
      path: '/w',
      command: 'check',
      mode: '',
      shard: '',
    }),
    folder: '',
    inDiff: () => true,
    otherAtHead: new Set(),
    delta,
    provenance: undefined,
  };
}

function serverOf(answer: (request: SentRequest) => FakeAnswer) {
  const server = githubServer(answer);
  const slept: number[] = [];
  const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
  const api = githubApi({
    getOctokit,
    token: 't',
    apiUrl: 'https://ghes.example/api/v3',
    clock,
    fetch: server.fetch,
  });
  return { ...server, api, slept };
}

/** What a request carried. */
function bodyOf(request: SentRequest | undefined): unknown {
  if (request === undefined) throw new Error('nothing was sent');
  return request.body;
}

function many(count: number): Report {
  const text = Array.from({ length: count }, (_, index) => `line «${index}»`).join('\n');
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  return reportOf({ 'start.sh': text }, (_, index) => ({ severity: severities[index % 3] ?? 'error' }));
}

test('a check run is made at the head commit of the server, fifty annotations a request', async () => {
  const { api, requests } = serverOf((request) => ({
    status: request.method === 'POST' ? 201 : 200,
    body: { id: 5 },
  }));
  expect(await publishCheckRun(publicationOf(many(120)), api)).toEqual([]);
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v3/repos/o/r/check-runs',
    'PATCH /api/v3/repos/o/r/check-runs/5',
    'PATCH /api/v3/repos/o/r/check-runs/5',
  ]);
  const bodies = requests.map(
    (request) => request.body as { output: { annotations: unknown[]; title: string } },
  );
  expect(bodies.map((body) => body.output.annotations.length)).toEqual([50, 50, 20]);
  expect(bodies[0]).toMatchObject({ head_sha: sha, status: 'completed', conclusion: 'failure' });
});

test('an annotation over several lines has no columns, and no text is longer than GitHub takes', async () => {
  const { api, requests } = serverOf(() => ({ status: 201, body: { id: 5 } }));
  const report = reportOf({ 'start.sh': 'a «b\nc» d' }, () => ({
    message: 'é'.repeat(70_000),
    rule: 'r'.repeat(400),
  }));
  await publishCheckRun(publicationOf(report), api);
  const { output } = bodyOf(requests[0]) as {
    output: { title: string; summary: string; annotations: Record<string, unknown>[] };
  };
  const [annotation] = output.annotations;
  expect(annotation).toMatchObject({ start_line: 1, end_line: 2, annotation_level: 'failure' });
  expect(annotation).not.toHaveProperty('start_column');
  const bytes = (value: unknown) => new TextEncoder().encode(String(value)).length;
  expect(bytes(annotation?.['message'])).toBeLessThanOrEqual(65_535);
  expect(bytes(annotation?.['title'])).toBeLessThanOrEqual(255);
  expect(bytes(output.summary)).toBeLessThanOrEqual(65_535);
});

test.each<[string, FakeAnswer, string]>([
  ['a read-only token', { status: 403 }, 'the token may not do that (403)'],
  ['a server without the route', { status: 404 }, '(404)'],
  ['data that is refused', { status: 422 }, '(422)'],
  ['no valid token', { status: 401 }, '(401)'],
  ['a limit', { status: 429, headers: { 'retry-after': '1' } }, 'limits requests (429)'],
  ['a secondary limit', { status: 403, headers: { 'retry-after': '1' } }, 'limits requests (403)'],
  ['a limit for an hour', { status: 429, headers: { 'retry-after': '3600' } }, '(429)'],
  ['a failing server', { status: 502 }, 'has a failure (502)'],
  ['a lost connection', 'lost', 'could not be reached'],
])('%s is a sentence, not an exception', async (_, answer, words) => {
  for (const publish of [publishCheckRun, publishSuggestions, publishComment]) {
    const { api } = serverOf(() => answer);
    const notes = await publish(publicationOf(fixable(), { INPUT_COMMENT: 'always' }), api);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(words);
  }
});

test('what may pass is tried again after the time that the server asks for', async () => {
  let calls = 0;
  const { api, slept } = serverOf(({ method }) => {
    if (method === 'GET') return { status: 200, body: { check_runs: [] } };
    calls++;
    return calls < 3 ? { status: 503, headers: { 'retry-after': '2' } } : { status: 201, body: { id: 1 } };
  });
  expect(await publishCheckRun(publicationOf(many(1)), api)).toEqual([]);
  expect([calls, slept]).toEqual([3, [2000, 4000]]);
});

test('what cannot pass is not tried again', async () => {
  const { api, requests } = serverOf(() => ({ status: 422 }));
  await publishCheckRun(publicationOf(many(1)), api);
  expect(requests).toHaveLength(1);
});

function commentServer(comments: readonly unknown[]) {
  return serverOf((request) =>
    request.method === 'GET' ? { status: 200, body: comments } : { status: 201, body: { id: 9 } },
  );
}

const mark = commentMark('');
const clean = reportOf({});

test('a comment is written once and then edited, and a person with the same mark is left alone', async () => {
  const first = commentServer([{ id: 3, body: `${mark} by a person`, user: { type: 'User' } }]);
  await publishComment(publicationOf(many(1), { INPUT_COMMENT: 'on-change' }), first.api);
  expect(first.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/v3/repos/o/r/issues/7/comments',
  });
  const second = commentServer([{ id: 4, body: `${mark}\nold`, user: { type: 'Bot' } }]);
  const delta = { fresh: 2, fixed: 1 };
  await publishComment(publicationOf(many(1), { INPUT_COMMENT: 'on-change' }, delta), second.api);
  expect(second.requests.at(-1)).toMatchObject({
    method: 'PATCH',
    path: '/api/v3/repos/o/r/issues/comments/4',
  });
  const { body } = bodyOf(second.requests.at(-1)) as { body: string };
  expect(body.startsWith(`${mark}\n**2 new findings**, 1 fixed`)).toBe(true);
});

test.each([
  ['on-change', clean, [], 1],
  ['on-change', many(1), [], 2],
  ['on-failure', clean, [], 1],
  ['on-failure', many(1), [], 2],
  ['always', clean, [], 2],
  ['on-failure', clean, [{ id: 4, body: mark, user: { type: 'Bot' } }], 2],
] as const)('%s', async (when, report, comments, requests) => {
  const server = commentServer(comments);
  await publishComment(publicationOf(report, { INPUT_COMMENT: when }), server.api);
  expect(server.requests).toHaveLength(requests);
});

const filler = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, body: 'words', user: { type: 'User', id } }));

/** A server whose comments, of reviews or of the pull request, are read page by page. */
function pagedServer(...pages: readonly (readonly unknown[])[]) {
  return serverOf(({ method, query }) =>
    method === 'GET'
      ? { status: 200, body: pages[Number(query['page']) - 1] ?? [] }
      : { status: 201, body: { id: 9 } },
  );
}

test.each<[string, readonly (readonly unknown[])[], string]>([
  ['on a later page', [filler(100), [{ id: 44, body: mark, user: { type: 'Bot' } }]], 'PATCH comments/44'],
  [
    'on the last page that is read',
    [...Array(9).fill(filler(100)), [{ id: 45, body: mark, user: { type: 'Bot' } }]],
    'PATCH comments/45',
  ],
  ['nowhere, after a full page', [filler(100)], 'POST 7/comments'],
  [
    'nowhere, but one without text or writer',
    [
      [
        { id: 46, body: null, user: null },
        { id: 47, body: mark, user: null },
      ],
    ],
    'POST 7/comments',
  ],
  [
    'only quoted by another program',
    [[{ id: 48, body: `> ${mark}`, user: { type: 'Bot' } }]],
    'POST 7/comments',
  ],
])('our comment is looked for on all pages: it is %s', async (_, pages, sent) => {
  const { api, requests } = pagedServer(...pages);
  expect(await publishComment(publicationOf(many(1), { INPUT_COMMENT: 'always' }), api)).toEqual([]);
  const last = requests.at(-1);
  expect(`${last?.method} ${last?.path.split('/').slice(-2).join('/')}`).toBe(sent);
});

test('a comment that cannot be edited is a sentence', async () => {
  const { api } = serverOf(({ method }) =>
    method === 'GET'
      ? { status: 200, body: [{ id: 4, body: mark, user: { type: 'Bot' } }] }
      : { status: 403 },
  );
  expect(await publishComment(publicationOf(many(1), { INPUT_COMMENT: 'always' }), api)).toEqual([
    expect.stringContaining('the comment was not written: '),
  ]);
});

test('where there is no pull request, or no knowledge of its lines, a sentence says what is left out', async () => {
  const { api, requests } = commentServer([]);
  const publication = publicationOf(fixable(), { INPUT_COMMENT: 'always' });
  const pushed = { ...publication, context: { ...publication.context, pullRequest: undefined } };
  expect([
    await publishComment(pushed, api),
    await publishSuggestions(pushed, api),
    await publishSuggestions({ ...publication, inDiff: undefined }, api),
  ]).toEqual([
    ['no comment was written: this is no pull request'],
    ['no repairs were suggested: this is no pull request'],
    ['no repairs were suggested: the changed lines are not known'],
  ]);
  expect(requests).toEqual([]);
});

test('a check run whose other findings cannot be added says so', async () => {
  const without = serverOf(() => ({ status: 201, body: {} }));
  expect(await publishCheckRun(publicationOf(many(60)), without.api)).toEqual([
    'the check run was made without a number: its other findings are left out',
  ]);
  expect(without.requests).toHaveLength(1);
  const refusing = serverOf(({ method }) =>
    method === 'POST' ? { status: 201, body: { id: 5 } } : { status: 422 },
  );
  expect(await publishCheckRun(publicationOf(many(160)), refusing.api)).toEqual([
    expect.stringContaining('the check run does not have every finding: '),
  ]);
  expect(refusing.requests).toHaveLength(2);
});

test('the check run of another process is not taken for one whose answer was lost', async () => {
  let posts = 0;
  const { api } = serverOf(({ method }) => {
    if (method === 'GET') return { status: 200, body: { check_runs: [{ id: 1, external_id: 'another' }] } };
    posts++;
    return posts === 1 ? 'lost' : { status: 201, body: { id: 5 } };
  });
  expect(await publishCheckRun(publicationOf(many(1)), api)).toEqual([]);
  expect(posts).toBe(2);
});

test.each([
  ['a check run', publishCheckRun],
  ['a comment', publishComment],
  ['a review', publishSuggestions],
] as const)('%s that may have been made is not made again when nobody can look', async (_, publish) => {
  let posts = 0;
  const { api } = serverOf(({ method }) => {
    if (method !== 'GET') posts++;
    if (posts > 0) return method === 'GET' ? { status: 403 } : 'lost';
    return { status: 200, body: [] };
  });
  const notes = await publish(publicationOf(fixable(), { INPUT_COMMENT: 'always' }), api);
  expect([notes.length, posts]).toEqual([1, 1]);
});

test('a comment is never longer than GitHub takes', async () => {
  const server = commentServer([]);
  await publishComment(publicationOf(many(3000), { INPUT_COMMENT: 'always' }), server.api);
  const { body } = bodyOf(server.requests.at(-1)) as { body: string };
  expect(body.length).toBeLessThanOrEqual(65_536);
});

function fixable(): Report {
  return reportOf({ 'start.sh': 'one\necho «$x» `y`\nthree\n' }, (one) => ({
    fix: { title: 'Quote it', safety: 'safe', edits: [{ span: one.at, replacement: '"$x"' }] },
  }));
}

test('a repair is suggested on its line, with what stands there afterwards', async () => {
  const server = commentServer([]);
  expect(await publishSuggestions(publicationOf(fixable()), server.api)).toEqual([]);
  const sent = server.requests.at(-1);
  expect(sent).toMatchObject({
    method: 'POST',
    path: '/api/v3/repos/o/r/pulls/7/reviews',
    body: { event: 'COMMENT', commit_id: sha, comments: [{ path: 'start.sh', line: 2, side: 'RIGHT' }] },
  });
  const [comment] = (bodyOf(sent) as { comments: { body: string; key?: string }[] }).comments;
  expect(comment?.body).toContain('```suggestion\necho "$x" `y`\n```');
  expect(comment).not.toHaveProperty('key');
});

test('a repair outside of the change, or suggested before, is not suggested', async () => {
  const outside = commentServer([]);
  await publishSuggestions({ ...publicationOf(fixable()), inDiff: (_, line) => line !== 2 }, outside.api);
  expect(outside.requests).toEqual([]);
  const moved = commentServer([]);
  const otherAtHead = new Set(['start.sh']);
  await publishSuggestions({ ...publicationOf(fixable()), otherAtHead }, moved.api);
  expect(moved.requests).toEqual([]);
  const known = commentServer([{ body: '<!-- pw-workflow-check suggestion f0 -->' }]);
  await publishSuggestions(publicationOf(fixable()), known.api);
  expect(known.requests.map((request) => request.method)).toEqual(['GET']);
  const later = pagedServer(...Array(9).fill(filler(100)), [
    { body: '<!-- pw-workflow-check suggestion f0 -->' },
  ]);
  await publishSuggestions(publicationOf(fixable()), later.api);
  expect(later.requests.map(({ query }) => query['page'])).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
  ]);
  const none = commentServer([]);
  expect(await publishSuggestions(publicationOf(clean), none.api)).toEqual([]);
  expect(none.requests).toEqual([]);
});

test('the files of a pull request are read page by page, renames with both names', async () => {
  const page = Array.from({ length: 100 }, (_, index) => ({
    filename: `f${index}`,
    patch: '@@ -1 +1 @@\n-a\n+b',
  }));
  const { api, requests } = serverOf((request) => ({
    status: 200,
    body: request.query['page'] === '1' ? page : [{ filename: 'new.sh', previous_filename: 'old.sh' }],
  }));
  const found = await remoteChanges(publicationOf(clean).context, api);
  expect(found?.kind === 'changes' && found.changes.length).toBe(102);
  expect(found?.kind === 'changes' && [found.since, found.changes[0]]).toEqual([
    sha,
    { path: 'f0', lines: [{ first: 1, last: 1 }] },
  ]);
  expect(found?.kind === 'changes' && found.changes.slice(-2)).toEqual([
    { path: 'new.sh', lines: undefined },
    { path: 'old.sh', lines: [] },
  ]);
  expect(requests).toHaveLength(2);
});

test.each<[string, Partial<GithubContext>, string]>([
  ['a merge queue', { mergeGroup: { baseSha: 'b1', headSha: 'h1' } }, 'b1...h1'],
  ['a push', { push: { before: 'b2', ref: 'refs/heads/main' }, headSha: 'h2' }, 'b2...h2'],
])('the files of %s are those of a comparison', async (_, context, basehead) => {
  const asked = { ...publicationOf(clean).context, pullRequest: undefined, ...context };
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ filename: `f${index}`, patch: '@@ -1 +2 @@\n-a\n+b' }));
  const changes = (answer: FakeAnswer) => {
    const { api, requests } = serverOf(() => answer);
    return remoteChanges(asked, api).then((found) => ({ found, paths: requests.map(({ path }) => path) }));
  };
  const { found, paths } = await changes({ status: 200, body: { files: [{}, ...files(1)] } });
  expect(paths.map(decodeURIComponent)).toEqual([`/api/v3/repos/o/r/compare/${basehead}`]);
  expect(found).toEqual({
    kind: 'changes',
    since: basehead.split('...')[0],
    changes: [{ path: 'f0', lines: [{ first: 2, last: 2 }] }],
  });
  expect((await changes({ status: 200, body: { files: files(299) } })).found).toBeDefined();
  // GitHub names no more than 300 files of a comparison, and does not say that there are others.
  for (const answer of [
    { status: 200, body: { files: files(300) } },
    { status: 200, body: {} },
    { status: 404 },
  ])
    expect((await changes(answer)).found).toBeUndefined();
});

test.each<[string, Partial<GithubContext>]>([
  ['a new branch', { push: { before: '0'.repeat(40), ref: 'refs/heads/new' } }],
  ['a run by hand', {}],
])('for %s the server is not asked', async (_, context) => {
  const { api, requests } = serverOf(() => ({ status: 200, body: [] }));
  const asked = { ...publicationOf(clean).context, pullRequest: undefined, ...context };
  expect(await remoteChanges(asked, api)).toBeUndefined();
  expect(requests).toEqual([]);
});

test('a pull request whose files cannot be read is not known', async () => {
  for (const answer of [{ status: 404 }, { status: 200, body: {} }]) {
    const { api } = serverOf(() => answer);
    expect(await remoteChanges(publicationOf(clean).context, api)).toBeUndefined();
  }
});

test('a pull request with more files than GitHub lists is not known', async () => {
  const page = Array.from({ length: 100 }, (_, index) => ({ filename: `f${index}` }));
  const { api } = serverOf(() => ({ status: 200, body: page }));
  expect(await remoteChanges(publicationOf(clean).context, api)).toBeUndefined();
});

const personal = (comments: readonly unknown[], user: FakeAnswer) =>
  serverOf(({ method, path }) => {
    if (path === '/api/v3/user') return user;
    return method === 'GET' ? { status: 200, body: comments } : { status: 201, body: { id: 9 } };
  });

test("a comment that a person wrote with their own token is theirs to edit, and nobody else's", async () => {
  const comments = [
    { id: 3, body: `${mark} of another`, user: { type: 'User', id: 11 } },
    { id: 4, body: mark, user: { type: 'User', id: 12 } },
  ];
  const publication = publicationOf(many(1), { INPUT_COMMENT: 'always' });
  const own = personal(comments, { status: 200, body: { id: 12 } });
  expect(await publishComment(publication, own.api)).toEqual([]);
  expect(own.requests.at(-1)).toMatchObject({
    method: 'PATCH',
    path: '/api/v3/repos/o/r/issues/comments/4',
  });
  const job = personal(comments, { status: 403 });
  expect(await publishComment(publication, job.api)).toEqual([]);
  expect(job.requests.at(-1)).toMatchObject({ method: 'POST' });
  const lost = personal(comments, 'lost');
  expect(await publishComment(publication, lost.api)).toEqual([
    'the comment was not written: GitHub could not be reached',
  ]);
});

/** A server that does what it is asked, but whose answers to the first request that writes are lost. */
function forgetful(outcome: 'done' | 'not done') {
  const store: { readonly method: string; readonly body: Record<string, unknown> }[] = [];
  let writes = 0;
  const server = serverOf(({ method, path, body }) => {
    if (method === 'GET') {
      const bodies = store.map((one, id) => ({ ...one.body, id, user: { type: 'Bot' } }));
      if (path.endsWith('/check-runs')) return { status: 200, body: { check_runs: bodies } };
      const reviewed = bodies.flatMap((one) => (one as { comments?: unknown[] }).comments ?? []);
      return { status: 200, body: path.includes('/pulls/') ? reviewed : bodies };
    }
    writes++;
    if (writes > 1 || outcome === 'done') store.push({ method, body: body as Record<string, unknown> });
    return writes === 1 ? 'lost' : { status: 201, body: { id: 0 } };
  });
  return { ...server, store };
}

test.each([
  ['a check run', publishCheckRun],
  ['a comment', publishComment],
  ['a review', publishSuggestions],
] as const)('%s whose answer was lost is looked for before it is made again', async (_, publish) => {
  for (const outcome of ['done', 'not done'] as const) {
    const { api, store, requests } = forgetful(outcome);
    expect(await publish(publicationOf(fixable(), { INPUT_COMMENT: 'always' }), api)).toEqual([]);
    expect([outcome, store.map((one) => one.method)]).toEqual([outcome, ['POST']]);
    const sent = requests.filter((request) => request.method === 'POST').length;
    expect([outcome, sent]).toEqual([outcome, outcome === 'done' ? 1 : 2]);
  }
});

test.each([
  ['x'.repeat(101), /^the input "name" does not take "x{101}": expected one line of at most 100 characters$/],
  ['two\nlines', /expected one line of at most 100 characters/],
])('the name %j is refused', (name, message) => {
  const read = readSettings({ INPUT_NAME: name });
  expect(read.kind === 'refused' && read.message).toMatch(message);
});

test('inputs for the gate and for merging are read as they are meant', () => {
  const read = readSettings({
    INPUT_NAME: 'x'.repeat(100),
    INPUT_REPORTS: ' one.json \n\n reports\n',
    INPUT_NEXT: ' 1.2.3 ',
    INPUT_BASE: 'v1.1.0',
    INPUT_TAG_PREFIX: 'hpc-',
    INPUT_FIRST: 'true',
    INPUT_SARIF_CATEGORY: 'part',
  });
  expect(read).toMatchObject({
    settings: {
      reports: ['one.json', 'reports'],
      next: '1.2.3',
      base: 'v1.1.0',
      tagPrefix: 'hpc-',
      first: 'first',
      sarifCategory: 'part',
    },
  });
  expect(readSettings({})).toMatchObject({
    settings: {
      command: 'check',
      reports: [],
      changedOnly: 'auto',
      failOnNew: 'false',
      annotations: 'auto',
      checkRun: 'false',
      comment: 'off',
      suggestions: 'false',
      summary: 'true',
      next: undefined,
      base: undefined,
      first: 'not-first',
      sarifCategory: undefined,
    },
  });
});

test('uses under different names have comments, check runs and suggestions of their own', async () => {
  const names = ['', 'модели', '模型', 'a-b', 'a b', 'A-b', 'a--b', '-->x'];
  const marks = names.map((name) => commentMark(name));
  expect(new Set(marks).size).toBe(names.length);
  for (const one of marks) expect(one).toMatch(/^<!-- (?:(?!--).)+ -->$/);
  const uses = names.map((name) => publicationOf(many(1), { INPUT_NAME: name }).use);
  expect(new Set(uses.map((use) => use.slug)).size).toBe(names.length);
  expect(uses.slice(0, 3).map((use) => [use.title, use.slug])).toEqual([
    ['pw-workflow-check', ''],
    ['pw-workflow-check: модели', 'модели'],
    ['pw-workflow-check: 模型', '模型'],
  ]);
  const server = commentServer([{ body: '<!-- pw-workflow-check suggestion f0 -->' }]);
  await publishSuggestions(publicationOf(fixable(), { INPUT_NAME: 'модели' }), server.api);
  expect(server.requests.at(-1)).toMatchObject({ method: 'POST' });
});

test('a use without a name is called after what makes it differ', () => {
  const named = (path: string, command = 'check', mode = '', shard = '') =>
    useName('', { workspace: '/w', path: `/w${path}`, command, mode, shard }).name;
  expect([
    named(''),
    named('/моде ли'),
    named('/a/b', 'lint'),
    named('', 'run', 'slurm,pbs', '2/3'),
    named('/a', 'lint', ' slurm,\n pbs'),
    named(`/${'x'.repeat(100)}`),
    named(`/${'x'.repeat(300)}`).length,
  ]).toEqual([
    '',
    'моде ли',
    'a/b (lint)',
    'run, slurm,pbs, 2/3',
    'a (lint,  slurm, pbs)',
    'x'.repeat(100),
    99,
  ]);
  expect(named(`/${'x'.repeat(300)}`)).not.toBe(named(`/${'x'.repeat(301)}`));
});

test('the name of a use becomes a part of the names of files', () => {
  const slug = (name: string) =>
    useName(name, { workspace: '/w', path: '/w', command: 'check', mode: '', shard: '' }).slug;
  expect([slug('a.b_c-1'), slug('é-λ')]).toEqual(['a.b_c-1', 'é-λ']);
  expect(slug('../a/b')).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(slug('.hidden')).toMatch(/^hidden-[0-9a-f]{8}$/);
  expect(slug('a b ')).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(slug('///')).toMatch(/^[0-9a-f]{8}$/);
  expect(slug(`a ${'x'.repeat(98)}`)).toMatch(/^a-x{48}-[0-9a-f]{8}$/);
});
