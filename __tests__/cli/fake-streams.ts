import type { Streams } from '../../src/cli/streams.ts';

/** Streams that only remember. */
export function fakeStreams(environment: Streams['environment'] = {}): {
  readonly streams: Streams;
  readonly seen: { out: string; err: string };
} {
  const seen = { out: '', err: '' };
  return {
    seen,
    streams: {
      print: (text) => {
        seen.out += text;
      },
      command: (text) => {
        seen.out += text;
      },
      talk: (text) => {
        seen.err += text;
      },
      environment,
      terminal: { stdout: false, stderr: false },
      columns: () => 80,
      platform: 'linux',
    },
  };
}
