import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import type { Inheritance } from '../written/destinations.ts';
import { isShell } from '../written/destinations.ts';
import type { WrittenScript } from '../written/written-script.ts';
import { writtenScripts } from '../written/written-scripts.ts';
import { lostInFunctions } from './lost-in-functions.ts';
import { lostInFiles, lostInPrograms } from './lost-in-programs.ts';
import type { LostVariable } from './lost-variable.ts';
import { neededVariables } from './needed-variables.ts';
import { givenToCommand, isSetBefore, ownVariables } from './own-variables.ts';

/** The variables that a script sets for itself and that texts read which it writes for others, or passes on to them. */
export function lostVariables(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  if (own === undefined || own.all.size === 0) return [];
  const found: LostVariable[] = [];
  for (const written of context.ask(writtenScripts, script)) {
    const run = runOf(written, script, context);
    if (run === undefined || run.inherits === 'unknown') continue;
    for (const { name, start, end } of context.ask(neededVariables, written.script)) {
      const set = (run.inherits === 'nothing' ? own.all : own.plain).get(name);
      // What is set only later is another matter.
      if (set === undefined || !run.commands.some((one) => isSetBefore(set, one, script))) continue;
      if (run.commands.some((command) => givenToCommand(command, name, script, written))) continue;
      found.push({
        name,
        at: written.script.text.spanOf(start, end),
        set,
        reader: run.reader,
        inherits: run.inherits,
      });
    }
  }
  return [
    ...found,
    ...context.ask(lostInFunctions, script),
    ...context.ask(lostInPrograms, script),
    ...context.ask(lostInFiles, script),
  ];
}

interface Run {
  readonly inherits: Inheritance;
  readonly reader: string;
  readonly commands: readonly ShellCommand[];
}

/** Who runs a written script; `undefined` where its writer does not, or reads it into itself. */
function runOf(written: WrittenScript, script: Script, context: AnalysisContext): Run | undefined {
  const { destination, command } = written;
  if (destination.kind === 'shell') {
    const { inherits, program } = destination;
    return { inherits, reader: program === 'ssh' ? 'the other host' : `\`${program}\``, commands: [command] };
  }
  const name = destination.name.slice(destination.name.lastIndexOf('/') + 1);
  if (!/[\w-]/.test(name) || /[$*?{]/.test(name)) return undefined;
  const runs = context.ask(shellCommands, script).commands.flatMap((one) => {
    const how = runsFile(one, name);
    return how === undefined ? [] : [{ how, command: one }];
  });
  const [first] = runs;
  if (first === undefined || runs.some(({ how }) => how !== first.how) || first.how === 'read')
    return undefined;
  return { inherits: first.how, reader: name, commands: runs.map(({ command: one }) => one) };
}

/** How a command runs a file of this name: in a process that inherits, elsewhere, or by reading it. */
function runsFile({ program, words, node }: ShellCommand, name: string): Inheritance | 'read' | undefined {
  const isFile = (text: string | undefined) => text === name || text?.endsWith(`/${name}`) === true;
  const texts = [...(node.name === undefined ? [] : [node.name]), ...node.args].map((word) =>
    word.text.replaceAll(/["']/g, ''),
  );
  if (!texts.some(isFile)) return undefined;
  if (program === 'source' || program === '.') return 'read';
  const first = words.find((word) => !/^[-+]/.test(word.text))?.text.replaceAll(/["']/g, '');
  if (isShell(program)) return isFile(first) ? 'exported' : undefined;
  if (program === 'sbatch' || program === 'srun') {
    return words.some((word) => word.text.startsWith('--export')) ? 'unknown' : 'exported';
  }
  if (program === 'qsub') return words.some((word) => /^-[Vv]/.test(word.text)) ? 'unknown' : 'nothing';
  // Behind `exec`, `nohup`, `timeout` and the like the file itself is the program.
  return program === name && texts.some((text) => isFile(text) && text.includes('/'))
    ? 'exported'
    : undefined;
}
