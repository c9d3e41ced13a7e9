import { emptyValue, type Unknown, type Value } from '../interpreter/state/value.ts';

/** One `listen` of a web server's configuration. */
export interface Listening {
  /** The address as it is written; empty for all addresses. */
  readonly address: string;
  readonly port: string | Unknown;
  readonly secured: boolean;
}

const opening = '\u0001';
const closing = '\u0002';

/** The `listen` lines of an nginx configuration; none when one of them cannot be read. */
export function listeningsOf(configuration: Value = emptyValue): readonly Listening[] {
  const text = readableText(configuration);
  if (text === undefined) return [];
  const whole = /(?:^|[\s;{])ssl\s+on\s*;/.test(text);
  const found: Listening[] = [];
  for (const [, words = ''] of text.matchAll(/(?:^|[\s;{])listen\s+([^;{}]+);/g)) {
    const [target = '', ...options] = words.trim().split(/\s+/);
    const [, address = '', written = ''] = /^(?:(.*):)?([^:\]]+)$/.exec(target) ?? [];
    const port = portOf(written, configuration);
    if (port === undefined || address.includes(opening)) return [];
    found.push({ address, port, secured: whole || options.includes('ssl') });
  }
  return found;
}

/** The ports of this machine to which an nginx configuration hands requests on; none when one of them cannot be read. */
export function backendPorts(configuration: Value = emptyValue): readonly (string | Unknown)[] {
  const text = readableText(configuration);
  if (text === undefined) return [];
  const upstreams = new Set(
    [...text.matchAll(/(?:^|[\s;{])upstream\s+(\S+?)\s*\{/g)].map(([, name]) => name),
  );
  const found: (string | Unknown)[] = [];
  const hands = /(?:^|[\s;{])(?:(?:proxy|grpc|uwsgi|fastcgi|scgi)_pass|server)\s+([^\s;{}]+)[^;{}]*;/g;
  for (const [, target = ''] of text.matchAll(hands)) {
    const address = target.replace(/^\w+:\/\//, '').replace(/\/.*$/s, '');
    if (upstreams.has(address)) continue;
    const [, written = ''] = /^(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\]):([^:]+)$/.exec(address) ?? [];
    const port = portOf(written, configuration);
    if (port === undefined) return [];
    found.push(port);
  }
  return found;
}

/** A configuration with marks for what is not known; `undefined` when a part of it stands in other files. */
function readableText(configuration: Value): string | undefined {
  const text = configuration
    .map((piece, index) => (typeof piece === 'string' ? piece : `${opening}${index}${closing}`))
    .join('')
    .replace(/#.*$/gm, '');
  // The types of media open no port.
  return /(?:^|[\s;{])include\s+(?!\S*(?:mime\.types|_params))/.test(text) ? undefined : text;
}

function portOf(written: string, configuration: Value): string | Unknown | undefined {
  if (/^\d{2,5}$/.test(written)) return written;
  const index = new RegExp(`^${opening}(\\d+)${closing}$`).exec(written)?.[1];
  const piece = index === undefined ? undefined : configuration[Number(index)];
  return typeof piece === 'string' ? undefined : piece;
}
