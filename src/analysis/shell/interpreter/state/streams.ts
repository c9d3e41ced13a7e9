import type { Sink } from './sink.ts';
import type { Value } from './value.ts';

/** Where a command's streams go. */
export interface Streams {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly input: Value | undefined;
  /** A redirection that fails: the command is not carried out. */
  readonly broken: boolean;
}

/** The streams of a script that nobody redirects. */
export const inheritedStreams: Streams = {
  stdout: { kind: 'inherited' },
  stderr: { kind: 'inherited' },
  input: undefined,
  broken: false,
};
