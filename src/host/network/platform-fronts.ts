import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { EndpointRoute, PlatformFront, PlatformFronts } from '../../ports/platform-front.ts';
import { type Forwarding, type ForwardingServer, type Refusal, startForwarding } from './forwarding.ts';

/** Stand-ins of the platform's front on this machine. */
export function nodePlatformFronts(): PlatformFronts {
  return { open };
}

/** A route, and what its service last answered to anybody. */
interface Served {
  readonly route: EndpointRoute;
  lastStatus: number | undefined;
}

async function open(key: string): Promise<PlatformFront> {
  // only runs with endpoints load what writes certificates
  const { localAuthority } = await import('./local-authority.ts');
  const { authority, ...own } = localAuthority();
  const credentials = { cert: own.certificate, key: own.key };
  const below = new Map<string, Served>();
  const servers = new Set<ForwardingServer>();
  const listen = async (servedFor: (path: string) => Served | undefined): Promise<ForwardingServer> => {
    const server = await startForwarding(createServer(credentials), (request) => {
      const served = servedFor((request.url ?? '/').split('?')[0] ?? '');
      return served === undefined
        ? { kind: 'refuse', status: 404, text: 'there is no such endpoint' }
        : (refusal(served.route, key, request) ?? forwardingTo(served, request));
    });
    servers.add(server);
    return server;
  };
  const main = await listen((path) => {
    for (const [prefix, served] of below) {
      if (path === prefix || path.startsWith(`${prefix}/`)) return served;
    }
    return undefined;
  });
  return {
    port: main.port,
    trusted: `${machineAuthorities().trimEnd()}\n${authority}`,
    async serve(route) {
      const served: Served = { route, lastStatus: undefined };
      const lastStatus = (): number | undefined => served.lastStatus;
      if (route.prefix !== '') {
        below.set(route.prefix, served);
        return { port: main.port, lastStatus, close: () => void below.delete(route.prefix) };
      }
      const server = await listen(() => served);
      return { port: server.port, lastStatus, close: () => void server.close() };
    },
    async close() {
      await Promise.all([...servers].map((server) => server.close()));
    },
  };
}

/** Why the front does not let a request through; `undefined` when it may pass. */
function refusal(route: EndpointRoute, key: string, request: IncomingMessage): Refusal | undefined {
  const { authorization } = request.headers;
  if (route.open || authorization === `Bearer ${key}`) return undefined;
  if (authorization !== undefined) return { kind: 'refuse', status: 401, text: 'this key is not known' };
  const location = `/login?redirect=${encodeURIComponent(request.url ?? '/')}`;
  return { kind: 'refuse', status: 307, text: 'log in first', headers: { location } };
}

function forwardingTo(served: Served, request: IncomingMessage): Forwarding {
  const { route } = served;
  const { host = '' } = request.headers;
  const url = request.url ?? '/';
  return {
    kind: 'forward',
    host: '127.0.0.1',
    port: route.port,
    tls: route.tls,
    path: route.strip && route.prefix !== '' ? url.slice(route.prefix.length).replace(/^(?!\/)/, '/') : url,
    headers: {
      ...request.headers,
      host: route.rewriteHost ? `localhost:${route.port}` : host,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'https',
      ...(route.prefix !== '' && { 'x-forwarded-prefix': route.prefix }),
    },
    unreachable: 503,
    answered(status) {
      served.lastStatus = status;
    },
  };
}

/** Where distributions keep the authorities that this machine trusts. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** The authorities that programs of this machine trust, else those that Node.js brings. */
function machineAuthorities(): string {
  const { SSL_CERT_FILE: named } = process.env;
  for (const path of named === undefined ? bundles : [named, ...bundles]) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // the next one may be there
    }
  }
  return rootCertificates.join('\n');
}
