/** One request that the fake server got. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the fake server answers: a status with a body, or a failure of the connection. */
export type FakeAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'lost';

/** A server of GitHub's API that only remembers; `answer` decides by method and path. */
export function githubServer(answer: (request: SentRequest) => FakeAnswer): {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly SentRequest[];
} {
  const requests: SentRequest[] = [];
  const fetch = async (url: unknown, options?: { method?: string; body?: unknown }): Promise<Response> => {
    const address = new URL(String(url));
    const request = {
      method: options?.method ?? 'GET',
      path: address.pathname,
      query: Object.fromEntries(address.searchParams),
      body: typeof options?.body === 'string' ? JSON.parse(options.body) : undefined,
    };
    requests.push(request);
    const given = answer(request);
    if (given === 'lost') throw new TypeError('fetch failed');
    return new Response(JSON.stringify(given.body ?? {}), {
      status: given.status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...given.headers },
    });
  };
  return { fetch: fetch as typeof globalThis.fetch, requests };
}
