import { visible } from '../report/terminal/terminal-text.ts';
import { guarded } from './guard.ts';
import { type NodeStream, type Output, outputTo } from './output.ts';

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
}

/** The streams of a process, which has to stay until they are done. */
export interface ProcessStreams extends Streams {
  /** Whether all words have been written, so that the process may end. */
  readonly areDone: () => boolean;
}

/** The streams of this process. A reader that went away ends nothing: the exit status still tells the verdict. */
export function terminalStreams(): ProcessStreams {
  const stdout = outputUntilClosed(1, () => process.stdout);
  const stderr = outputUntilClosed(2, () => process.stderr);
  return {
    print: (text) => stdout.write(guarded(text, process.env)),
    command: (text) => stdout.write(text),
    talk: (text) => stderr.write(guarded(text, process.env)),
    environment: process.env,
    terminal: { stdout: stdout.isTerminal, stderr: stderr.isTerminal },
    columns: () => process.stderr.columns ?? 80,
    areDone: () => stdout.isDone && stderr.isDone,
  };
}

function outputUntilClosed(descriptor: 1 | 2, stream: () => NodeStream): Output {
  let isOpen = true;
  const output = outputTo(descriptor, stream, (error) => {
    isOpen = false;
    if (error.code !== 'EPIPE' && error.code !== 'EIO' && error.code !== 'ERR_STREAM_DESTROYED') {
      // After the status of the command, which is set when all is written.
      setImmediate(() => {
        process.exitCode = 3;
      });
    }
  });
  return {
    isTerminal: output.isTerminal,
    get isDone() {
      return output.isDone;
    },
    write(text) {
      if (isOpen) output.write(text);
    },
  };
}

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
