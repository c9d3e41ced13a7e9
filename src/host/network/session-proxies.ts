import { createServer, type IncomingMessage } from 'node:http';
import type { OutsideRequest, ProxyTarget, SessionProxies, SessionProxy } from '../../ports/session-proxy.ts';
import { type Forwarding, startForwarding } from './forwarding.ts';

const maxOutside = 100;

/** Session proxies of this machine, HTTP and WebSocket. */
export function nodeSessionProxies(): SessionProxies {
  return { open };
}

async function open(): Promise<SessionProxy> {
  const routes = new Map<string, ProxyTarget>();
  const outsideRequests: OutsideRequest[] = [];
  let asked = 0;
  const server = await startForwarding(createServer(), (request, websocket) => {
    asked++;
    const url = request.url ?? '/';
    const path = url.split('?')[0] ?? '';
    for (const [prefix, target] of routes) {
      if (path === prefix || path.startsWith(`${prefix}/`)) return forwardingTo(target, prefix, request);
    }
    if (outsideRequests.length < maxOutside)
      outsideRequests.push({
        url,
        websocket,
        destination: textOf(request.headers['sec-fetch-dest']),
        from: refererOf(request),
      });
    return { kind: 'refuse', status: 404, text: 'this path is outside of the session' };
  });
  return {
    port: server.port,
    route: (prefix, target) => void routes.set(prefix, target),
    outsideRequests,
    asked: () => asked,
    close: server.close,
  };
}

const textOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

function refererOf(request: IncomingMessage): string | undefined {
  const { referer } = request.headers;
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : undefined;
}

/** The session's prefix is stripped, as on the platform. */
function forwardingTo(target: ProxyTarget, prefix: string, request: IncomingMessage): Forwarding {
  return {
    kind: 'forward',
    ...target,
    path: (request.url ?? '/').slice(prefix.length).replace(/^(?!\/)/, '/'),
    headers: {
      ...request.headers,
      'x-forwarded-prefix': prefix,
      'x-forwarded-host': request.headers.host ?? '',
      'x-forwarded-proto': 'https',
    },
    unreachable: 502,
  };
}
