import type { CheckRequest } from './request.ts';

/** Events that run with the rights of the repository on what somebody else may have written. */
const privileged: readonly string[] = ['pull_request_target', 'workflow_run'];

/** A request as the event lets it be carried out, or why it must not. */
export type AdmittedRequest =
  | { readonly kind: 'request'; readonly request: CheckRequest; readonly remark?: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Keeps scripts of a pull request from running with the rights of the repository: under such an event `check` only
 * lints, and `run` is refused.
 *
 * @param event the name of GitHub's event, when there is one
 */
export function admitRequest(
  request: CheckRequest,
  event: string | undefined,
  untrustedRun: 'allowed' | 'refused',
): AdmittedRequest {
  if (event === undefined || !privileged.includes(event) || untrustedRun === 'allowed') {
    return { kind: 'request', request };
  }
  switch (request.stage) {
    case 'lint':
      return { kind: 'request', request };
    case 'run':
      return {
        kind: 'refused',
        message: `scripts are not run under "${event}": they would have the rights of this repository; use the event "pull_request"`,
      };
    case 'check':
      return {
        kind: 'request',
        request: { ...request, stage: 'lint' },
        remark: `under "${event}" nothing was run: scripts would have the rights of this repository; use the event "pull_request"`,
      };
  }
}
