import type { ProbeAnswer } from '../ports/network.ts';
import type { SessionProxy } from '../ports/session-proxy.ts';
import type { SessionVisit } from '../trace/run-record.ts';
import type { RunWorld } from './run-world.ts';
import { portIn } from './service-state.ts';
import { noVncStray, sessionStrays } from './session-strays.ts';
import { takeScreenshot } from './take-screenshot.ts';
import type { SessionTarget } from './workflow-run.ts';

const timeoutMs = 3000;
/** A session that redirects more often goes round in a circle. */
const mostHops = 5;

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
  const screenshot = await takeScreenshot(world, `http://127.0.0.1:${proxy.port}${path}`);
  const visit = { prefix, path, at: target.at, screenshot };
  let at = path;
  for (let hops = 0; ; hops++) {
    const answer = await world.ports.network.probe({
      host: '127.0.0.1',
      port: proxy.port,
      path: at,
      tls: false,
      timeoutMs,
    });
    const vnc = noVncStray(prefix, at);
    if (answer.kind === 'none') return { ...visit, strays: vnc === undefined ? [] : [vnc] };
    const location = headerOf(answer, 'location');
    const type = headerOf(answer, 'content-type') ?? '';
    const strays = sessionStrays(prefix, at, { status: answer.status, location, type, body: answer.body });
    const next =
      strays.length === 0 && answer.status >= 300 && answer.status < 400 ? inside(location, at) : undefined;
    if (next === undefined || hops >= mostHops) {
      return { ...visit, status: answer.status, strays: vnc === undefined ? strays : [...strays, vnc] };
    }
    at = next;
  }
}

type Answer = Extract<ProbeAnswer, { kind: 'answer' }>;

function headerOf(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** Where a redirect leads, as a path with its query. */
function inside(location: string | undefined, from: string): string | undefined {
  if (location === undefined) return undefined;
  try {
    const url = new URL(location, `http://session.invalid${from}`);
    return `${url.pathname}${url.search}`;
  } catch {
    return undefined;
  }
}
