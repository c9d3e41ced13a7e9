import type { Script } from '../../model/script.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import type { Destination } from './destinations.ts';
import type { TextPiece } from './text-pieces.ts';

/** A shell script that another script writes into a file, or gives to a shell. */
export interface WrittenScript {
  readonly script: Script;
  readonly pieces: readonly TextPiece[];
  readonly destination: Destination;
  /** Whether its text is known from the first character to the last. */
  readonly whole: boolean;
  /** The command that writes it, or the first that does. */
  readonly command: ShellCommand;
}

/** A text before it is put together. */
export type UnfinishedText = Omit<WrittenScript, 'script'>;
