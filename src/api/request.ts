import { check } from '../app/check.ts';
import { type CheckRequest, readRequest } from '../app/request.ts';
import type { World } from '../app/world.ts';
import { documentOf } from '../report/document/document-of.ts';
import type { Report, RunOptions } from './types.ts';

/** What was asked for cannot be done, and why: a path or a rule that does not exist, a configuration with a mistake. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/**
 * Options as the command line would read them.
 *
 * @param paths relative to the repository
 * @throws RequestError for a value that is not taken
 */
export function requestOf(
  command: CheckRequest['stage'],
  paths: readonly string[],
  { only = [], skip = [], modes = [], scenarios = [], inputs = {}, timeoutMs }: RunOptions,
): CheckRequest {
  const read = readRequest({
    command,
    paths,
    options: {
      only,
      skip,
      mode: modes,
      scenario: scenarios,
      input: Object.entries(inputs).map(([name, value]) => `${name}=${value}`),
      ...(timeoutMs !== undefined && { timeout: [`${timeoutMs}ms`] }),
    },
  });
  if (read.kind === 'refused') throw new RequestError(read.message);
  return read.request;
}

/**
 * Carries out a request.
 *
 * @param signal ends what was started
 * @throws RequestError when it cannot be carried out
 */
export async function reportOn(
  request: CheckRequest,
  world: World,
  signal: AbortSignal = new AbortController().signal,
): Promise<Report> {
  const answer = await check(request, world, { say: () => {}, watch: () => {} }, { signal });
  if (answer.kind === 'refused') throw new RequestError(answer.message);
  return documentOf(answer.report);
}
