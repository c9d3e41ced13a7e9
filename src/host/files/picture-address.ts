import { readFileSync, statSync } from 'node:fs';

/** The largest picture that goes into a page, in bytes. */
const largest = 3_000_000;

/** A PNG file as a `data:` address; nothing when it is none, too large or not there. */
export function pictureAddress(path: string): string | undefined {
  try {
    if (!statSync(path).isFile() || statSync(path).size > largest) return undefined;
    const bytes = readFileSync(path);
    const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    return isPng ? `data:image/png;base64,${bytes.toString('base64')}` : undefined;
  } catch {
    return undefined;
  }
}
