import type { ApiAnswer, GithubApi } from './github-api.ts';

/** An answer that did not come. */
export type FailedAnswer = Extract<ApiAnswer, { kind: 'failed' }>;

/** A page of a list; it is whole when no page is behind it. */
export interface ApiPage<Item> {
  readonly kind: 'page';
  readonly items: readonly Item[];
  readonly isLast: boolean;
}

/** As many as GitHub gives at most. */
const perPage = 100;

/**
 * The pages of a list of GitHub's, from the first to the last or to one that did not come.
 *
 * @param most pages that are asked for
 */
export async function* pagesOf<Item>(
  api: GithubApi,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  most: number,
): AsyncGenerator<ApiPage<Item> | FailedAnswer> {
  for (let page = 1; page <= most; page++) {
    const answer = await api.request(route, { ...parameters, per_page: perPage, page });
    if (answer.kind === 'failed') {
      yield answer;
      return;
    }
    if (!Array.isArray(answer.data)) {
      yield { kind: 'failed', why: 'the answer is no list', lacks: 'nothing' };
      return;
    }
    const items = answer.data as readonly Item[];
    const isLast = items.length < perPage;
    yield { kind: 'page', items, isLast };
    if (isLast) return;
  }
}
