import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { nodeNetwork } from '../../../src/host/network/network.ts';
import { nodeSessionProxies } from '../../../src/host/network/session-proxies.ts';
import type { SessionProxy } from '../../../src/ports/session-proxy.ts';

const prefix = '/me/session/user/s';
let service: Server;
let proxy: SessionProxy;
const upgraded: Duplex[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: request.url, prefix: request.headers['x-forwarded-prefix'] }));
  });
  service.on('upgrade', (request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    socket.write(`hello from ${request.url}`);
    socket.on('data', (data) => socket.write(data));
    socket.on('error', () => {});
    upgraded.push(socket);
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  proxy = await nodeSessionProxies().open();
  const address = service.address();
  proxy.route(prefix, {
    host: '127.0.0.1',
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    tls: false,
  });
});
afterAll(async () => {
  await proxy.close();
  for (const socket of upgraded) socket.destroy();
  service.closeAllConnections();
  await new Promise((done) => service.close(done));
});

const ask = (path: string) =>
  nodeNetwork().probe({ host: '127.0.0.1', port: proxy.port, path, tls: false, timeoutMs: 5000 });

test('strips the prefix and says which one it serves', async () => {
  const answer = await ask(`${prefix}/a?b=c`);
  expect(answer.kind === 'answer' && JSON.parse(answer.body)).toEqual({ url: '/a?b=c', prefix });
});
test('answers 404 outside of the session and remembers what was asked for', async () => {
  expect(await ask('/static/app.js')).toMatchObject({ kind: 'answer', status: 404 });
  expect(proxy.outsideRequests).toContainEqual({ url: '/static/app.js', websocket: false, from: undefined });
});
test('answers 502 when the service is gone', async () => {
  proxy.route('/me/session/user/gone', { host: '127.0.0.1', port: 1, tls: false });
  expect(await ask('/me/session/user/gone/')).toMatchObject({ status: 502 });
});
test('lets WebSockets through in both directions', async () => {
  const text = await new Promise<string>((done, failed) => {
    let seen = '';
    const socket = connect(proxy.port, '127.0.0.1', () => {
      socket.write(
        `GET ${prefix}/ws HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
      );
    });
    socket.on('data', (data: Buffer) => {
      const before = seen;
      seen += data.toString();
      if (seen.includes('hello') && !before.includes('hello')) socket.write('echo me');
      if (seen.includes('echo me')) {
        socket.destroy();
        done(seen);
      }
    });
    socket.on('error', failed);
  });
  expect(text).toContain('hello from /ws');
});
