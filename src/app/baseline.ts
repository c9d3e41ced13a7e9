import { plural } from '../base/plural.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { baselineText, type KnownFinding, knownFindingOf, readBaseline } from '../lint/baseline.ts';
import type { Configuration } from '../lint/configuration/configuration.ts';
import type { LintResult } from '../lint/lint-result.ts';
import { rules } from '../rules/index.generated.ts';
import { filePath } from '../source/span.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** Where a baseline is written unless the request or the configuration says otherwise. */
export const usualBaseline = '.pw-workflow-check-baseline.json';

const onlyWhole =
  '--update-baseline writes everything that is found: leave out paths, --only, --skip, --changed and --shard';

/** The findings that are known, and where they are written. */
export interface Baseline {
  /** As it is called in what is said about it. */
  readonly name: string;
  readonly findings: readonly KnownFinding[];
  readonly write: (text: string) => void;
}

/** The baseline of a request, `undefined` when it has none, or what is wrong with it (exit status 2). */
export type LoadedBaseline =
  | { readonly kind: 'baseline'; readonly baseline: Baseline | undefined }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the baseline that the request names, from the current folder, else the one of the configuration. */
export function loadBaseline(
  request: CheckRequest,
  configuration: Pick<Configuration, 'baseline'>,
  world: Pick<World, 'files' | 'readNamed' | 'write' | 'writeNamed'>,
): LoadedBaseline {
  if (request.upkeep === 'unused') return { kind: 'baseline', baseline: undefined };
  if (request.upkeep === 'renew' && !looksAtEverything(request))
    return { kind: 'refused', message: onlyWhole };
  const configured = configuration.baseline ?? (request.upkeep === 'renew' ? usualBaseline : undefined);
  const name = request.baseline ?? configured;
  if (name === undefined) return { kind: 'baseline', baseline: undefined };
  const path = filePath(name);
  const content = request.baseline === undefined ? world.files.read(path) : world.readNamed(name);
  const write = (text: string): void =>
    request.baseline === undefined ? world.write(path, text) : world.writeNamed(name, text);
  if (content.kind === 'problem') {
    if (request.upkeep === 'renew' && content.problem === 'missing') {
      return { kind: 'baseline', baseline: { name, findings: [], write } };
    }
    return { kind: 'refused', message: `the baseline "${name}" cannot be read: ${content.message}` };
  }
  const read = readBaseline(content.text);
  if (read.kind === 'refused') return { kind: 'refused', message: `${name}: ${read.message}` };
  return { kind: 'baseline', baseline: { name, findings: read.findings, write } };
}

/**
 * Keeps a baseline: what is gone is taken out of it, or it is written anew with everything that was found. Gives what the
 * reader should know.
 *
 * @param known what was found and is in the baseline
 * @param fresh what was found and is not
 */
export function keepBaseline(
  baseline: Baseline,
  request: CheckRequest,
  known: readonly Diagnostic[],
  fresh: readonly Diagnostic[],
  linted: Pick<LintResult, 'faults' | 'remarks'>,
): readonly string[] {
  const { name, findings, write } = baseline;
  if (request.upkeep === 'renew') {
    write(baselineText([...known, ...fresh].map(knownFindingOf)));
    return [`${name}: ${plural(known.length + fresh.length, 'finding')} written`];
  }
  if (!looksAtEverything(request) || linted.faults.length > 0) return [];
  const found = new Set(known.map((one) => one.fingerprint));
  const gone = new Set(
    findings
      .filter((one) => !found.has(one.fingerprint) && wasLookedFor(one, linted))
      .map((one) => one.fingerprint),
  );
  if (gone.size === 0) return [];
  const words = `${plural(gone.size, 'finding')} of ${name} ${gone.size === 1 ? 'is' : 'are'} gone`;
  if (request.upkeep === 'leave')
    return [`${words}: take ${gone.size === 1 ? 'it' : 'them'} out with --update-baseline`];
  write(baselineText(findings.filter((one) => !gone.has(one.fingerprint))));
  return [`${words}, and taken out of it`];
}

function looksAtEverything(request: CheckRequest): boolean {
  const { paths, workflows, only, skip, changed, shard, stage } = request;
  const narrowed = [paths, workflows, only, skip].some((list) => list.length > 0);
  return !narrowed && changed === undefined && shard === undefined && stage !== 'run';
}

/** What a run or ShellCheck said stays until the same is asked again: here they may not be, or be of another version. */
function wasLookedFor({ rule = '' }: KnownFinding, { remarks }: Pick<LintResult, 'remarks'>): boolean {
  if (rule.startsWith('shellcheck/')) return remarks.length === 0;
  return rules.find((one) => one.meta.id === rule)?.on !== 'run';
}
