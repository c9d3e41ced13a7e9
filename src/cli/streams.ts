import { visible } from '../report/terminal/terminal-text.ts';
import { guarded } from './guard.ts';

/** Where a command's words go, and what is known of the terminal. */
export interface Streams {
  /** To stdout: the chosen format and nothing else. */
  readonly print: (text: string) => void;
  /** To stdout, for GitHub's runner to obey: workflow commands. */
  readonly command: (text: string) => void;
  /** To stderr: talk. */
  readonly talk: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether each stream is a terminal. */
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean };
  readonly columns: () => number;
  /** The platform of this machine, as Node names it. */
  readonly platform: string;
}

/** The streams of this process. A reader that went away ends nothing: the exit status still tells the verdict. */
export function terminalStreams(): Streams {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (readerIsGone.has(error.code)) return;
      process.exitCode = 3;
      if (stream === process.stdout)
        process.stderr.write(`pw-workflow-check: the report cannot be printed: ${error.message}\n`);
    });
  }
  return {
    print: (text) => process.stdout.write(guarded(text, process.env)),
    command: (text) => process.stdout.write(text),
    talk: (text) => process.stderr.write(guarded(text, process.env)),
    environment: process.env,
    terminal: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
    columns: () => process.stderr.columns ?? 80,
    platform: process.platform,
  };
}

/** What a write to a pipe or terminal fails with when nobody reads from it any more. */
const readerIsGone: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']);

/** Whether to paint a stream: a terminal that can, unless NO_COLOR or --no-color says no; FORCE_COLOR says yes. */
export function colourFor(
  stream: 'stdout' | 'stderr',
  streams: Pick<Streams, 'environment' | 'terminal'>,
  noColor: boolean,
): 'colour' | 'plain' {
  const { NO_COLOR, FORCE_COLOR, TERM } = streams.environment;
  if (noColor || (NO_COLOR !== undefined && NO_COLOR !== '')) return 'plain';
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return 'colour';
  return streams.terminal[stream] && TERM !== 'dumb' ? 'colour' : 'plain';
}

/** Says on stderr what is wrong with a request and gives its exit status. */
export function refuse(streams: Pick<Streams, 'talk'>, message: string): 2 {
  for (const line of message.split('\n')) streams.talk(`pw-workflow-check: ${visible(line)}\n`);
  return 2;
}
