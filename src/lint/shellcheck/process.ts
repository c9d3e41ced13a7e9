import { isBlock, type Script } from '../../model/script.ts';
import type { ShellcheckComment } from '../../ports/shellcheck-engine.ts';
import type { ToolOutcome, ToolRunner } from '../../ports/tool-runner.ts';
import { mayBeReadBy } from '../sourced-by.ts';
import type { ShellcheckLevel } from './noise.ts';

const maxOutputBytes = 64 * 1024 * 1024;
/** Data-flow analysis is known to take gigabytes on some scripts; hosted runners have 7 and more. */
const maxMemoryBytes = 3 * 1024 * 1024 * 1024;
/** Without it the user's environment could change what is found and how it is told. */
const environment = { SHELLCHECK_OPTS: '' };
/** Scripts on which ShellCheck may fail before it is not asked about the others any more. */
export const mostFailures = 3;

/** How long one script may take where those of a process may take so long together, in milliseconds. */
export const timeForEach = (togetherMs: number): number => Math.max(5_000, Math.floor(togetherMs / 4));

/** Which `shellcheck` the PATH has. */
export interface ShellcheckProgram {
  /** As it says itself; empty when it did not say. */
  readonly version: string;
  /** Whether it can do without data-flow analysis: `--extended-analysis` came with version 0.10. */
  readonly hasExtendedAnalysis: boolean;
}

/** How `shellcheck` is run. */
export interface ShellcheckOrder {
  readonly severity: ShellcheckLevel;
  readonly tools: ToolRunner;
  readonly program: ShellcheckProgram;
  /** For a batch, in milliseconds. */
  readonly timeoutMs: number;
}

/** What it said about a script, or why it said nothing. */
export type ShellcheckAnswer =
  | { readonly kind: 'answered'; readonly comments: readonly ShellcheckComment[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Looks for the program; `undefined` when there is none. */
export async function findShellcheck(tools: ToolRunner): Promise<ShellcheckProgram | undefined> {
  const outcome = await tools.run({
    command: 'shellcheck',
    arguments: ['--version'],
    environment,
    timeoutMs: 10_000,
    maxOutputBytes: 64 * 1024,
  });
  if (outcome.failed === 'missing') return undefined;
  const [version = '', major, minor] = /version: (\d+)\.(\d+)\S*/.exec(outcome.stdout) ?? [];
  return { version, hasExtendedAnalysis: Number(major) > 0 || Number(minor) >= 10 };
}

/**
 * Runs `shellcheck` over a batch of scripts in one process. When that fails, each script is tried alone, then without
 * data-flow analysis where this version can do without.
 *
 * @param among the scripts that those of the batch may read
 */
export async function runShellcheck(
  batch: readonly Script[],
  among: readonly Script[],
  order: ShellcheckOrder,
): Promise<readonly ShellcheckAnswer[]> {
  const together = await runOnce(batch, among, order, order.timeoutMs, []);
  if (typeof together !== 'string') return together.map((comments) => ({ kind: 'answered', comments }));
  const each = timeForEach(order.timeoutMs);
  const answers: ShellcheckAnswer[] = [];
  let failures = 0;
  for (const script of batch) {
    if (failures >= mostFailures) {
      answers.push({ kind: 'failed', why: 'failed on others before' });
      continue;
    }
    const answer = await runAlone(script, among, order, each);
    if (answer.kind === 'failed') failures++;
    answers.push(answer);
  }
  return answers;
}

async function runAlone(
  script: Script,
  among: readonly Script[],
  order: ShellcheckOrder,
  timeoutMs: number,
): Promise<ShellcheckAnswer> {
  const ways = order.program.hasExtendedAnalysis ? [[], ['--extended-analysis=false']] : [[]];
  let why = '';
  for (const more of ways) {
    const answer = await runOnce([script], among, order, timeoutMs, more);
    if (typeof answer !== 'string') return { kind: 'answered', comments: answer[0] ?? [] };
    why = answer;
  }
  return { kind: 'failed', why };
}

/** The comments on each script of a batch, or in words why there are none. */
async function runOnce(
  batch: readonly Script[],
  among: readonly Script[],
  { severity, tools }: ShellcheckOrder,
  timeoutMs: number,
  more: readonly string[],
): Promise<readonly (readonly ShellcheckComment[])[] | string> {
  const read = new Set(batch.flatMap((script) => mayBeReadBy(script, among)));
  for (const script of batch) read.delete(script);
  const names = namesOf([...batch, ...read]);
  const files = [...names].map(([script, name]) => ({ name, text: script.shell.text }));
  const outcome = await tools.run({
    command: 'shellcheck',
    // Sources are followed among these files only: without -x nothing else of this machine is read.
    arguments: [
      '--norc',
      '-f',
      'json1',
      '-s',
      'bash',
      '-S',
      severity,
      '-P',
      'SCRIPTDIR:.',
      ...more,
      ...files.map((file) => file.name),
    ],
    files,
    environment,
    timeoutMs,
    maxOutputBytes,
    maxMemoryBytes,
  });
  const byFile = commentsByFile(outcome);
  if (typeof byFile === 'string') return byFile;
  return batch.map((script) => byFile.get(names.get(script) ?? '') ?? []);
}

/** Scripts keep their paths, so that what they source is found; blocks get names of their own. */
function namesOf(scripts: readonly Script[]): ReadonlyMap<Script, string> {
  const names = new Map<Script, string>();
  const taken = new Set<string>();
  for (const [index, script] of scripts.entries()) {
    const { path } = script;
    const safe = !/^[-/]|\.\./.test(path) && !isBlock(script) && !taken.has(path);
    const name = safe ? path : `block-${index}.bash`;
    taken.add(name);
    names.set(script, name);
  }
  return names;
}

function commentsByFile(outcome: ToolOutcome): ReadonlyMap<string, readonly ShellcheckComment[]> | string {
  switch (outcome.failed) {
    case 'timeout':
      return 'ran out of time';
    case 'too-much-output':
      return 'printed too much';
    case 'killed':
      return 'was killed';
    case 'missing':
      return 'is gone';
    case undefined:
      break;
  }
  let answer: { readonly comments?: unknown };
  try {
    answer = JSON.parse(outcome.stdout);
  } catch {
    const words = outcome.stderr.trim().split('\n').at(-1) ?? '';
    return /heap|memory|alloc/i.test(words) ? 'ran out of memory' : `broke off${words && ` (${words})`}`;
  }
  const { comments } = answer;
  if (!Array.isArray(comments) || (outcome.status ?? 2) > 1) return 'gave no answer';
  const byFile = new Map<string, ShellcheckComment[]>();
  for (const comment of comments as readonly (ShellcheckComment & { readonly file: string })[]) {
    const list = byFile.get(comment.file);
    if (list === undefined) byFile.set(comment.file, [comment]);
    else list.push(comment);
  }
  return byFile;
}
