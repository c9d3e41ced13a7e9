/** Time, so that tests can own it. */
export interface Clock {
  /** Milliseconds of a clock that never runs backwards. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
