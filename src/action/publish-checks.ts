import { checkRunRequests } from '../report/github/check-run.ts';
import { formatMarkdown } from '../report/markdown/markdown.ts';
import { type ApiAnswer, failureWords, type GithubApi } from './github-api.ts';
import { linkTo, type Publication } from './publication.ts';

/** Makes a check run with every finding; gives a sentence when it could not. */
export async function publishCheckRun(publication: Publication, api: GithubApi): Promise<readonly string[]> {
  const { source, shown, verdict, context, folder, use } = publication;
  const summary = formatMarkdown(shown.document, shown.lines, {
    linkTo: linkTo(publication),
    maxBytes: 60_000,
    title: use.title,
  });
  const { conclusion, outputs } = checkRunRequests(source.document, verdict, summary, source.rules, folder);
  const [first, ...rest] = outputs;
  const made = await api.request(
    'POST /repos/{owner}/{repo}/check-runs',
    {
      ...context.repo,
      name: use.title,
      head_sha: context.headSha,
      status: 'completed',
      external_id: publication.id,
      conclusion,
      output: first,
    },
    () => findCheckRun(publication, api),
  );
  if (made.kind === 'failed') return [`the check run was not made: ${failureWords(made, 'checks: write')}`];
  const id = (made.data as { readonly id?: unknown }).id;
  if (typeof id !== 'number')
    return ['the check run was made without a number: its other findings are left out'];
  for (const output of rest) {
    const added = await api.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...context.repo,
      check_run_id: id,
      output,
    });
    if (added.kind === 'failed') return [`the check run does not have every finding: ${added.why}`];
  }
  return [];
}

/** Looks for the check run that this process has made. */
async function findCheckRun(
  { context, use, id }: Publication,
  api: GithubApi,
): Promise<ApiAnswer | undefined> {
  const answer = await api.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ...context.repo,
    ref: context.headSha,
    check_name: use.title,
    per_page: 100,
  });
  if (answer.kind === 'failed') return answer;
  const { check_runs: runs } = (answer.data ?? {}) as { readonly check_runs?: readonly CheckRun[] };
  const own = Array.isArray(runs) ? runs.find((run: CheckRun) => run.external_id === id) : undefined;
  return own === undefined ? undefined : { kind: 'answer', data: own };
}

interface CheckRun {
  readonly id?: unknown;
  readonly external_id?: string | null;
}
