import { checkRunRequests } from '../report/github/check-run.ts';
import { formatMarkdown } from '../report/markdown/markdown.ts';
import { failureWords, type GithubApi } from './github-api.ts';
import { linkTo, type Publication } from './publication.ts';

/** Makes a check run with every finding; gives a sentence when it could not. */
export async function publishCheckRun(publication: Publication, api: GithubApi): Promise<readonly string[]> {
  const { source, verdict, context, folder } = publication;
  const summary = formatMarkdown(source.document, source.lines, {
    linkTo: linkTo(publication),
    maxBytes: 60_000,
  });
  const { conclusion, outputs } = checkRunRequests(source.document, verdict, summary, source.rules, folder);
  const [first, ...rest] = outputs;
  const made = await api.request('POST /repos/{owner}/{repo}/check-runs', {
    ...context.repo,
    name: 'pw-workflow-check',
    head_sha: context.headSha,
    status: 'completed',
    conclusion,
    output: first,
  });
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
