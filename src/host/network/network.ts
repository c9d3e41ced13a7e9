import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Network, ProbeAnswer, ProbeRequest } from '../../ports/network.ts';

const maxBodyBytes = 256 * 1024;

/** The network of this machine. */
export function nodeNetwork(): Network {
  return { probe, resolve, speaksTls, accepts };
}

function probe(order: ProbeRequest): Promise<ProbeAnswer> {
  return new Promise((done) => {
    const send = order.tls ? httpsRequest : httpRequest;
    const request = send({
      host: order.host,
      port: order.port,
      path: order.path,
      headers: { 'user-agent': 'pw-workflow-check', accept: '*/*', ...order.headers },
      agent: false,
      rejectUnauthorized: false,
    });
    const timer = setTimeout(() => {
      request.destroy();
      done({ kind: 'none', reason: 'timeout', message: `no answer within ${order.timeoutMs} ms` });
    }, order.timeoutMs);
    request.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      done({ kind: 'none', ...reasonOf(error) });
    });
    request.on('response', (response) => {
      void bodyOf(response, order.timeoutMs).then((body) => {
        clearTimeout(timer);
        request.destroy();
        done({ kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.end();
  });
}

type Reason = Extract<ProbeAnswer, { kind: 'none' }>['reason'];

function reasonOf(error: NodeJS.ErrnoException): { readonly reason: Reason; readonly message: string } {
  const code = error.code ?? '';
  const message = error.message;
  if (code === 'ECONNREFUSED') return { reason: 'refused', message };
  if (['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return { reason: 'unreachable', message };
  }
  if (code.startsWith('HPE_')) return { reason: 'not-http', message };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return { reason: 'tls', message };
  return { reason: 'closed', message };
}

/** The body as far as it comes: an endless answer is cut, a broken one is what arrived. */
function bodyOf(response: IncomingMessage, timeoutMs: number): Promise<string> {
  return new Promise((done) => {
    const parts: Buffer[] = [];
    let length = 0;
    const finish = (): void => {
      clearTimeout(timer);
      done(Buffer.concat(parts).subarray(0, maxBodyBytes).toString('utf8'));
    };
    const timer = setTimeout(finish, Math.min(timeoutMs, 1000));
    response.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length >= maxBodyBytes) finish();
    });
    response.on('end', finish);
    response.on('error', finish);
    response.on('close', finish);
  });
}

async function resolve(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map((entry) => entry.address);
  } catch {
    return [];
  }
}

function speaksTls(host: string, port: number, timeoutMs: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connectTls({ host, port, rejectUnauthorized: false, timeout: timeoutMs });
    const finish = (answer: boolean): void => {
      socket.destroy();
      done(answer);
    };
    socket.on('secureConnect', () => finish(true));
    socket.on('error', () => finish(false));
    socket.on('timeout', () => finish(false));
    socket.on('close', () => finish(false));
  });
}

function accepts(host: string, port: number, timeoutMs: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const finish = (answer: boolean): void => {
      socket.destroy();
      done(answer);
    };
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
    socket.on('timeout', () => finish(false));
  });
}
