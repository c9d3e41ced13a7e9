import type { Script } from '../../model/script.ts';
import type { ResultCache } from '../../ports/result-cache.ts';
import type { ShellcheckEngine } from '../../ports/shellcheck-engine.ts';
import type { ToolRunner } from '../../ports/tool-runner.ts';
import type { FilePath } from '../../source/span.ts';
import { isTooDeep } from '../../syntax/bash/parse-bash.ts';
import { askShellcheck } from './answers.ts';
import { placedComment, type ShellcheckFinding } from './comment.ts';
import { judgeOf, type ShellcheckLevel } from './noise.ts';
import type { DisabledCodes } from './rc-file.ts';
import { isShown } from './severities.ts';
import { isUnheeded } from './unheeded-codes.ts';

/** How ShellCheck is asked. */
export interface ShellcheckOptions {
  /** The least severe level that is shown; absent: `warning`. */
  readonly severity?: ShellcheckLevel | undefined;
  /** Codes to leave out, as `SC2086` or `2086`. */
  readonly exclude?: readonly string[] | undefined;
  /** Whether a code of which nobody takes heed is shown all the same; absent: none is. */
  readonly isWanted?: ((code: number) => boolean) | undefined;
  /** Codes that the repository's own `.shellcheckrc` turns off for a script. */
  readonly disabled?: ((script: FilePath) => DisabledCodes) | undefined;
  /** For machines without a `shellcheck` on the PATH; asked only there. */
  readonly engine?: (() => Promise<ShellcheckEngine | undefined>) | undefined;
  /** Where answers are kept; absent: nowhere. */
  readonly cache?: ResultCache | undefined;
  /** For the scripts of one process together, in milliseconds; absent: 120 s. */
  readonly timeoutMs?: number | undefined;
  /** How many processes may work at once; absent: one. */
  readonly parallel?: (() => number) | undefined;
}

/** What ShellCheck found, and what the reader must know about what it did not look at. */
export interface ShellcheckResult {
  readonly findings: readonly ShellcheckFinding[];
  readonly remarks: readonly string[];
}

/**
 * Asks ShellCheck about scripts and places what it says in the files where the scripts are written. Where it cannot
 * look, a remark says so.
 */
export async function shellcheck(
  scripts: readonly Script[],
  tools: ToolRunner,
  options: ShellcheckOptions = {},
): Promise<ShellcheckResult> {
  const wanted = scripts.filter((script) => script.shell.text.trim() !== '' && !isTooDeep(script.shell));
  if (wanted.length === 0) return { findings: [], remarks: [] };
  const severity = options.severity ?? 'warning';
  const answers = await askShellcheck(wanted, { ...options, severity, tools });
  const excluded = new Set((options.exclude ?? []).map((code) => Number(code.replace(/^SC/i, ''))));
  const findings: ShellcheckFinding[] = [];
  const seen = new Set<string>();
  for (const [index, comments] of answers.comments.entries()) {
    const script = wanted[index];
    if (script === undefined) continue;
    const judge = judgeOf(script, comments, wanted);
    const isDisabled = options.disabled?.(script.path);
    for (const comment of comments) {
      if (excluded.has(comment.code) || !isShown(comment.code, comment.level, severity)) continue;
      if (isDisabled?.(comment.code)) continue;
      if (isUnheeded(comment.code) && options.isWanted?.(comment.code) !== true) continue;
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
