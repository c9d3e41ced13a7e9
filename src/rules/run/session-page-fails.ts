import { runningSessionExample } from '../examples/running-session-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith, leadsNowhere } from '../run-failures.ts';

/** The first address of the session answers with an error. */
export const sessionPageFails = defineRule({
  meta: {
    id: 'session-page-fails',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: "The session's first address answers with an error: 404, 500 or the like.",
      why: 'The platform strips /me/session/USER/SESSION on the way to the service, so the page that a user sees first is the one that the service has at the slug, below its root. A service that answers only below a base path gives 404 to everything.',
      fix: 'Serve the page at the root or at the slug of the session; where a service insists on a base path, put a front before it that adds the prefix again. 401 and 403 are no errors: a service may ask for a login.',
      examples: {
        bad: [runningSessionExample({ slug: '«lab»' })],
        good: [runningSessionExample({ slug: '?reset=1' })],
      },
    },
  },
  on: 'run',
  *check(subject) {
    const { session, service } = subject.record;
    if (session !== undefined && service !== undefined && leadsNowhere(session, service.port)) return;
    yield* failuresWith('session-page-fails', subject);
    const { status, wholePathStatus } = session ?? {};
    if (session === undefined || wholePathStatus === undefined || wholePathStatus >= 400) return;
    yield {
      message: `the service answers under the whole path ${session.path} only (status ${wholePathStatus}); the platform strips ${session.prefix}, and the rest answers with ${status ?? 'nothing'}`,
      at: session.pageAt,
      help: 'serve the page at the root, or put a front before the service that adds the prefix again',
      severity: 'warning',
    };
  },
});
