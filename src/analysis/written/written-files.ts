import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { branchesOf, isTaken } from './branches.ts';
import { type Destination, destinationsOf, fileName } from './destinations.ts';
import { filesRead, printedText } from './printed-text.ts';
import type { TextPiece } from './text-pieces.ts';
import type { UnfinishedText } from './written-script.ts';

/** Of an `if` or a `case`, how many branches are looked at; the text is another in each. */
const mostChoices = 4;
/** A text of more pieces is made by a program rather than by an author. */
const mostPieces = 2_000;

/** What goes where. */
interface Writing {
  readonly command: ShellCommand;
  readonly destination: Destination;
}

interface OpenFile {
  readonly pieces: TextPiece[];
  readonly destination: Extract<Destination, { kind: 'file' }>;
  readonly command: ShellCommand;
  whole: boolean;
}

/** The texts that a script writes into files or through pipes into shells, of whatever kind, one for each branch. */
export function writtenFiles(script: Script, context: AnalysisContext): readonly UnfinishedText[] {
  const { commands } = context.ask(shellCommands, script);
  const writings = commands.flatMap((command) => {
    if (command.captured) return [];
    return destinationsOf(command, script, context).map((destination) => ({ command, destination }));
  });
  if (writings.length === 0) return [];
  const branches = branchesOf(context.ask(parsedScript, script).tree);
  const counts = writings.flatMap(({ command }) =>
    (branches.get(command.node) ?? []).map(({ count }) => count),
  );
  const choices = Math.min(mostChoices, Math.max(1, ...counts));
  const found: UnfinishedText[] = [];
  for (let choice = 0; choice < choices; choice++) {
    const taken = writings.filter(({ command }) => isTaken(branches.get(command.node) ?? [], choice));
    found.push(...textsWritten(taken, commands, script, context));
  }
  return found;
}

/** What is in the files after all of these commands, and in those that are written anew what was in them before. */
function textsWritten(
  writings: readonly Writing[],
  commands: readonly ShellCommand[],
  script: Script,
  context: AnalysisContext,
): readonly UnfinishedText[] {
  const found: UnfinishedText[] = [];
  const files = new Map<string, OpenFile>();
  const removed = removals(commands, script, context);
  const parts = partsOfOthers(commands, script, context);
  const made = (word: Word) => {
    const file = files.get(fileName(word, script, context));
    return file && { pieces: file.pieces.slice(), open: !file.whole };
  };
  for (const { command, destination } of writings) {
    const printed = printedText(command, script, context, made);
    if (destination.kind === 'shell') {
      found.push({ pieces: printed.pieces, destination, whole: !printed.open, command });
      continue;
    }
    const { name, append, opener } = destination;
    const before = files.get(name);
    const continues = before !== undefined && (append || before.destination.opener === opener);
    const file: OpenFile = continues
      ? before
      : { pieces: [], destination, command, whole: !append || removed.has(name) };
    if (!continues) {
      if (before !== undefined) found.push(before);
      files.set(name, file);
    }
    const isTooLong = file.pieces.length + printed.pieces.length > mostPieces;
    if (!isTooLong) file.pieces.push(...printed.pieces);
    if (printed.open || command.inLoop || isTooLong) file.whole = false;
  }
  // What is only a part of another text need not be a script without the rest of it.
  const last = [...files].map(([name, file]) => (parts.has(name) ? { ...file, whole: false } : file));
  return [...found, ...last];
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

/** The files that a script reads to put them, or what it makes of them, elsewhere. */
function partsOfOthers(
  commands: readonly ShellCommand[],
  script: Script,
  context: AnalysisContext,
): ReadonlySet<string> {
  return new Set(
    commands
      .filter(({ program }) => program === 'cat' || program === 'sed' || program === 'envsubst')
      .flatMap((command) => filesRead(command).map((word) => fileName(word, script, context))),
  );
}
