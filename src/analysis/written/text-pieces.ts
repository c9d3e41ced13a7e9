import { type Script, stretchesWithin } from '../../model/script.ts';
import { joinedText } from '../../source/joined-text.ts';
import { type MappedText, withText } from '../../source/mapped-text.ts';

/** A part of a script's text that becomes part of a text that is written. */
export interface TextPiece {
  readonly source: Script;
  /** Offsets into the text of `source`. */
  readonly start: number;
  readonly end: number;
  /**
   * How it gets there: `as-written`, character by character; `filled`, its value instead, because the shell expands it
   * while it writes; any other text: as this character, which is written otherwise or not at all.
   */
  readonly as: 'as-written' | 'filled' | { readonly character: string };
}

/** A part that is copied character by character. */
export function verbatimPiece(source: Script, start: number, end: number): TextPiece {
  return { source, start, end, as: 'as-written' };
}

/** A part in whose place the value of an expansion is written. */
export function filledPiece(source: Script, start: number, end: number): TextPiece {
  return { source, start, end, as: 'filled' };
}

/** One character that the script does not show as such; it stands where `start` is. */
export function characterPiece(source: Script, start: number, character: string): TextPiece {
  return { source, start, end: start + 1, as: { character } };
}

/** The pieces put together, for a person and for the shell's parser, and what of them is no plain text. */
export function assembled(
  pieces: readonly TextPiece[],
  writer: Script,
): Pick<Script, 'text' | 'shell' | 'holes' | 'filled'> {
  const texts: MappedText[] = [];
  const shells: MappedText[] = [];
  const holes: Script['holes'][number][] = [];
  const filled: { start: number; end: number }[] = [];
  let length = 0;
  for (const { source, start, end, as } of pieces) {
    if (end <= start) continue;
    const text = source.text.slice(start, end);
    if (as === 'filled') {
      texts.push(text);
      shells.push(withText(text, expansionOf(text.text)));
      filled.push({ start: length, end: length + text.text.length });
    } else if (as === 'as-written') {
      texts.push(text);
      shells.push(source.shell.slice(start, end));
      for (const hole of stretchesWithin(source.holes, start, end)) {
        holes.push({ ...hole, start: hole.start - start + length, end: hole.end - start + length });
      }
      for (const one of stretchesWithin(source.filled ?? [], start, end)) {
        filled.push({ start: one.start - start + length, end: one.end - start + length });
      }
    } else {
      const character = withText(text, as.character);
      texts.push(character);
      shells.push(character);
    }
    length += text.text.length;
  }
  return {
    text: joinedText(texts, writer.path),
    shell: joinedText(shells, writer.path),
    holes,
    filled,
  };
}

/** A parameter expansion as long as a text, which has at least two characters; line breaks stay. */
function expansionOf(text: string): string {
  if (text.length < 4) return `$${'_'.repeat(text.length - 1)}`;
  return `\${${text.slice(2, -1).replace(/[^\r\n]/g, '_')}}`;
}
