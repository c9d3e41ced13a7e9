import type { YamlNode } from '../../syntax/yaml/tree.ts';
import type { ReadySettings, ReadyStrategy } from './configuration.ts';
import { byKey, type ShapeReader } from './shapes.ts';

/** Reads `ready` of a configuration: when a service counts as ready. */
export function readReady(node: YamlNode | undefined, read: ShapeReader): ReadySettings {
  const found = byKey(read.entries(node, 'ready', ['http', 'tcp', 'command', 'log', 'file']));
  const log = readStrategy(found, 'log', 'match', read);
  const logNode = found.get('log');
  if (log !== undefined && logNode && !isPattern(log.value)) {
    read.complain(`"log" is no regular expression: "${log.value}"`, logNode.span);
  }
  return {
    http: found.has('http') ? readHttp(found.get('http'), read) : undefined,
    tcp: found.has('tcp') ? readTcp(found.get('tcp'), read) : undefined,
    command: readStrategy(found, 'command', 'run', read),
    log,
    file: readStrategy(found, 'file', 'path', read),
  };
}

type Found = ReadonlyMap<string, YamlNode | undefined>;

/** A text alone, or a map of the text and its time. */
function readStrategy(found: Found, key: string, part: string, read: ShapeReader): ReadyStrategy | undefined {
  if (!found.has(key)) return undefined;
  const node = found.get(key);
  if (node?.kind !== 'map') {
    const value = read.text(node, key);
    return value === undefined ? undefined : { value };
  }
  const inner = byKey(read.entries(node, key, [part, 'timeout']));
  const value = read.text(inner.get(part), `${key}: ${part}`);
  return value === undefined ? undefined : { value, timeoutMs: timeoutIn(inner, read) };
}

/** `true`, or a map of its time; `false` is as if it were not written. */
function readTcp(node: YamlNode | undefined, read: ShapeReader): ReadySettings['tcp'] {
  if (node?.kind === 'map')
    return { timeoutMs: timeoutIn(byKey(read.entries(node, 'tcp', ['timeout'])), read) };
  return read.flag(node, 'tcp') === true ? {} : undefined;
}

const timeoutIn = (found: Found, read: ShapeReader): number | undefined =>
  found.has('timeout') ? read.duration(found.get('timeout'), 'timeout') : undefined;

function readHttp(node: YamlNode | undefined, read: ShapeReader): ReadySettings['http'] {
  const found = byKey(read.entries(node, 'http', ['path', 'status', 'headers', 'body', 'tls', 'timeout']));
  const text = (key: string) => (found.has(key) ? read.text(found.get(key), key) : undefined);
  const status = found.has('status') ? read.value(found.get('status'), 'status') : undefined;
  const statusNode = found.get('status');
  if (status !== undefined && statusNode && !/^[1-5]\d\d(-[1-5]\d\d)?$/.test(status)) {
    read.complain(
      `"status" is "${status}"`,
      statusNode.span,
      'write a status such as 200, or a range such as 200-399',
    );
  }
  return {
    path: text('path'),
    status,
    headers: found.has('headers')
      ? Object.fromEntries(
          read
            .anyEntries(found.get('headers'), 'headers')
            .map((pair) => [pair.key.text.text, read.text(pair.value, pair.key.text.text) ?? '']),
        )
      : undefined,
    body: text('body'),
    tls: found.has('tls') ? read.flag(found.get('tls'), 'tls') : undefined,
    timeoutMs: timeoutIn(found, read),
  };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
