import { given } from '../app/request.ts';
import type { CommandLine } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import { lineProgress, type Progress, silentProgress } from './progress.ts';
import { colourFor, type Streams } from './streams.ts';

/** Milliseconds between two redraws of the live view. */
const redrawMs = 200;

/**
 * Starts to tell what goes on: a live view on a terminal, lines elsewhere, nothing with `--quiet`. A runner may give its
 * steps a terminal of its own; nobody watches it, and what is drawn would stand in front of a command in the log.
 */
export function startProgress(line: CommandLine, streams: Streams): Progress {
  if (given(line.options.quiet)) return silentProgress;
  const { TERM, CI, GITHUB_ACTIONS } = streams.environment;
  const watched = streams.terminal.stderr && !CI && GITHUB_ACTIONS !== 'true';
  if (!watched || TERM === 'dumb') return lineProgress(streams.talk);
  const live = liveProgress({
    write: streams.talk,
    columns: streams.columns,
    now: () => performance.now(),
    colour: colourFor('stderr', streams, given(line.options['no-color'])),
  });
  const timer = setInterval(live.tick, redrawMs);
  timer.unref();
  return {
    ...live,
    end: () => {
      clearInterval(timer);
      live.end();
    },
  };
}
