import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from './parsed-script.ts';
import type { ShellCommand } from './shell-command.ts';
import { CommandReader } from './shell-command-reader.ts';
import type { Occurrence } from './shell-occurrences.ts';

/** A script as a flat list of what it runs. */
export interface ShellCommands {
  /** In the order in which they are written. */
  readonly commands: readonly ShellCommand[];
  /** Whether it has a `while`, `until` or `for`. */
  readonly loops: boolean;
}

/** Lists the commands of a script. */
export function shellCommands(script: Script, context: AnalysisContext): ShellCommands {
  const reader = context.ask(readOnce, script);
  return { commands: reader.commands, loops: reader.loops };
}

/** Lists every variable and every `${{ … }}` of a script with the quotes around it, in the order of the text. */
export function shellOccurrences(script: Script, context: AnalysisContext): readonly Occurrence[] {
  return context.ask(readOnce, script).occurrences.toSorted((one, other) => one.start - other.start);
}

/** One walk over the tree for both. */
function readOnce(script: Script, context: AnalysisContext): CommandReader {
  const reader = new CommandReader(script);
  reader.script(context.ask(parsedScript, script).tree);
  return reader;
}
