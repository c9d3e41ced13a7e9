import { sentenceOf } from '../diagnostics/fault-trace.ts';

/** How long nothing may be typed until texts are looked at, in milliseconds. */
export interface Pauses {
  /** Until the rules are asked. */
  readonly rules: number;
  /** Until all that was found is shown, and ShellCheck is asked. */
  readonly everything: number;
}

/** Looks at texts that wait until nobody types. */
export interface PlannedLooks {
  /** Looks after these pauses, in place of what was planned before. */
  plan(after: Pauses): void;
  /** Takes back what was planned. */
  cancel(): void;
  /** Looks at everything when what was begun before has ended, and is done then. */
  everythingNow(): Promise<void>;
}

/**
 * Plans two kinds of looks. One look at everything ends before the next one begins.
 *
 * @param trouble told of what a look throws
 */
export function plannedLooks(
  askRules: () => Promise<void>,
  askEverything: () => Promise<void>,
  trouble: (sentence: string) => void,
): PlannedLooks {
  let rules: ReturnType<typeof setTimeout> | undefined;
  let everything: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> = Promise.resolve();
  const failed = (error: unknown): void => trouble(sentenceOf(error));

  function cancel(): void {
    clearTimeout(rules);
    clearTimeout(everything);
  }
  function everythingNow(): Promise<void> {
    working = working.then(askEverything).catch(failed);
    return working;
  }
  return {
    cancel,
    everythingNow,
    plan(after) {
      cancel();
      rules = setTimeout(() => void askRules().catch(failed), after.rules);
      everything = setTimeout(() => void everythingNow(), after.everything);
    },
  };
}
