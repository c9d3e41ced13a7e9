import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { ownerOf } from '../contract/owner.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { branchesOf, isTaken } from './branches.ts';
import { type Destination, destinationsOf, fileName, shellReading } from './destinations.ts';
import { passedScripts } from './passed-scripts.ts';
import { givenText, printedText } from './printed-text.ts';
import { isShellScript } from './shell-scripts.ts';
import { assembled, type TextPiece } from './text-pieces.ts';
import type { UnfinishedText, WrittenScript } from './written-script.ts';

/** Of an `if` or a `case`, how many branches are looked at; the text is another in each. */
const mostChoices = 4;
/** Longer texts are data. */
const longestText = 200_000;

/** The shell scripts that a script writes, here-documents, lines and files put together, or passes on. */
export function writtenScripts(script: Script, context: AnalysisContext): readonly WrittenScript[] {
  const { commands } = context.ask(shellCommands, script);
  const found = [
    ...passedScripts(commands, script),
    ...commands.flatMap((command) => readFromInput(command, script)),
    ...writtenFiles(commands, script, context),
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

interface OpenFile {
  readonly pieces: TextPiece[];
  readonly destination: Extract<Destination, { kind: 'file' }>;
  readonly command: ShellCommand;
  whole: boolean;
}

function writtenFiles(
  commands: readonly ShellCommand[],
  script: Script,
  context: AnalysisContext,
): readonly UnfinishedText[] {
  const writers = commands.flatMap((command) => {
    if (command.captured) return [];
    return destinationsOf(command, script, context).map((destination) => ({ command, destination }));
  });
  if (writers.length === 0) return [];
  const branches = branchesOf(context.ask(parsedScript, script).tree);
  const counts = writers.flatMap(({ command }) =>
    (branches.get(command.node) ?? []).map(({ count }) => count),
  );
  const choices = Math.min(mostChoices, Math.max(1, ...counts));
  const found: UnfinishedText[] = [];
  const removed = removals(commands, script, context);
  for (let choice = 0; choice < choices; choice++) {
    const files = new Map<string, OpenFile>();
    for (const { command, destination } of writers) {
      if (!isTaken(branches.get(command.node) ?? [], choice)) continue;
      const printed = printedText(command, script, context);
      if (destination.kind === 'shell') {
        found.push({ pieces: printed.pieces, destination, whole: !printed.open, command });
        continue;
      }
      const before = files.get(destination.name);
      const continues =
        before !== undefined && (destination.append || before.destination.opener === destination.opener);
      const file = continues
        ? before
        : {
            pieces: [],
            destination,
            command,
            whole: !destination.append || removed.has(destination.name),
          };
      if (!continues) {
        if (before !== undefined) found.push(before);
        files.set(destination.name, file);
      }
      file.pieces.push(...printed.pieces);
      if (printed.open || command.inLoop) file.whole = false;
    }
    found.push(...files.values());
  }
  const readers = readersOf(script, context);
  return found.filter((text) => isShellScript(text, readers));
}

/** The texts of the scripts that may run what a script writes: its own, and those of its workflow. */
export function readersOf(script: Script, context: AnalysisContext): readonly string[] {
  const file = ownerOf(script, context);
  const others = [...(file?.workflow?.scripts ?? []), ...(file?.scripts ?? [])];
  return [...new Set([script, ...others])].map(({ shell }) => shell.text);
}

/** The files that a script removes, so that what is appended to them is all that they hold. */
function removals(
  commands: readonly ShellCommand[],
  script: Script,
  context: AnalysisContext,
): ReadonlySet<string> {
  const named = (word: Word) => fileName(word, script, context);
  return new Set(commands.flatMap(({ program, words }) => (program === 'rm' ? words.map(named) : [])));
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
