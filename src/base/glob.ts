/**
 * Compiles a list of path patterns: the last one that matches a path decides, and `!` before it says that the path is
 * not meant, as in `.gitignore` and in the path filters of GitHub. `*` and `?` stay within a path segment, `**` crosses
 * segments, `[a-z]` is one of these characters and `[!a-z]` any other, `{a,b}` is either. A pattern without any of
 * these also matches everything below the folder it names. The time for a path never grows with more than the product
 * of the lengths: patterns come with the repository that is checked.
 */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  const compiled = patterns.map((pattern) => ({
    meant: !pattern.startsWith('!'),
    matches: compile(pattern.replace(/^!/, '')),
  }));
  return (path) => compiled.findLast(({ matches }) => matches(path))?.meant === true;
}

function compile(pattern: string): (path: string) => boolean {
  const clean = pattern.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const alternatives = expandBraces(clean).map((one) => one.split('/').map(segmentPattern));
  const plain = !/[*?{[]/.test(clean);
  return (path) => {
    if (plain && (clean === '' || clean === '.' || path.startsWith(`${clean}/`))) return true;
    const segments = path.split('/');
    return alternatives.some((one) => matchSegments(one, segments));
  };
}

/** How many texts the braces of one pattern may stand for; further ones are not tried. */
const mostAlternatives = 256;

function expandBraces(pattern: string): readonly string[] {
  let open: readonly string[] = [pattern];
  for (let round = 0; round < 16; round++) {
    const next = open.flatMap((one) => {
      const braces = /\{([^{}]*)\}/.exec(one);
      if (braces === null) return [one];
      const before = one.slice(0, braces.index);
      const after = one.slice(braces.index + braces[0].length);
      return (braces[1] ?? '').split(',').map((choice) => before + choice + after);
    });
    if (next.length === open.length && next.every((one, index) => one === open[index])) break;
    open = next.slice(0, mostAlternatives);
  }
  return open;
}

/** A segment of a pattern: any number of segments, or tests of one character each with `*` between them. */
type SegmentPattern = '**' | readonly ('*' | ((character: string) => boolean))[];

function segmentPattern(segment: string): SegmentPattern {
  if (segment === '**') return '**';
  return [...segment.matchAll(/\[[!^]?\]?[^\]]*\]|[\s\S]/gu)].map(([part]) => {
    if (part === '*') return '*';
    if (part === '?') return () => true;
    if (part.length < 3) return (character) => character === part;
    const isNegated = /^\[[!^]/.test(part);
    const ranges = [...part.slice(isNegated ? 2 : 1, -1).matchAll(/([\s\S])-([\s\S])|[\s\S]/gu)];
    return (character) =>
      isNegated !== ranges.some(([one, first = one, last = one]) => first <= character && character <= last);
  });
}

/** Matches segment by segment; `reachable` are the positions in the pattern that the path so far can have led to. */
function matchSegments(pattern: readonly SegmentPattern[], path: readonly string[]): boolean {
  let reachable = withSkipped(new Set([0]), pattern);
  for (const segment of path) {
    const next = new Set<number>();
    for (const at of reachable) {
      const part = pattern[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && matchSegment(part, [...segment])) next.add(at + 1);
    }
    reachable = withSkipped(next, pattern);
  }
  return reachable.has(pattern.length);
}

/** `**` may stand for no segment at all. */
function withSkipped(reachable: Set<number>, pattern: readonly SegmentPattern[]): Set<number> {
  for (const at of reachable) if (pattern[at] === '**') reachable.add(at + 1);
  return reachable;
}

/** Matches within a segment; goes back to the last `*` only, which is enough and never slow. */
function matchSegment(pattern: Exclude<SegmentPattern, '**'>, text: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length; ) {
    const part = pattern[at];
    if (part === '*') {
      star = at++;
      resume = index;
    } else if (part?.(text[index] ?? '')) {
      at++;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
