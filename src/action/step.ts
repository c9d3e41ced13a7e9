import { appendFileSync, readFileSync } from 'node:fs';
import { setFailed, setOutput } from '@actions/core';
import { nodeClock } from '../host/clock.ts';
import type { Clock } from '../ports/clock.ts';

/** What a step of a job can do to be seen. */
export interface Step {
  /** Writes to the log, commands included. */
  readonly print: (text: string) => void;
  readonly output: (name: string, value: string) => void;
  /** Makes the step fail, with an annotation. */
  readonly fail: (message: string) => void;
  /** Adds to the summary of the step; gives why it could not. */
  readonly summarise: (markdown: string) => string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** How the server is reached; absent: as Node does it. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The step that this process is. */
export function runnerStep(): Step {
  return {
    print: (text) => process.stdout.write(text),
    output: setOutput,
    fail: setFailed,
    summarise(markdown) {
      const { GITHUB_STEP_SUMMARY } = process.env;
      if (!GITHUB_STEP_SUMMARY) return 'this server shows no step summaries';
      try {
        appendFileSync(GITHUB_STEP_SUMMARY, markdown);
        return undefined;
      } catch (error) {
        return `the step summary cannot be written: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
    environment: { ...process.env, INPUT_TOKEN: process.env['INPUT_TOKEN'] ?? tokenFromPipe() },
    clock: nodeClock(),
  };
}

/** The token as `action.yml` hands it over: on a descriptor, because an environment can be read by others. */
function tokenFromPipe(): string {
  const descriptor = Number(process.env['TOKEN_DESCRIPTOR'] ?? Number.NaN);
  if (!Number.isInteger(descriptor)) return '';
  try {
    return readFileSync(descriptor, 'utf8').trim();
  } catch {
    return '';
  }
}
