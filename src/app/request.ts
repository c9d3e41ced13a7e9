import { suggest } from '../base/suggest.ts';
import type { FailOn } from '../report/document/verdict.ts';
import type { RunMode } from '../trace/run-record.ts';
import type { ChangeBase } from './changes/find-changes.ts';
import { type CommandName, type OptionWords, optionTable } from './option-table.ts';

/** A request as a roof reads it: words, not yet understood. A flag that is given has the value `true`. */
export interface RequestWords {
  readonly command: CommandName;
  /** Absolute or relative to the root; the roof has split the root off. */
  readonly paths: readonly string[];
  readonly options: OptionWords;
}

/** What is to be checked and how; everything that both roofs can ask for. */
export interface CheckRequest {
  readonly stage: 'check' | 'lint' | 'run';
  /** Relative to the repository; none means what the configuration selects. */
  readonly paths: readonly string[];
  /** Globs that replace those of the configuration. */
  readonly workflows: readonly string[];
  readonly configuration: string | undefined;
  /** Absent: what the configuration says, else `error`. */
  readonly failOn: FailOn | undefined;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Only what changed since then. Absent: everything. */
  readonly changed: ChangeBase | undefined;
  /** Whether what the change does not concern is left out altogether, or linted and not run. */
  readonly unchanged: 'left-out' | 'linted';
  readonly baseline: string | undefined;
  /**
   * What becomes of the baseline: findings that are gone are taken out, or it is left as it is, or written anew; or it is not
   * used at all.
   */
  readonly upkeep: 'shrink' | 'leave' | 'renew' | 'unused';
  /** Findings of the state that the change begins from are not reported. Absent: they are. */
  readonly newSince: ChangeBase | undefined;
  /** Which repairs are made. */
  readonly fix: 'none' | 'safe' | 'unsafe';
  /** Whether they are written into the files, or only told. */
  readonly repairs: 'written' | 'told';
  readonly modes: readonly RunMode[];
  readonly scenarios: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly inputsFile: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly stableForMs: number | undefined;
  readonly keep: 'keep' | 'remove';
  readonly start: 'run' | 'plan';
  /** The JSON report whose failed runs are repeated, empty for the last one; absent: everything is run. */
  readonly failed: string | undefined;
  /** Names of workflows whose runs may not be skipped. */
  readonly requireRun: readonly string[];
  readonly repeat: number;
  readonly screenshot: 'take' | 'none';
  readonly jobs: number | undefined;
  /** A JSON report whose runs say how long workflows take, for whoever shares them out. */
  readonly times: string | undefined;
  readonly shard: { readonly index: number; readonly count: number } | undefined;
}

/** A request that can be carried out, or what is wrong with it (exit status 2). */
export type RequestAnswer =
  | { readonly kind: 'request'; readonly request: CheckRequest }
  | { readonly kind: 'refused'; readonly message: string };

class Refusal extends Error {}

/** Reads the words of a request; the first thing that is wrong refuses it, in words for its author. */
export function readRequest(words: RequestWords): RequestAnswer {
  const { options } = words;
  try {
    for (const [name, values] of Object.entries(options)) checkWords(name, values ?? []);
    return {
      kind: 'request',
      request: {
        stage: words.command === 'lint' || words.command === 'run' ? words.command : 'check',
        paths: words.paths,
        workflows: listOf(options.workflows),
        configuration: last(options.config),
        failOn: last(options['fail-on']) as FailOn | undefined,
        only: listOf(options.only),
        skip: listOf(options.skip),
        changed: baseOf(last(options.changed)),
        unchanged: 'left-out',
        baseline: last(options.baseline),
        upkeep: given(options['update-baseline']) ? 'renew' : 'leave',
        newSince: baseOf(last(options['new-only'])),
        fix: fixOf(options),
        repairs: given(options['fix-dry-run']) ? 'told' : 'written',
        modes: unique(listOf(options.mode)) as readonly RunMode[],
        scenarios: unique(listOf(options.scenario)),
        inputs: inputsOf(options.input ?? []),
        inputsFile: last(options.inputs),
        timeoutMs: durationOf('timeout', last(options.timeout)),
        stableForMs: durationOf('stable-for', last(options['stable-for'])),
        keep: given(options.keep) ? 'keep' : 'remove',
        start: given(options.plan) ? 'plan' : 'run',
        failed: last(options.failed),
        requireRun: unique(listOf(options['require-run'])),
        repeat: countOf('repeat', last(options.repeat), 100) ?? 1,
        screenshot: given(options.screenshot) ? 'take' : 'none',
        jobs: countOf('jobs', last(options.jobs), 64),
        times: last(options.times),
        shard: shardOf(last(options.shard)),
      },
    };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** Whether a flag was given. */
export function given(values: readonly string[] | undefined): boolean {
  return values !== undefined && values.at(-1) !== 'false' && values.length > 0;
}

/** The last value of an option that was given several times. */
export function last(values: readonly string[] | undefined): string | undefined {
  return values?.at(-1);
}

/** The values of an option that takes a list: several options, or one with commas or line breaks. */
function listOf(values: readonly string[] | undefined): readonly string[] {
  return (values ?? [])
    .flatMap((value) => value.split(/[,\n]/))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function checkWords(name: string, values: readonly string[]): void {
  const row = optionTable.find((option) => option.name === name);
  const known = row?.words;
  if (row === undefined || known === undefined) return;
  for (const value of row.kind === 'list' ? listOf(values) : values) {
    if (known.includes(value)) continue;
    const near = suggest(value, known);
    const meant = near === undefined ? '' : `; did you mean "${near}"?`;
    throw new Refusal(`--${name} does not take "${value}": expected one of ${known.join(', ')}${meant}`);
  }
}

function baseOf(revision: string | undefined): ChangeBase | undefined {
  if (revision === undefined) return undefined;
  return revision === '' ? { kind: 'default-branch' } : { kind: 'revision', revision };
}

function fixOf(options: RequestWords['options']): CheckRequest['fix'] {
  if (given(options['fix-unsafe'])) return 'unsafe';
  return given(options.fix) || given(options['fix-dry-run']) ? 'safe' : 'none';
}

function inputsOf(values: readonly string[]): Readonly<Record<string, string>> {
  const inputs = new Map<string, string>();
  for (const value of values) {
    const sign = value.indexOf('=');
    if (sign <= 0)
      throw new Refusal(`-i does not take "${value}": expected KEY=VALUE, as in -i group.item=3`);
    inputs.set(value.slice(0, sign), value.slice(sign + 1));
  }
  return Object.fromEntries(inputs);
}

function durationOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const ms = readDuration(value);
  if (ms === undefined) {
    throw new Refusal(`--${name} does not take "${value}": expected a duration such as 90s, 2m or 500ms`);
  }
  return ms;
}

function countOf(name: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > most) {
    throw new Refusal(`--${name} does not take "${value}": expected a whole number from 1 to ${most}`);
  }
  return count;
}

function shardOf(value: string | undefined): CheckRequest['shard'] {
  if (value === undefined) return undefined;
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(value);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match === null || count < 1 || index < 1 || index > count) {
    throw new Refusal(`--shard does not take "${value}": expected I/N with I from 1 to N, as in 2/3`);
  }
  return { index, count };
}

const units: Readonly<Record<string, number>> = {
  '': 1000,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/** The longest duration that is taken: a day. */
const longestMs = 86_400_000;

/** Milliseconds of `90s`, `2m`, `500ms`, `1h` or a bare number of seconds; `undefined` when it is none of these. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s|m|min|h)?$/.exec(text.trim());
  if (match === null) return undefined;
  const ms = Number(match[1]) * (units[match[2] ?? ''] ?? 1000);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}
