import { plural } from '../base/plural.ts';
import { pathIn } from '../host/github-context.ts';
import { suggestionsOf } from '../report/github/suggestions.ts';
import { markdownText } from '../report/markdown/markdown-text.ts';
import { failureWords, type GithubApi } from './github-api.ts';
import { type FailedAnswer, pagesOf } from './pages-of.ts';
import type { Publication } from './publication.ts';

/** Suggests repairs as comments of a review; gives a sentence when it could not. */
export async function publishSuggestions(
  publication: Publication,
  api: GithubApi,
): Promise<readonly string[]> {
  const { source, context, folder, inDiff, use } = publication;
  const pull = context.pullRequest;
  if (pull === undefined) return ['no repairs were suggested: this is no pull request'];
  if (inDiff === undefined) return ['no repairs were suggested: the changed lines are not known'];
  const other = publication.otherAtHead;
  const suggestions = suggestionsOf(
    source.document,
    source.lines,
    (path, line) => inDiff(path, line) && !other.has(path),
    use.name,
  );
  if (suggestions.length === 0) return [];
  const known = await suggestedBefore(api, context.repo, pull.number);
  if (known.kind === 'failed') return [notSuggested(known)];
  const fresh = suggestions.filter(({ key }) => !known.bodies.some((body) => body.includes(key)));
  if (fresh.length === 0) return [];
  const answer = await api.request(
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    {
      ...context.repo,
      pull_number: pull.number,
      commit_id: context.headSha,
      event: 'COMMENT',
      body: `${plural(fresh.length, 'repair')} suggested by ${markdownText(use.title)}.`,
      comments: fresh.map(({ key: _, path, ...comment }) => ({
        ...comment,
        path: pathIn(folder, path),
      })),
    },
    async () => {
      const made = await suggestedBefore(api, context.repo, pull.number);
      if (made.kind === 'failed') return made;
      const there = fresh.some(({ key }) => made.bodies.some((body) => body.includes(key)));
      return there ? { kind: 'answer', data: {} } : undefined;
    },
  );
  return answer.kind === 'failed' ? [notSuggested(answer)] : [];
}

/** Pages of comments on a pull request that are looked through for ours, the newest first. */
const mostPages = 10;

type Before = { readonly kind: 'before'; readonly bodies: readonly string[] } | FailedAnswer;

/** What the review comments of a pull request say. */
async function suggestedBefore(
  api: GithubApi,
  repo: Publication['context']['repo'],
  number: number,
): Promise<Before> {
  const bodies: string[] = [];
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  const newestFirst = { ...repo, pull_number: number, sort: 'created', direction: 'desc' };
  for await (const page of pagesOf<{ readonly body?: string }>(api, route, newestFirst, mostPages)) {
    if (page.kind === 'failed') return page;
    bodies.push(...page.items.map((one) => one.body ?? ''));
  }
  return { kind: 'before', bodies };
}

function notSuggested(failed: FailedAnswer): string {
  return `repairs were not suggested: ${failureWords(failed, 'pull-requests: write')}`;
}
