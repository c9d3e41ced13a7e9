import type { Step } from '../../src/action/step.ts';

/** What a step did. */
export interface Seen {
  log: string;
  summary: string;
  readonly outputs: Record<string, string>;
  readonly failures: string[];
}

/** A step that only remembers. */
export function fakeStep(
  environment: Step['environment'],
  fetch: typeof globalThis.fetch = async () => {
    throw new Error('no network in this test');
  },
): { readonly step: Step; readonly seen: Seen } {
  const seen: Seen = { log: '', summary: '', outputs: {}, failures: [] };
  return {
    seen,
    step: {
      print: (text) => {
        seen.log += text;
      },
      output: (name, value) => {
        seen.outputs[name] = value;
        return undefined;
      },
      fail: (message) => seen.failures.push(message),
      summarise: (markdown) => {
        seen.summary += markdown;
        return undefined;
      },
      environment,
      platform: 'linux',
      clock: { now: () => 0, sleep: async () => {} },
      fetch,
    },
  };
}
