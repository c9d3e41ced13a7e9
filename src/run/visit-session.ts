import type { SessionProxy } from '../ports/session-proxy.ts';
import type { SessionVisit } from '../trace/run-record.ts';
import type { RunWorld } from './run-world.ts';
import { portIn } from './service-state.ts';
import { noVncStray, sessionStrays } from './session-strays.ts';
import { takeScreenshot } from './take-screenshot.ts';
import type { SessionTarget } from './workflow-run.ts';

const timeoutMs = 3000;

/** The path of a session on the platform. */
export const sessionPrefix = (user: string, session: string): string => `/me/session/${user}/${session}`;

/** Opens a session as its user would, through the proxy, and looks at what comes back. */
export async function visitSession(
  world: RunWorld,
  proxy: SessionProxy,
  target: SessionTarget,
): Promise<SessionVisit | undefined> {
  const port = portIn(target.port);
  if (port === undefined) return undefined;
  const { plan } = world;
  const prefix = sessionPrefix(plan.resource.user, target.session);
  const { tls } = plan.ready;
  proxy.route(prefix, { host: target.host === '' ? 'localhost' : target.host, port, tls });
  const slug = target.slug === 'undefined' ? '' : target.slug.replace(/^\/+/, '');
  const path = slug.startsWith('?') ? `${prefix}${slug}` : `${prefix}/${slug}`;
  const answer = await world.ports.network.probe({
    host: '127.0.0.1',
    port: proxy.port,
    path,
    tls: false,
    timeoutMs,
  });
  const vnc = noVncStray(prefix, slug);
  const screenshot = await takeScreenshot(world, `http://127.0.0.1:${proxy.port}${path}`);
  if (answer.kind === 'none')
    return { prefix, path, strays: vnc === undefined ? [] : [vnc], at: target.at, screenshot };
  const header = (name: string): string | undefined => {
    const value = answer.headers[name];
    return typeof value === 'string' ? value : value?.[0];
  };
  const strays = sessionStrays(prefix, path, {
    status: answer.status,
    location: header('location'),
    type: header('content-type') ?? '',
    body: answer.body,
  });
  return {
    prefix,
    path,
    status: answer.status,
    strays: vnc === undefined ? strays : [...strays, vnc],
    at: target.at,
    screenshot,
  };
}
