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
  const text = configuration
    .map((piece, index) => (typeof piece === 'string' ? piece : `${opening}${index}${closing}`))
    .join('')
    .replace(/#.*$/gm, '');
  // What stands in other files is not known, but for the types of media.
  if (/(?:^|[\s;{])include\s+(?!\S*mime\.types)/.test(text)) return [];
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

function portOf(written: string, configuration: Value): string | Unknown | undefined {
  if (/^\d{2,5}$/.test(written)) return written;
  const index = new RegExp(`^${opening}(\\d+)${closing}$`).exec(written)?.[1];
  const piece = index === undefined ? undefined : configuration[Number(index)];
  return typeof piece === 'string' ? undefined : piece;
}
