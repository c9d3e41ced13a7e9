import { appendFileSync, closeSync, existsSync, readFileSync } from 'node:fs';
import { setFailed, setOutput } from '@actions/core';
import { nodeClock } from '../host/clock.ts';
import type { Clock } from '../ports/clock.ts';

/** What a step of a job can do to be seen. */
export interface Step {
  /** Writes to the log, commands included. */
  readonly print: (text: string) => void;
  /** Sets an output; gives why it could not. */
  readonly output: (name: string, value: string) => string | undefined;
  /** Makes the step fail, with an annotation. */
  readonly fail: (message: string) => void;
  /** Adds to the summary of the step; gives why it could not. */
  readonly summarise: (markdown: string) => string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The platform of the runner, as Node names it. */
  readonly platform: string;
  readonly clock: Clock;
  /** How the server is reached; absent: as Node does it. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * The step that this process is.
 *
 * @param token what it may do at the server; empty for nothing
 */
export function runnerStep(token: string): Step {
  return {
    print: (text) => process.stdout.write(text),
    output(name, value) {
      const { GITHUB_OUTPUT } = process.env;
      if (!GITHUB_OUTPUT || !existsSync(GITHUB_OUTPUT))
        return 'the outputs of this step are lost: GITHUB_OUTPUT names no file';
      try {
        setOutput(name, value);
        return undefined;
      } catch (error) {
        return `the outputs of this step are lost: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
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
    environment: { ...process.env, INPUT_TOKEN: token },
    platform: process.platform,
    clock: nodeClock(),
  };
}

/** The token as `action.yml` hands it over: on a descriptor, because an environment can be read by others. */
export function tokenHandedOver(): string {
  const { INPUT_TOKEN } = process.env;
  if (INPUT_TOKEN !== undefined) return INPUT_TOKEN;
  const descriptor = Number(process.env['TOKEN_DESCRIPTOR'] ?? Number.NaN);
  if (!Number.isInteger(descriptor)) return '';
  try {
    const token = readFileSync(descriptor, 'utf8').trim();
    closeSync(descriptor);
    return token;
  } catch {
    return '';
  }
}
