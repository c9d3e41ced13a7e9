import type { RunFailure, SessionVisit } from '../../trace/run-record.ts';
import { isWorking, mostHops } from '../session/visit-session.ts';

/**
 * The failure of a session whose first address a user would open in vain. Where the service answers to the whole path, with
 * the prefix that the platform strips, sources are not of one mind, and it is no failure.
 */
export function sessionFailure(session: SessionVisit, port: number | undefined): RunFailure | undefined {
  const { status, astray, wholePathStatus, rootStatus, path } = session;
  if (status !== undefined && isWorking(status) && astray === undefined) return undefined;
  if (wholePathStatus !== undefined && isWorking(wholePathStatus)) return undefined;
  if (port !== undefined && session.port !== port && (status === undefined || status === 502)) {
    return {
      cause: 'session-page-fails',
      message: `the session was pointed at port ${session.port}, where nothing answers; the service listens on ${port}`,
      at: session.at,
      help: 'give "remotePort" the port that start.sh wrote to SESSION_PORT',
    };
  }
  const answer = answerWords(session);
  const onlySlug = rootStatus !== undefined && isWorking(rootStatus);
  return {
    cause: 'session-page-fails',
    message: `the session's first address ${answer}: ${path.slice(session.prefix.length) || '/'}`,
    at: session.pageAt,
    help: onlySlug
      ? `the root of the service answers with ${rootStatus}: give the session a slug that exists`
      : 'a user sees just this page; the platform strips the prefix of the session, so it is what the service has at its root',
  };
}

function answerWords({ status, astray }: SessionVisit): string {
  if (status === undefined) return 'gives no answer';
  switch (astray) {
    case 'circle':
      return 'redirects in a circle';
    case 'many-redirects':
      return `redirects more than ${mostHops} times, and a browser gives up`;
    case undefined:
      return `answers with status ${status}`;
  }
}
