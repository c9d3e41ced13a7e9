import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Duplex } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type { EndpointRoute, PlatformFront, PlatformFronts } from '../../ports/platform-front.ts';
import { answerPlainly, type Forwarding, forwardRequest, forwardUpgrade } from './forwarding.ts';

/** Stand-ins of the platform's front on this machine. */
export function nodePlatformFronts(): PlatformFronts {
  return { open };
}

type RouteOf = (request: IncomingMessage) => EndpointRoute | undefined;

async function open(key: string): Promise<PlatformFront> {
  // only runs with endpoints load what writes certificates
  const { localAuthority } = await import('./local-authority.ts');
  const { authority, ...own } = localAuthority();
  const credentials = { cert: own.certificate, key: own.key };
  const below = new Map<string, EndpointRoute>();
  const sockets = new Set<Duplex>();
  const servers = new Set<Server>();
  const listen = async (routeOf: RouteOf): Promise<Server> => {
    const server = createServer(credentials);
    server.on('request', (request, response) => answer(routeOf(request), key, request, response));
    server.on('upgrade', (request, socket, head) => {
      const upstream = join(routeOf(request), key, request, socket, head);
      if (upstream === undefined) return;
      sockets.add(upstream);
      upstream.on('close', () => sockets.delete(upstream));
    });
    server.on('connection', (socket: Duplex) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', () => done());
    });
    servers.add(server);
    return server;
  };
  const main = await listen((request) => {
    const path = (request.url ?? '/').split('?')[0] ?? '';
    for (const [prefix, route] of below) if (path === prefix || path.startsWith(`${prefix}/`)) return route;
    return undefined;
  });
  return {
    port: portOf(main),
    trusted: `${machineAuthorities().trimEnd()}\n${authority}`,
    async serve(route) {
      if (route.prefix !== '') {
        below.set(route.prefix, route);
        return { port: portOf(main), close: () => void below.delete(route.prefix) };
      }
      const server = await listen(() => route);
      return {
        port: portOf(server),
        close() {
          servers.delete(server);
          server.close();
          server.closeAllConnections();
        },
      };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(
        [...servers].map((server) => new Promise<void>((done) => server.close(() => done()))),
      );
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The status for a request that the front does not let through; `undefined` when it may pass. */
function refusal(
  route: EndpointRoute | undefined,
  key: string,
  request: IncomingMessage,
): number | undefined {
  if (route === undefined) return 404;
  if (route.open) return undefined;
  const { authorization } = request.headers;
  if (authorization === undefined) return 307;
  return authorization === `Bearer ${key}` ? undefined : 401;
}

function answer(
  route: EndpointRoute | undefined,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const status = refusal(route, key, request);
  if (route === undefined || status !== undefined) {
    const wanted = encodeURIComponent(request.url ?? '/');
    answerPlainly(response, status ?? 404, status === 307 ? { location: `/login?redirect=${wanted}` } : {});
    return;
  }
  forwardRequest(forwardingOf(route, request), request, response);
}

function join(
  route: EndpointRoute | undefined,
  key: string,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Duplex | undefined {
  socket.on('error', () => socket.destroy());
  const status = refusal(route, key, request);
  if (route === undefined || status !== undefined) {
    socket.end(`HTTP/1.1 ${status ?? 404} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    return undefined;
  }
  return forwardUpgrade(forwardingOf(route, request), request, socket, head);
}

function forwardingOf(route: EndpointRoute, request: IncomingMessage): Forwarding {
  const { host = '' } = request.headers;
  const own = `localhost:${route.port}`;
  const url = request.url ?? '/';
  return {
    host: '127.0.0.1',
    port: route.port,
    tls: route.tls,
    path: route.strip && route.prefix !== '' ? url.slice(route.prefix.length).replace(/^(?!\/)/, '/') : url,
    headers: {
      ...request.headers,
      host: route.rewriteHost ? own : host,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'https',
      ...(route.prefix !== '' && { 'x-forwarded-prefix': route.prefix }),
    },
    unreachable: 503,
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
