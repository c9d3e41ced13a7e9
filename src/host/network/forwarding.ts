import {
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

/** Where a request goes on, and how it looks there. */
export interface Forwarding {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Path and query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** The status for a service that cannot be reached. */
  readonly unreachable: number;
}

const timeoutMs = 30_000;

/** Sends a request on, and its answer back. */
export function forwardRequest(to: Forwarding, request: IncomingMessage, response: ServerResponse): void {
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
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('timeout', () => upstream.destroy());
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) response.destroy();
    else answerPlainly(response, error.code === 'ECONNREFUSED' ? to.unreachable : 502);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

/** Answers with a status and a line that says what it means. */
export function answerPlainly(response: ServerResponse, status: number, headers?: OutgoingHttpHeaders): void {
  const text = plainTexts[status] ?? `status ${status}`;
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(`${text}\n`);
}

const plainTexts: Readonly<Record<number, string>> = {
  307: 'log in first',
  401: 'this key is not known',
  404: 'there is no such endpoint',
  502: 'the service does not answer',
  503: 'nothing listens behind this endpoint',
};

/** Sends a request to change the protocol on, as that of a WebSocket, and joins both sides. */
export function forwardUpgrade(
  to: Forwarding,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Duplex {
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
