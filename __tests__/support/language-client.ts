import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

// biome-ignore lint/suspicious/noExplicitAny: tests look at what the protocol gives field by field
export type Json = any;

/** A message of the protocol as it is read. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Json;
  readonly result?: Json;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What is published about a document. */
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Json[];
}

/** A client that writes the frames of the protocol itself, cut at any bytes. */
export interface LanguageClient {
  request(method: string, params?: unknown): Promise<Json>;
  /** The whole answer, errors included. */
  ask(method: string, params?: unknown): Promise<Message>;
  notify(method: string, params?: unknown): void;
  /** Writes bytes as they are. */
  raw(text: string | Buffer): void;
  /** Everything that was published, in order. */
  readonly published: readonly Published[];
  readonly messages: readonly Message[];
  /** What is shown of a document now. */
  shown(uri: string): readonly Json[] | undefined;
  /** Resolves as soon as something holds of what has arrived. */
  until(holds: () => boolean): Promise<void>;
  open(uri: string, text: string, version?: number): void;
  change(uri: string, text: string, version: number): void;
  close(uri: string): void;
  /** Has everything looked at now and waits until it is shown. */
  settle(): Promise<void>;
}

/**
 * @param cut how many bytes go out at a time; absent: whole messages
 * @param requests whether what the server asks for is done, or refused
 */
export function languageClient(
  input: Writable,
  output: Readable,
  cut?: () => number,
  requests: 'done' | 'refused' = 'done',
): LanguageClient {
  const published: Published[] = [];
  const messages: Message[] = [];
  const answers = new Map<number, (message: Message) => void>();
  const waiting = new Set<() => void>();
  let pending = Buffer.alloc(0);
  let lastId = 0;

  const write = (bytes: Buffer): void => {
    if (cut === undefined) {
      input.write(bytes);
      return;
    }
    for (let at = 0; at < bytes.length; ) {
      const length = Math.max(1, cut());
      input.write(bytes.subarray(at, at + length));
      at += length;
    }
  };
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const take = (message: Message): void => {
    messages.push(message);
    if (message.method === 'textDocument/publishDiagnostics') published.push(message.params);
    if (message.method === undefined && typeof message.id === 'number') {
      answers.get(message.id)?.(message);
      answers.delete(message.id);
    } else if (message.id !== undefined) {
      const error = { code: -32_603, message: 'Internal error' };
      send({ id: message.id, ...(requests === 'done' ? { result: null } : { error }) });
    }
    for (const look of [...waiting]) look();
  };
  output.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, end).toString())?.[1]);
      if (pending.length < end + 4 + length) return;
      const body = pending.subarray(end + 4, end + 4 + length).toString();
      pending = pending.subarray(end + 4 + length);
      take(JSON.parse(body) as Message);
    }
  });

  const client: LanguageClient = {
    published,
    messages,
    raw: (text) => void input.write(text),
    notify: (method, params) => send({ method, params }),
    ask(method, params) {
      const id = ++lastId;
      return new Promise((resolve) => {
        answers.set(id, resolve);
        send({ id, method, params });
      });
    },
    async request(method, params) {
      const answer = await client.ask(method, params);
      if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
      return answer.result;
    },
    shown: (uri) => published.findLast((one) => one.uri === uri)?.diagnostics,
    until(holds) {
      return new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    open(uri, text, version = 1) {
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
    },
    change(uri, text, version) {
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    close: (uri) => client.notify('textDocument/didClose', { textDocument: { uri } }),
    async settle() {
      await client.request('workspace/executeCommand', {
        command: 'pw-workflow-check.check',
        arguments: [],
      });
    },
  };
  return client;
}

/** The address of a file. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
