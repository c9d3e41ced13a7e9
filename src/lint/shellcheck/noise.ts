import { maySetAnything } from '../../analysis/shell/foreign-variables.ts';
import { isKnownProgram } from '../../analysis/shell/programs/programs.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import type { Script } from '../../model/script.ts';
import type { ShellcheckComment } from '../../ports/shellcheck-engine.ts';
import type { Span } from '../../source/span.ts';
import { type BashScript, parseBash } from '../../syntax/bash/parse-bash.ts';

/** ShellCheck's levels, most severe first. */
export type ShellcheckLevel = 'error' | 'warning' | 'info' | 'style';

/**
 * Codes that are never told: sources that were not given to it stand in the job directory, which is not this
 * repository; a literal `{port}` is filled in by `pw endpoints run`; words such as "done" at the end of an `echo` are
 * text, and where they are not, bash refuses the script; blanks around the word that closes a here-document are told by
 * "shell-syntax", where something is lost by them; carriage returns by "windows-line-ends", once.
 */
const neverTold = new Set([1010, 1017, 1039, 1040, 1083, 1090, 1091, 1118]);

/** Codes that see a constant, a pattern or an unset variable where the platform pastes a value. */
const aboutConstants = new Set([
  2016, 2043, 2050, 2051, 2065, 2066, 2076, 2082, 2089, 2090, 2140, 2153, 2154, 2157, 2158, 2159, 2160, 2161,
  2170, 2193, 2194, 2195, 2269, 2270, 2271, 2276, 2281, 2282, 2283, 2284, 2285, 2286, 2287, 2288, 2289, 2290,
]);

/** Codes that take the first word for a variable that is assigned or compared with blanks around the operator. */
const aboutAssignments = new Set([2283, 2284, 2285, 2290]);

/** Codes that see a variable without its other half, which may stand in another file. */
const aboutOtherFiles = new Set([2034, 2154]);

/** What is asked about the remarks on one script. */
export interface Judge {
  /** Whether a remark is false here because of what ShellCheck cannot know, or told by a rule of ours. */
  isAnswered(comment: ShellcheckComment, at: Span): boolean;
}

/**
 * A judge of the remarks on one script.
 *
 * @param comments all that ShellCheck said about it
 * @param all every script that was looked at: one may set what another reads
 */
export function judgeOf(
  script: Script,
  comments: readonly ShellcheckComment[],
  all: readonly Script[],
): Judge {
  let parsed: BashScript | undefined;
  const read = (): BashScript => {
    parsed ??= parseBash(script.shell);
    return parsed;
  };
  const gaveUp = comments.some(
    ({ code, message }) => code === 1072 || message.startsWith('Parsing stopped here'),
  );
  const readsOthers = maySetAnything(script.shell.text);
  return {
    isAnswered(comment, at) {
      const { code } = comment;
      if (neverTold.has(code)) return true;
      // files that are put together have first lines in the middle
      if (code === 1128 && script.role === 'written') return true;
      if (aboutConstants.has(code) && touchesHole(script, at)) return true;
      if (code < 2000 && comment.level === 'error') {
        // what bash refuses is told by "shell-syntax", once; what only ShellCheck cannot read is no fault
        if (read().faults.length > 0) return true;
        if (gaveUp) return true;
        // in a name that the platform completes, such as `run_${{ … }}()`, ShellCheck sees two words
        if (touchesHole(script, at)) return true;
      }
      if (aboutAssignments.has(code) && callsProgram(read(), at)) return true;
      // both ends of one pair of branches are told; the one that is never reached is enough
      if (code === 2221) return true;
      if (!aboutOtherFiles.has(code)) return false;
      if (script.role === 'sourced' || script.role === 'written' || readsOthers) return true;
      return code === 2034 ? !isPlainAssignment(read(), at) : !isSurelyUnset(comment, script, all);
    },
  };
}

function touchesHole(script: Script, at: Span): boolean {
  return [...script.holes, ...(script.filled ?? [])].some((hole) => {
    const span = script.text.spanOf(hole.start, hole.end);
    return span.start < at.end && at.start <= span.end;
  });
}

/** Whether the command around a place starts a program that takes such words: `expr a = b`, `grep = file`. */
function callsProgram(script: BashScript, at: Span): boolean {
  for (const node of script.nodes('Command')) {
    if (node.name === undefined) continue;
    const { start, end } = script.spanOf(node);
    if (start <= at.start && at.end <= end && isKnownProgram(node.name.value)) return true;
  }
  return false;
}

/** Counters of loops and columns that `read` takes apart need not be used. */
function isPlainAssignment(script: BashScript, at: Span): boolean {
  return script.nodes('Assignment').some((node) => script.spanOf(node).start === at.start);
}

/**
 * Whether a variable is really set nowhere: the script is the one that the platform starts, no other script sets it,
 * and no login shell or scheduler would. What stands in `env` reaches blocks of a workflow unseen, and scripts that
 * are looked at alone are started by something unknown.
 */
function isSurelyUnset(comment: ShellcheckComment, script: Script, all: readonly Script[]): boolean {
  if (script.role !== 'start' && script.role !== 'setup') return false;
  const name = /^(\w+) is referenced/.exec(comment.message)?.[1];
  if (name === undefined || isConventionalVariable(name)) return false;
  // the bare name may be an assignment, a word of `read`, or the argument of a function that sets what it is told
  const bare = new RegExp(`(?<![\\w$]|\\$\\{[#!]?)${name}(?!\\w)`);
  return !all.some((one) => bare.test(one.shell.text));
}
