import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeAnswer, SentRequest } from '../../action/github-server.ts';

/** A request as it came over the wire. */
export interface ReceivedRequest extends SentRequest {
  readonly authorization: string | undefined;
}

/**
 * Calls `use` with the address of a server of GitHub's API on the loopback, which answers as `answer` says and
 * remembers what it was asked; it is closed afterwards whatever happens.
 */
export async function withGithub<T>(
  answer: (request: ReceivedRequest) => FakeAnswer,
  use: (address: string, requests: readonly ReceivedRequest[]) => Promise<T>,
): Promise<T> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    incoming.on('end', () => {
      const address = new URL(incoming.url ?? '/', 'http://host');
      const request = {
        method: incoming.method ?? 'GET',
        path: address.pathname,
        query: Object.fromEntries(address.searchParams),
        body: text === '' ? undefined : JSON.parse(text),
        authorization: incoming.headers.authorization,
      };
      requests.push(request);
      const given = answer(request);
      if (given === 'lost') return outgoing.destroy();
      outgoing.writeHead(given.status, {
        'content-type': 'application/json; charset=utf-8',
        ...given.headers,
      });
      return outgoing.end(JSON.stringify(given.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await use(`http://127.0.0.1:${port}`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
