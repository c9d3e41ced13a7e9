import { join } from 'node:path';
import { type Ended, type Order, runProgram } from './program.ts';
import { projectRoot, scratchAround } from './scratch.ts';

/** The parts of the JSON report that the tests read (contract, part 2). */
export interface JsonReport {
  readonly summary: Readonly<
    Record<'errors' | 'warnings' | 'notes' | 'workflows' | 'passed' | 'failed', number>
  >;
  readonly workflows: readonly { readonly name: string; readonly path: string; readonly outcome: string }[];
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly path: string;
    readonly workflow?: string;
    readonly range: { readonly start: Place; readonly end: Place };
    readonly help?: string;
  }[];
  readonly runs: readonly {
    readonly workflow: string;
    readonly outcome: string;
    readonly cause?: string;
    readonly reason?: string;
    readonly failure?: {
      readonly message: string;
      readonly path?: string;
      readonly range?: { readonly start: Place };
    };
    readonly session?: { readonly status?: number };
    readonly service?: { readonly port: number };
    readonly fidelity: readonly { readonly what: string; readonly how: string }[];
    readonly coordination: readonly { readonly file: string }[];
    readonly leftovers: readonly unknown[];
  }[];
  readonly faults: readonly unknown[];
}

/** A position as people count, from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The committed bundle of the command line. */
export const cliBundle = join(projectRoot, 'dist/cli/index.js');

/** An environment built from nothing but what any login has. */
export function plainEnvironment(home: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', NO_COLOR: '1' };
}

/** Runs the command line as a user does from a checkout. */
export function runCli(
  cwd: string,
  args: readonly string[],
  order: Partial<Pick<Order, 'env' | 'limitMs' | 'onOutput' | 'command'>> = {},
): Promise<Ended> {
  return runProgram({
    command: process.execPath,
    env: plainEnvironment(scratchAround(cwd)),
    ...order,
    args: [cliBundle, ...args],
    cwd,
  });
}

/** Reads a report from standard output; fails with all that the program said when there is none. */
export function reportOf(ended: Ended): JsonReport {
  try {
    return JSON.parse(ended.stdout) as JsonReport;
  } catch {
    throw new Error(
      `no report; status ${ended.status}, signal ${ended.signal}\n${ended.stdout}\n${ended.stderr}`,
    );
  }
}
