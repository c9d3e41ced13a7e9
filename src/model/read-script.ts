import { type MappedText, mappedFile, withText } from '../source/mapped-text.ts';
import { segmentBuilder } from '../source/segment-builder.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { FilePath } from '../source/span.ts';
import type { Script, ScriptRole } from './script.ts';

/**
 * A script that is a file of its own, read as it is meant: without the carriage returns at the ends of its lines, which
 * a checkout may have put there.
 */
export function scriptFile(source: SourceFile, role: ScriptRole): Script {
  const text = source.text.includes('\r\n') ? withoutCarriageReturns(source) : mappedFile(source);
  return { role, path: source.path, text, shell: text, source, holes: [] };
}

function withoutCarriageReturns({ path, text }: SourceFile): MappedText {
  const builder = segmentBuilder();
  let from = 0;
  for (const { index, 0: written } of text.matchAll(/\r+\n/g)) {
    builder.verbatim(text.slice(from, index), from);
    builder.replaced('\n', index, written.length);
    from = index + written.length;
  }
  builder.verbatim(text.slice(from), from);
  return builder.build(path, 0);
}

/** A script inside a workflow, its expressions masked for the shell's parser. */
export function scriptBlock(
  path: FilePath,
  role: 'run' | 'cleanup',
  text: MappedText,
  holes: Script['holes'],
  place: { readonly job: string; readonly stepIndex: number },
): Script {
  let shell: MappedText | undefined;
  return {
    role,
    path,
    text,
    holes,
    ...place,
    get shell() {
      shell ??= holes.length === 0 ? text : withText(text, maskHoles(text.text, holes));
      return shell;
    },
  };
}

/** Replaces each hole by a parameter expansion of the same length, such as `${_______}`; line breaks stay. */
function maskHoles(text: string, holes: Script['holes']): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of holes) {
    const inside = text.slice(start + 2, end - 1).replace(/[^\r\n]/g, '_');
    masked += `${text.slice(from, start)}\${${inside}}`;
    from = end;
  }
  return masked + text.slice(from);
}
