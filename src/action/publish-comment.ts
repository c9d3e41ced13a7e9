import { commentBody, commentMark, wantsComment } from '../report/github/comment.ts';
import { failureWords, type GithubApi } from './github-api.ts';
import { type FailedAnswer, pagesOf } from './pages-of.ts';
import { linkTo, type Publication } from './publication.ts';

/** Pages of comments on a pull request that are looked through for ours. */
const mostPages = 10;

/** Writes or edits the one comment on the pull request; gives a sentence when it could not. */
export async function publishComment(publication: Publication, api: GithubApi): Promise<readonly string[]> {
  const { shown, verdict, context, settings, use } = publication;
  const pull = context.pullRequest;
  if (pull === undefined) return ['no comment was written: this is no pull request'];
  const mark = commentMark(use.name);
  const found = await findComment(api, context.repo, pull.number, mark);
  if (found.kind === 'failed') return [notWritten(found)];
  const present = found.id !== undefined;
  const failed = verdict !== 'clean';
  const delta = publication.delta;
  if (!wantsComment(settings.comment, { present, failed, document: shown.document, delta })) return [];
  const body = commentBody(shown.document, shown.lines, mark, delta, {
    linkTo: linkTo(publication),
    title: use.title,
  });
  const answer =
    found.id === undefined
      ? await api.request(
          'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          { ...context.repo, issue_number: pull.number, body },
          async () => {
            const made = await findComment(api, context.repo, pull.number, mark);
            if (made.kind === 'failed') return made;
            return made.id === undefined ? undefined : { kind: 'answer', data: { id: made.id } };
          },
        )
      : await api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          ...context.repo,
          comment_id: found.id,
          body,
        });
  return answer.kind === 'failed' ? [notWritten(answer)] : [];
}

function notWritten(failed: FailedAnswer): string {
  return `the comment was not written: ${failureWords(failed, 'pull-requests: write')}`;
}

type FoundComment = { readonly kind: 'found'; readonly id: number | undefined } | FailedAnswer;

/** Looks for our comment; one of somebody else with the same mark is left alone. */
async function findComment(
  api: GithubApi,
  repo: Publication['context']['repo'],
  number: number,
  mark: string,
): Promise<FoundComment> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  for await (const page of pagesOf<Comment>(api, route, { ...repo, issue_number: number }, mostPages)) {
    if (page.kind === 'failed') return page;
    for (const one of page.items) {
      if (one.body?.startsWith(mark) !== true) continue;
      const writer = one.user?.type === 'Bot' ? 'us' : await writerOf(one, api);
      if (typeof writer !== 'string') return writer;
      if (writer === 'us') return { kind: 'found', id: one.id };
    }
  }
  return { kind: 'found', id: undefined };
}

/** Whether the token's own user has written a comment; only tokens of persons have one. */
async function writerOf(comment: Comment, api: GithubApi): Promise<'us' | 'another' | FailedAnswer> {
  const answer = await api.request('GET /user', {});
  if (answer.kind === 'failed') return answer.lacks === 'rights' ? 'another' : answer;
  const { id } = (answer.data ?? {}) as { readonly id?: unknown };
  return typeof id === 'number' && id === comment.user?.id ? 'us' : 'another';
}

interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly type?: string; readonly id?: number } | null;
}
