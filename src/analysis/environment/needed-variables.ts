import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { setNames } from '../shell/set-names.ts';
import { shellOccurrences } from '../shell/shell-commands.ts';

/** A variable that a script reads and does not set, by offset into its text. */
export interface NeededVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The variables that a script needs from its environment, each at the first place; none where it may set any. */
export function neededVariables(script: Script, context: AnalysisContext): readonly NeededVariable[] {
  if (readsOwnSettings(script)) return [];
  const set = new Set(context.ask(setNames, script).map(({ name }) => name));
  const found = new Map<string, NeededVariable>();
  const asked = new Set<string>();
  for (const { variable, start, end, quote } of context.ask(shellOccurrences, script)) {
    if (variable === undefined || !isOwnName(variable) || set.has(variable) || quote === 'quoted-here-doc')
      continue;
    if (isGuarded(script, start, end)) asked.add(variable);
    else if (!found.has(variable)) found.set(variable, { name: variable, start, end });
  }
  return [...found.values()].filter(({ name }) => !asked.has(name));
}

/** Whether a script reads a file that may set variables of the author's own; environments set theirs. */
function readsOwnSettings({ shell }: Script): boolean {
  if (/(^|[\s;&|({])(eval|read|mapfile)\s/m.test(shell.text)) return true;
  for (const [, name = ''] of shell.text.matchAll(/(?:^|[\s;&|({])(?:source|\.)\s+["']?(\S+)/gm))
    if (!isEnvironment(name.replace(/["']?;?$/, ''))) return true;
  return false;
}

/** Whether a sourced file prepares a program's environment, and has nothing of the author's own. */
export function isEnvironment(name: string): boolean {
  return /(activate|conda\.sh|mamba\.sh|modules?\.sh|lmod\.sh|bashrc|profile|setvars\.sh)$/.test(name);
}

/** Names that nobody but the author gives a value to. */
export function isOwnName(name: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name) || /^_+$/.test(name)) return false;
  return !isConventionalVariable(name) || /^(PORT|service_port|JOB_DIR)$/.test(name);
}

/** Whether an expansion says what to take when the variable is not set. */
export function isGuarded({ shell }: Script, start: number, end: number): boolean {
  return /^\$\{\w+(\[[^\]]*\])?:?[-=+?]/.test(shell.text.slice(start, end));
}
