import type { FakeAnswer, SentRequest } from '../../action/github-server.ts';

type Kept = Readonly<Record<string, unknown>> & { readonly id: number };

/** What a pull request has got: everything that was written to the server, as it is in the end. */
export interface GithubStore {
  readonly answer: (request: SentRequest) => FakeAnswer;
  readonly checkRuns: readonly Kept[];
  readonly comments: readonly Kept[];
  readonly reviewComments: readonly Kept[];
}

/** A server of GitHub's API that keeps check runs, comments and comments of reviews, and gives them back. */
export function githubStore(): GithubStore {
  const checkRuns: Kept[] = [];
  const comments: Kept[] = [];
  const reviewComments: Kept[] = [];
  let last = 0;
  const add = (list: Kept[], body: unknown): FakeAnswer => {
    const kept = { ...(body as object), id: ++last, user: { type: 'Bot' } };
    list.push(kept);
    return { status: 201, body: kept };
  };
  const answer = ({ method, path, body }: SentRequest): FakeAnswer => {
    const id = Number(path.split('/').at(-1));
    const edited = [...checkRuns, ...comments].find((one) => one.id === id);
    if (method === 'PATCH' && edited !== undefined) {
      Object.assign(edited, body);
      return { status: 200, body: edited };
    }
    if (method === 'POST' && path.endsWith('/check-runs')) return add(checkRuns, body);
    if (method === 'POST' && path.endsWith('/comments')) return add(comments, body);
    if (method === 'POST' && path.endsWith('/reviews')) {
      for (const one of (body as { readonly comments: readonly unknown[] }).comments)
        add(reviewComments, one);
      return { status: 200, body: { id: ++last } };
    }
    if (path.endsWith('/check-runs')) return { status: 200, body: { check_runs: checkRuns } };
    if (path.includes('/issues/')) return { status: 200, body: comments };
    return path.includes('/pulls/') ? { status: 200, body: reviewComments } : { status: 404 };
  };
  return { answer, checkRuns, comments, reviewComments };
}
