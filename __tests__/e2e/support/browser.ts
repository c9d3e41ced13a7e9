import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The browser of this machine. */
export const browser =
  ['chromium', 'google-chrome']
    .flatMap((name) => (process.env['PATH'] ?? '').split(':').map((place) => join(place, name)))
    .find((file) => existsSync(file)) ?? 'chromium';
