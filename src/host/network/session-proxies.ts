import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { OutsideRequest, ProxyTarget, SessionProxies, SessionProxy } from '../../ports/session-proxy.ts';

const maxOutside = 100;
const upstreamTimeoutMs = 30_000;

/** Session proxies of this machine, HTTP and WebSocket. */
export function nodeSessionProxies(): SessionProxies {
  return { open };
}

interface Route {
  readonly prefix: string;
  readonly target: ProxyTarget;
}

async function open(): Promise<SessionProxy> {
  const routes = new Map<string, ProxyTarget>();
  const outsideRequests: OutsideRequest[] = [];
  const sockets = new Set<Duplex>();
  let asked = 0;
  const routeOf = (request: IncomingMessage, websocket: boolean): Route | undefined => {
    asked++;
    const url = request.url ?? '/';
    const path = url.split('?')[0] ?? '';
    for (const [prefix, target] of routes) {
      if (path === prefix || path.startsWith(`${prefix}/`)) return { prefix, target };
    }
    if (outsideRequests.length < maxOutside)
      outsideRequests.push({
        url,
        websocket,
        destination: textOf(request.headers['sec-fetch-dest']),
        from: refererOf(request),
      });
    return undefined;
  };
  const server = createServer((request, response) => forward(routeOf(request, false), request, response));
  server.on('upgrade', (request, socket, head) =>
    upgrade(routeOf(request, true), request, socket, head, sockets),
  );
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => done());
  });
  return {
    port: portOf(server),
    route: (prefix, target) => void routes.set(prefix, target),
    outsideRequests,
    asked: () => asked,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const textOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

function refererOf(request: IncomingMessage): string | undefined {
  const { referer } = request.headers;
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : undefined;
}

/** The address as the service gets it: the session's prefix is stripped, as on the platform. */
function pathFor(request: IncomingMessage, route: Route): string {
  const path = (request.url ?? '/').slice(route.prefix.length);
  return path.startsWith('/') ? path : `/${path}`;
}

function headersFor(request: IncomingMessage, route: Route) {
  return {
    ...request.headers,
    'x-forwarded-prefix': route.prefix,
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-proto': 'https',
  };
}

function forward(route: Route | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (route === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('this path is outside of the session\n');
    return;
  }
  const send = route.target.tls ? httpsRequest : httpRequest;
  const upstream = send({
    host: route.target.host,
    port: route.target.port,
    method: request.method,
    path: pathFor(request, route),
    headers: headersFor(request, route),
    agent: false,
    rejectUnauthorized: false,
    timeout: upstreamTimeoutMs,
  });
  const fail = (): void => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('the service does not answer\n');
  };
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('timeout', () => upstream.destroy());
  upstream.on('error', fail);
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

function upgrade(
  route: Route | undefined,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  sockets: Set<Duplex>,
): void {
  socket.on('error', () => socket.destroy());
  if (route === undefined) {
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  const { host, port, tls } = route.target;
  const upstream = tls ? connectTls({ host, port, rejectUnauthorized: false }) : connect({ host, port });
  sockets.add(upstream);
  upstream.on('close', () => {
    sockets.delete(upstream);
    socket.destroy();
  });
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
  const lines = Object.entries(headersFor(request, route)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name}: ${one}\r\n`),
  );
  upstream.write(`${request.method} ${pathFor(request, route)} HTTP/1.1\r\n${lines.join('')}\r\n`);
  if (head.length > 0) upstream.write(head);
  socket.pipe(upstream).pipe(socket);
}
