import { plural } from '../base/plural.ts';
import { suggestionsOf } from '../report/github/suggestions.ts';
import { type ApiAnswer, failureWords, type GithubApi } from './github-api.ts';
import { prefixIn } from './github-context.ts';
import type { Publication } from './publication.ts';

/** Suggests repairs as comments of a review; gives a sentence when it could not. */
export async function publishSuggestions(
  publication: Publication,
  api: GithubApi,
): Promise<readonly string[]> {
  const { source, context, root, inDiff } = publication;
  const pull = context.pullRequest;
  if (pull === undefined) return ['no repairs were suggested: this is no pull request'];
  if (inDiff === undefined) return ['no repairs were suggested: the changed lines are not known'];
  const suggestions = suggestionsOf(source.document, source.lines, inDiff);
  if (suggestions.length === 0) return [];
  const known = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
    ...context.repo,
    pull_number: pull.number,
    per_page: 100,
    sort: 'created',
    direction: 'desc',
  });
  if (known.kind === 'failed') return [notSuggested(known)];
  const bodies = Array.isArray(known.data)
    ? (known.data as readonly { readonly body?: string }[]).map((one) => one.body ?? '')
    : [];
  const fresh = suggestions.filter(({ key }) => !bodies.some((body) => body.includes(key)));
  if (fresh.length === 0) return [];
  const prefix = prefixIn(context.workspace, root);
  const answer = await api.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...context.repo,
    pull_number: pull.number,
    commit_id: context.headSha,
    event: 'COMMENT',
    body: `${plural(fresh.length, 'repair')} suggested by pw-workflow-check.`,
    comments: fresh.map(({ key: _, path, ...comment }) => ({
      ...comment,
      path: prefix ? `${prefix}/${path}` : path,
    })),
  });
  return answer.kind === 'failed' ? [notSuggested(answer)] : [];
}

function notSuggested(failed: Extract<ApiAnswer, { kind: 'failed' }>): string {
  return `repairs were not suggested: ${failureWords(failed, 'pull-requests: write')}`;
}
