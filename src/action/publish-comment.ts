import { commentBody, commentMark, type FindingDelta, wantsComment } from '../report/github/comment.ts';
import { type ApiAnswer, failureWords, type GithubApi } from './github-api.ts';
import { linkTo, type Publication } from './publication.ts';

/** Comments of a pull request that are looked through for ours. */
const mostPages = 10;
const perPage = 100;

/** Writes or edits the one comment on the pull request; gives a sentence when it could not. */
export async function publishComment(
  publication: Publication,
  api: GithubApi,
  delta: FindingDelta | undefined,
): Promise<readonly string[]> {
  const { source, verdict, context, folder, settings } = publication;
  const pull = context.pullRequest;
  if (pull === undefined) return ['no comment was written: this is no pull request'];
  const mark = commentMark(folder || 'repository');
  const found = await findComment(api, context.repo, pull.number, mark);
  if (found.kind === 'failed') return [notWritten(found)];
  const present = found.id !== undefined;
  const failed = verdict !== 'clean';
  if (!wantsComment(settings.comment, { present, failed, document: source.document, delta })) return [];
  const body = commentBody(source.document, source.lines, mark, delta, {
    linkTo: linkTo(publication),
  });
  const answer =
    found.id === undefined
      ? await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...context.repo,
          issue_number: pull.number,
          body,
        })
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

type FailedAnswer = Extract<ApiAnswer, { kind: 'failed' }>;

type FoundComment = { readonly kind: 'found'; readonly id: number | undefined } | FailedAnswer;

/** Looks for our comment; one of a person with the same mark is left alone. */
async function findComment(
  api: GithubApi,
  repo: Publication['context']['repo'],
  number: number,
  mark: string,
): Promise<FoundComment> {
  for (let page = 1; page <= mostPages; page++) {
    const answer = await api.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repo,
      issue_number: number,
      per_page: perPage,
      page,
    });
    if (answer.kind === 'failed') return answer;
    const comments = Array.isArray(answer.data) ? (answer.data as readonly Comment[]) : [];
    const own = comments.find((one) => one.user?.type === 'Bot' && one.body?.startsWith(mark));
    if (own !== undefined) return { kind: 'found', id: own.id };
    if (comments.length < perPage) break;
  }
  return { kind: 'found', id: undefined };
}

interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly type?: string } | null;
}
