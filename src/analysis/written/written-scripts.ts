import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { ownerOf } from '../contract/owner.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { shellReading } from './destinations.ts';
import { passedScripts } from './passed-scripts.ts';
import { givenText } from './printed-text.ts';
import { isShellScript } from './shell-scripts.ts';
import { assembled } from './text-pieces.ts';
import { writtenFiles } from './written-files.ts';
import type { UnfinishedText, WrittenScript } from './written-script.ts';

/** Longer texts are data. */
const longestText = 200_000;

/** The shell scripts that a script writes, here-documents, lines and files put together, or passes on. */
export function writtenScripts(script: Script, context: AnalysisContext): readonly WrittenScript[] {
  const { commands } = context.ask(shellCommands, script);
  const readers = readersOf(script, context);
  const found = [
    ...passedScripts(commands, script),
    ...commands.flatMap((command) => readFromInput(command, script)),
    ...writtenFiles(script, context).filter((text) => isShellScript(text, readers)),
  ];
  return withoutDoubles(found.map((text) => finished(text, script)));
}

function finished(text: UnfinishedText, script: Script): WrittenScript {
  const { job, stepIndex, path } = script;
  return {
    ...text,
    script: { role: 'written', path, job, stepIndex, ...assembled(text.pieces, script) },
  };
}

/** A here-document that a shell reads. */
function readFromInput(command: ShellCommand, script: Script): readonly UnfinishedText[] {
  if (!command.node.redirects.some((one) => one.type !== 'Redirect')) return [];
  const destination = shellReading(command);
  if (destination === undefined) return [];
  const pieces = givenText(command, script);
  return pieces === undefined ? [] : [{ pieces, destination, whole: true, command }];
}

/** The texts of the scripts that may run what a script writes: its own, and those of its workflow. */
export function readersOf(script: Script, context: AnalysisContext): readonly string[] {
  const file = ownerOf(script, context);
  const others = [...(file?.workflow?.scripts ?? []), ...(file?.scripts ?? [])];
  return [...new Set([script, ...others])].map(({ shell }) => shell.text);
}

function withoutDoubles(scripts: readonly WrittenScript[]): readonly WrittenScript[] {
  const seen = new Set<string>();
  return scripts.filter(({ script, pieces }) => {
    const { text } = script.text;
    if (text.trim() === '' || text.length > longestText) return false;
    // A text that is wholly expanded is not known at all.
    if (!pieces.some((piece) => piece.as === 'as-written')) return false;
    const key = pieces.map(({ source, start, end }) => `${source.path}:${start}:${end}`).join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
