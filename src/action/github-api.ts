import type { getOctokit as GetOctokit } from '@actions/github';
import type { Clock } from '../ports/clock.ts';

/** What GitHub's API answered, or why there is no answer; asking never rejects. */
export type ApiAnswer =
  | { readonly kind: 'answer'; readonly data: unknown }
  | {
      readonly kind: 'failed';
      readonly why: string;
      /** Whether a token with more rights could help. */
      readonly lacks: 'rights' | 'nothing';
    };

/** Why something was not published, with the permission that it needs when that could help. */
export function failureWords(failed: Extract<ApiAnswer, { kind: 'failed' }>, permission: string): string {
  return failed.lacks === 'rights' ? `${failed.why}; it needs "${permission}"` : failed.why;
}

/** GitHub's REST API, as far as this action needs it. */
export interface GithubApi {
  /**
   * @param route as in the documentation: `POST /repos/{owner}/{repo}/check-runs`
   * @param made looks, before a request that had no answer is sent once more, whether it was carried out all the same:
   * the answer that it would have had, or `undefined`
   */
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    made?: () => Promise<ApiAnswer | undefined>,
  ): Promise<ApiAnswer>;
  /** Whether a request had no answer in time: those after it fail at once. */
  readonly gaveUp: () => boolean;
}

/**
 * How patient the client is, in milliseconds: for one request, for the wait that a server asks for, for all requests
 * together, and between two that write, as GitHub asks of its clients.
 */
const patience = {
  requestMs: 20_000,
  longestWaitMs: 30_000,
  totalMs: 120_000,
  betweenWritesMs: 1000,
  tries: 3,
} as const;

type Fetch = typeof globalThis.fetch;

/**
 * A client for the server that GitHub's runner names. A failure that may pass (429, 5xx, a secondary limit, a lost
 * connection) is tried again after the time that the server asks for, as long as there is patience left.
 */
export function githubApi(options: {
  /** From `@actions/github`, which takes a while to load. */
  readonly getOctokit: typeof GetOctokit;
  readonly token: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly fetch?: Fetch | undefined;
}): GithubApi {
  const { clock } = options;
  let left: number = patience.totalMs;
  let slow: ApiAnswer | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;
  const client = options.getOctokit(options.token, {
    baseUrl: options.apiUrl,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const send = (route: string, parameters: object) =>
    client.request(route, {
      ...parameters,
      request: {
        signal: AbortSignal.timeout(Math.min(patience.requestMs, left)),
        ...(options.fetch !== undefined && { fetch: options.fetch }),
      },
    });
  /** Does something and takes its time from what is left. */
  const spending = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = clock.now();
    try {
      return await work();
    } finally {
      left -= clock.now() - start;
    }
  };
  const giveUp = (why: string): ApiAnswer => {
    slow = { kind: 'failed', why: `GitHub is slow: ${why}`, lacks: 'nothing' };
    return slow;
  };
  return {
    gaveUp: () => slow !== undefined,
    async request(route, parameters, made) {
      if (slow !== undefined) return slow;
      if (!route.startsWith('GET ')) {
        const pause = wroteAt + patience.betweenWritesMs - clock.now();
        if (pause > 0) await clock.sleep(pause);
        wroteAt = clock.now();
      }
      let failure: Failure | undefined;
      for (let attempt = 1; attempt <= patience.tries; attempt++) {
        if (left <= 0) return giveUp(`its answers took more than ${patience.totalMs / 1000} s together`);
        if (failure?.arrival === 'unknown' && made !== undefined) {
          const found = await made();
          if (found !== undefined) return found;
        }
        const limit = Math.min(patience.requestMs, left);
        try {
          const { status, data } = await spending(() => send(route, parameters));
          if (status < 300) return { kind: 'answer', data };
          failure = { why: `GitHub refused (${status})`, retryAfterMs: undefined };
        } catch (error) {
          if (isTimeout(error)) return giveUp(`no answer within ${Math.ceil(limit / 1000)} s`);
          failure = failureOf(error);
        }
        if (failure.retryAfterMs === undefined || attempt === patience.tries) break;
        const wait = failure.retryAfterMs * attempt;
        if (failure.retryAfterMs > patience.longestWaitMs || wait > left) break;
        await spending(() => clock.sleep(wait));
      }
      return { kind: 'failed', why: failure?.why ?? '', lacks: failure?.lacks ?? 'nothing' };
    },
  };
}

interface Failure {
  readonly why: string;
  /** How long to wait before another try; `undefined` when another try cannot help. */
  readonly retryAfterMs: number | undefined;
  readonly lacks?: 'rights';
  /** `unknown` where the server may have done what it was asked without saying so. */
  readonly arrival?: 'unknown';
}

/** Whether a request, or what it was sent with, ended because its time was over. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: unknown };
  return name === 'TimeoutError' || name === 'AbortError' || isTimeout(cause);
}

function failureOf(error: unknown): Failure {
  const status = numberIn(error, 'status');
  const response = recordIn(error, 'response');
  if (status === undefined || response === undefined) {
    return { why: 'GitHub could not be reached', retryAfterMs: 1000, arrival: 'unknown' };
  }
  const headers = recordIn(response, 'headers');
  const seconds = Number(headers?.['retry-after']);
  const asked = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  const exhausted = headers?.['x-ratelimit-remaining'] === '0';
  const limited = /rate limit|abuse/i.test(textIn(recordIn(response, 'data'), 'message'));
  switch (status) {
    case 401:
      return { why: 'the token is not valid (401)', retryAfterMs: undefined };
    case 403:
      if (asked !== undefined || exhausted || limited)
        return { why: 'GitHub limits requests (403)', retryAfterMs: asked };
      return { why: 'the token may not do that (403)', retryAfterMs: undefined, lacks: 'rights' };
    case 404:
      return {
        why: 'it is not there, or the token may not see it (404)',
        retryAfterMs: undefined,
        lacks: 'rights',
      };
    case 422:
      return { why: 'GitHub does not take it (422)', retryAfterMs: undefined };
    case 429:
      return { why: 'GitHub limits requests (429)', retryAfterMs: asked ?? 5000 };
    default:
      return status >= 500
        ? { why: `GitHub has a failure (${status})`, retryAfterMs: asked ?? 1000, arrival: 'unknown' }
        : { why: `GitHub refused (${status})`, retryAfterMs: undefined };
  }
}

function textIn(record: Readonly<Record<string, unknown>> | undefined, key: string): string {
  const found = record?.[key];
  return typeof found === 'string' ? found : '';
}

function numberIn(value: unknown, key: string): number | undefined {
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const found = record[key];
  return typeof found === 'number' ? found : undefined;
}

function recordIn(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined;
}
