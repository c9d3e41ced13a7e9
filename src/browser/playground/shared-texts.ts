import type { Texts } from '../../api/lint.ts';

/** The most that an address may unfold to, in characters. */
const mostCharacters = 1_000_000;

/** Texts as the fragment of an address: packed, and in letters that need no escape. A fragment is never sent to a server. */
export async function fragmentOf(texts: Texts): Promise<string> {
  const packed = await through(new CompressionStream('deflate-raw'), encoded(JSON.stringify(texts)));
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The texts in the fragment of an address; `undefined` for anything that did not come from `fragmentOf`. */
export async function textsIn(fragment: string): Promise<Texts | undefined> {
  if (!/^[\w-]+$/.test(fragment)) return undefined;
  try {
    const binary = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const unpacked = await through(new DecompressionStream('deflate-raw'), packed, mostCharacters);
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
    return areTexts(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of new Blob([bytes]).stream().pipeThrough(stream)) {
    parts.push(part);
    length += part.length;
    if (length > most) throw new RangeError('the texts are too long');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function areTexts(read: unknown): read is Texts {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
  const entries = Object.entries(read);
  return entries.length > 0 && entries.every(([path, text]) => path !== '' && typeof text === 'string');
}
