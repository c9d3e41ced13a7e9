/** How long the clean-up may take after the first and after the second signal, in milliseconds. */
const patience = { first: 60_000, second: 5_000 } as const;

/** The signals that end a program, for work that must end in order. */
export interface Interruption {
  /**
   * Listened for from the moment on that it is asked for. Until then a signal ends the program at once, as it ends any
   * other: while an analysis computes, no listener would be called.
   */
  readonly signal: AbortSignal;
  /** The exit status of the signal that came (130, 143, 129), or `undefined`. */
  readonly status: () => number | undefined;
  /** Stops listening. */
  readonly dispose: () => void;
}

const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an abort, once somebody has asked for its signal, so that what was
 * started is ended in order; when that takes too long, or a second signal comes, the process leaves after a bounded time.
 */
export function listenForInterruption(say: (sentence: string) => void): Interruption {
  const controller = new AbortController();
  let status: number | undefined;
  const timers: NodeJS.Timeout[] = [];
  const leaveAfter = (ms: number): void => {
    const timer = setTimeout(() => process.exit(status ?? 130), ms);
    timer.unref();
    timers.push(timer);
  };
  const names = Object.keys(statuses) as (keyof typeof statuses)[];
  const listen = () =>
    names.map((name) => {
      const listener = (): void => {
        if (status === undefined) {
          status = statuses[name];
          say('stopping: ending what was started');
          controller.abort();
          leaveAfter(patience.first);
        } else {
          say('leaving within 5 s');
          leaveAfter(patience.second);
        }
      };
      process.on(name, listener);
      return { name, listener };
    });
  let listeners: ReturnType<typeof listen> | undefined;
  return {
    get signal() {
      listeners ??= listen();
      return controller.signal;
    },
    status: () => status,
    dispose() {
      for (const { name, listener } of listeners ?? []) process.off(name, listener);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
