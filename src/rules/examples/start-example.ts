/** What differs from a usual start script, line by line; an empty text leaves the line out. */
export interface StartExampleChanges {
  readonly shebang?: string;
  /** Lines in front of the first command; usually none. */
  readonly before?: string;
  /** Finds a port. */
  readonly port?: string;
  /** Writes the file HOSTNAME. */
  readonly hostname?: string;
  /** Writes the file SESSION_PORT. */
  readonly announce?: string;
  /** Makes the marker `job.started`. */
  readonly started?: string;
  /** Becomes the service. */
  readonly service?: string;
}

/** A start script as short as one can be, but for the given changes. */
export function startExample(changes: StartExampleChanges = {}): string {
  const {
    shebang = '#!/bin/bash',
    before = '',
    port = 'port=$(pw agent open-port)',
    hostname = 'hostname > HOSTNAME',
    announce = 'echo "$port" > SESSION_PORT',
    started = 'touch job.started',
    service = 'exec python3 -m http.server "$port"',
  } = changes;
  return [shebang, before, port, hostname, announce, started, service]
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('');
}
