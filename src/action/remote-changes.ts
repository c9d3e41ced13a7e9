import type { Change, Changes } from '../app/changes/change.ts';
import { parsePatch } from '../app/changes/parse-diff.ts';
import type { GithubContext } from '../host/github-context.ts';
import type { GithubApi } from './github-api.ts';
import { pagesOf } from './pages-of.ts';

/** GitHub lists at most 3000 files of a pull request, and 300 of a comparison. */
const mostPages = 30;
const mostCompared = 300;

/** Asks GitHub for the files of a change; `undefined` when it cannot tell them all. */
export async function remoteChanges(context: GithubContext, api: GithubApi): Promise<Changes | undefined> {
  if (context.pullRequest !== undefined) return pullFiles(context, context.pullRequest.number, api);
  if (context.mergeGroup !== undefined) {
    return comparedFiles(context, context.mergeGroup.baseSha, context.mergeGroup.headSha, api);
  }
  if (context.push !== undefined && !/^0*$/.test(context.push.before)) {
    return comparedFiles(context, context.push.before, context.headSha, api);
  }
  return undefined;
}

async function pullFiles(
  context: GithubContext,
  number: number,
  api: GithubApi,
): Promise<Changes | undefined> {
  const changes: Change[] = [];
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  for await (const page of pagesOf<ApiFile>(
    api,
    route,
    { ...context.repo, pull_number: number },
    mostPages,
  )) {
    if (page.kind === 'failed') return undefined;
    changes.push(...page.items.flatMap(changesOf));
    if (page.isLast) return { kind: 'changes', changes, since: context.pullRequest?.baseSha ?? '' };
  }
  return undefined;
}

async function comparedFiles(
  context: GithubContext,
  base: string,
  head: string,
  api: GithubApi,
): Promise<Changes | undefined> {
  const answer = await api.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...context.repo,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  if (answer.kind === 'failed') return undefined;
  const files = (answer.data as { readonly files?: readonly ApiFile[] }).files;
  if (!Array.isArray(files) || files.length >= mostCompared) return undefined;
  return { kind: 'changes', changes: files.flatMap(changesOf), since: base };
}

interface ApiFile {
  readonly filename?: string;
  readonly previous_filename?: string;
  readonly patch?: string;
}

function changesOf({ filename, previous_filename, patch }: ApiFile): readonly Change[] {
  if (typeof filename !== 'string') return [];
  const lines = typeof patch === 'string' ? parsePatch(patch) : undefined;
  const before = typeof previous_filename === 'string' ? [{ path: previous_filename, lines: [] }] : [];
  return [{ path: filename, lines }, ...before];
}
