import type { SessionVisit } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { visitSession } from './visit-session.ts';

/** The visits to the session of a run. */
export interface SessionVisits {
  /** What the last visit found; `undefined` when no session was updated. Nobody is sent any more. */
  finish(): Promise<SessionVisit | undefined>;
  /** Breaks off the visit that is under way and waits for its end. */
  abandon(): Promise<void>;
}

/**
 * Sends a visitor as soon as the service is up and `update-session` has pointed at it, while the service still has to
 * show that it stays up; another one when the session is pointed elsewhere.
 */
export function startVisits(world: RunWorld, progress: RunProgress, watch: ServiceWatch): SessionVisits {
  const over = new AbortController();
  let isUp = false;
  let last: { readonly target: SessionTarget; readonly visit: Promise<SessionVisit | undefined> } | undefined;
  const visit = async (target: SessionTarget): Promise<SessionVisit | undefined> => {
    if (over.signal.aborted) return undefined;
    const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
    const proxy = await world.ports.sessions.open();
    try {
      const { service } = progress;
      const port = watch.service()?.port;
      return await visitSession(world, proxy, { target, service, commands, port, signal: over.signal });
    } finally {
      await proxy.close();
    }
  };
  const consider = (): void => {
    const { session } = progress;
    if (!isUp || session === undefined || last?.target === session || over.signal.aborted) return;
    const before = last?.visit ?? Promise.resolve(undefined);
    const next = before.then(() => visit(session));
    // A failure is met again by whoever waits for the end; until then it must not count as unhandled.
    next.catch(() => {});
    last = { target: session, visit: next };
  };
  progress.sessionUpdated = consider;
  void watch.up.then(() => {
    isUp = true;
    consider();
  });
  return {
    async finish() {
      consider();
      return await last?.visit;
    },
    async abandon() {
      over.abort();
      await last?.visit;
    },
  };
}
