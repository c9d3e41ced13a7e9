import {
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest, type Server as SecureServer } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

/** Where a request goes on, and how it looks there. */
export interface Forwarding {
  readonly kind: 'forward';
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Path and query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** The status for a service that cannot be reached. */
  readonly unreachable: 502 | 503;
  /** Told the status of the answer; `undefined` when the service could not be reached. */
  readonly answered?: (status: number | undefined) => void;
}

/** Why a request does not go on. */
export interface Refusal {
  readonly kind: 'refuse';
  readonly status: number;
  readonly text: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** A server on the loopback address that sends on what it gets. */
export interface ForwardingServer {
  readonly port: number;
  /** Ends it with all its connections. */
  close(): Promise<void>;
}

/** Starts a server that sends requests and WebSockets on, and answers back, where it is told to. */
export async function startForwarding(
  server: Server | SecureServer,
  decide: (request: IncomingMessage, websocket: boolean) => Forwarding | Refusal,
): Promise<ForwardingServer> {
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('request', (request, response) => {
    const to = decide(request, false);
    if (to.kind === 'forward') forwardRequest(to, request, response);
    else answerPlainly(response, to);
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const to = decide(request, true);
    if (to.kind === 'forward') keep(forwardUpgrade(to, request, socket, head));
    else socket.end(`HTTP/1.1 ${to.status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  server.on('connection', keep);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => done());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

const timeoutMs = 30_000;

function forwardRequest(to: Forwarding, request: IncomingMessage, response: ServerResponse): void {
  const send = to.tls ? httpsRequest : httpRequest;
  const { host, port, path, headers } = to;
  const upstream = send({
    host,
    port,
    path,
    headers,
    method: request.method,
    agent: false,
    rejectUnauthorized: false,
    timeout: timeoutMs,
  });
  upstream.on('response', (answer) => {
    const status = answer.statusCode ?? 502;
    to.answered?.(status);
    response.writeHead(status, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('timeout', () => upstream.destroy());
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    to.answered?.(undefined);
    const isClosed = error.code === 'ECONNREFUSED' && to.unreachable === 503;
    answerPlainly(response, isClosed ? nothingListens : noAnswer);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

const noAnswer: Refusal = { kind: 'refuse', status: 502, text: 'the service does not answer' };
const nothingListens: Refusal = { kind: 'refuse', status: 503, text: 'nothing listens behind this endpoint' };

const answerPlainly = (response: ServerResponse, { status, text, headers }: Refusal): void =>
  void response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(`${text}\n`);

/** Sends a request to change the protocol on, as that of a WebSocket, and joins both sides. */
function forwardUpgrade(to: Forwarding, request: IncomingMessage, socket: Duplex, head: Buffer): Duplex {
  const { host, port, tls, path, headers } = to;
  const upstream = tls ? connectTls({ host, port, rejectUnauthorized: false }) : connect({ host, port });
  upstream.on('close', () => socket.destroy());
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name}: ${one}\r\n`),
  );
  upstream.write(`${request.method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  if (head.length > 0) upstream.write(head);
  socket.pipe(upstream).pipe(socket);
  return upstream;
}
