import { constants, fstatSync, openSync, type Stats, statSync, writeSync } from 'node:fs';

/** An open place for words: standard output or standard error. */
export interface Output {
  /** Writes all of a text, at once or as soon as the reader takes it. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Whether all of it has been written: nothing waits for a reader, and no write has failed. */
  readonly isDone: boolean;
}

/** What is needed of one of Node's own streams. */
export interface NodeStream {
  write(bytes: Uint8Array): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  readonly isTTY?: boolean;
}

/**
 * Writes to an open file without Node's streams where that is the same: to files, which those write to synchronously
 * too, and to pipes as long as their reader keeps up. Loading the streams takes as long as a good part of a lint.
 *
 * @param stream Node's own stream of this file, made when it is asked for
 * @param failed told what a write failed with; it may be told again
 */
export function outputTo(
  descriptor: number,
  stream: () => NodeStream,
  failed: (error: NodeJS.ErrnoException) => void,
): Output {
  let direct = directly(descriptor);
  let opened: NodeStream | undefined;
  let hasFailed = false;
  const open = (): NodeStream => {
    if (opened === undefined) {
      opened = stream();
      opened.on('error', failed);
    }
    return opened;
  };
  return {
    isTerminal: direct === undefined && open().isTTY === true,
    get isDone() {
      return opened === undefined && !hasFailed;
    },
    write(text) {
      let rest = Buffer.from(text);
      try {
        while (direct !== undefined && rest.length > 0) rest = rest.subarray(writeSync(direct, rest));
      } catch (cause) {
        const error = cause as NodeJS.ErrnoException;
        if (error.code !== 'EAGAIN') {
          hasFailed = true;
          failed(error);
          return;
        }
        // The reader is slow: from now on Node waits for it.
        direct = undefined;
      }
      if (rest.length > 0) open().write(rest);
    },
  };
}

/** What to write to directly; `undefined` for a terminal, a socket and what cannot be opened. */
function directly(descriptor: number): number | undefined {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile() || isNull(stats)) return descriptor;
    // Opened once more, a pipe can refuse what does not fit, and others who write to it do not notice.
    if (stats.isFIFO())
      return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    // Node's own way it is
  }
  return undefined;
}

function isNull(stats: Stats): boolean {
  return stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev;
}
