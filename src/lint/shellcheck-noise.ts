import type { Script } from '../model/script.ts';
import type { ShellcheckComment } from '../ports/shellcheck-engine.ts';
import type { Span } from '../source/span.ts';

/** ShellCheck's levels, most severe first. */
export type ShellcheckLevel = 'error' | 'warning' | 'info' | 'style';

/** Codes about sources that were not given to it: they stand in the job directory, which is not this repository. */
const aboutSources = new Set([1090, 1091]);

/** Codes that see a constant, a pattern or an unset variable where the platform pastes a value. */
const aboutConstants = new Set([
  2016, 2043, 2050, 2065, 2066, 2076, 2089, 2090, 2140, 2153, 2154, 2157, 2158, 2159, 2160, 2161, 2170, 2193,
  2194, 2195, 2269, 2289,
]);

/** Codes that see a variable without its other half, which stands in another file. */
const aboutOtherFiles = new Set([2034, 2154]);

/** Whether a comment is false here because of what ShellCheck cannot know: pasted values, other files, step `env`. */
export function isAnswered(
  comment: ShellcheckComment,
  script: Script,
  at: Span,
  given: ReadonlySet<string> | undefined,
): boolean {
  if (aboutSources.has(comment.code)) return true;
  if (aboutConstants.has(comment.code) && touchesHole(script, at)) return true;
  if (comment.code === 2154) {
    // `env` of the workflow, the job and the step reaches a block unseen; our own rules know it and speak instead
    if (script.role === 'run' || script.role === 'cleanup') return true;
    const name = /^(\w+) is referenced/.exec(comment.message)?.[1];
    if (name !== undefined && given?.has(name)) return true;
    if (sourcesUnknown(script.shell.text)) return true;
  }
  return aboutOtherFiles.has(comment.code) && script.role === 'sourced';
}

function touchesHole(script: Script, at: Span): boolean {
  return script.holes.some((hole) => {
    const span = script.text.spanOf(hole.start, hole.end);
    return span.start < at.end && at.start < span.end;
  });
}

/** A script that reads another one may have any variable from it. */
function sourcesUnknown(text: string): boolean {
  return /(^|[\s;&|{(])(source|\.|eval)\s+\S/m.test(text);
}
