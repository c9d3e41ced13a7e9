/** A word that opens a compound command. */
export interface Opener {
  readonly word: string;
  readonly start: number;
}

/** The word that opens what each of these words closes. */
const openers: Readonly<Record<string, string>> = { fi: 'if', done: 'do', esac: 'case' };

/**
 * The opener that most likely lacks its closing word, told by the words at the beginnings of commands. A closing word
 * closes the last opener before it, so one that is missing inside leaves the outermost open: the first pair whose lines
 * are indented differently is where the author counted otherwise. `undefined` when the words say nothing.
 */
export function unclosedOpener(source: string, closer: string): Opener | undefined {
  if (closer === '}') return unclosedFunction(source);
  const word = openers[closer];
  if (word === undefined) return undefined;
  const open: number[] = [];
  let suspect: number | undefined;
  for (const match of source.matchAll(
    /(?:^|[;&|]|\b(?:then|do|else)\b)[ \t]*(if|fi|case|esac|do|done)\b|;[ \t]*(do|done|fi|esac)\b/gm,
  )) {
    const found = match[1] ?? match[2] ?? '';
    const place = match.index + match[0].length - found.length;
    if (found === word) open.push(place);
    if (found !== closer) continue;
    const opened = open.pop();
    if (opened !== undefined && !areAligned(source, opened, place)) suspect ??= opened;
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  return { word, start: suspect !== undefined && suspect > last ? suspect : last };
}

/** Whether two places stand on one line, or on lines that are indented alike. */
function areAligned(source: string, one: number, other: number): boolean {
  const [first, second] = [indentation(source, one), indentation(source, other)];
  return first.line === second.line || first.blanks === second.blanks;
}

function indentation(source: string, place: number): { readonly line: number; readonly blanks: string } {
  const line = source.lastIndexOf('\n', place - 1) + 1;
  return { line, blanks: /^[ \t]*/.exec(source.slice(line, place))?.[0] ?? '' };
}

/** The brace of the last function whose line of indentation no closing brace has. */
function unclosedFunction(source: string): Opener | undefined {
  const open: { readonly start: number; readonly blanks: string }[] = [];
  for (const match of source.matchAll(
    /^([ \t]*)(?:(?:function[ \t]+[\w-]+[ \t]*(?:\(\))?|[\w-]+[ \t]*\(\))[ \t]*(\{)[ \t]*|(\}).*)$/gm,
  )) {
    const [whole, blanks = '', opening] = match;
    if (opening !== undefined) open.push({ start: match.index + whole.lastIndexOf('{'), blanks });
    else if (open.at(-1)?.blanks === blanks) open.pop();
  }
  const last = open.at(-1);
  return last && { word: '{', start: last.start };
}
