import type { AnalysisContext } from '../../analysis/analysis.ts';
import { ownerOf } from '../../analysis/contract/owner.ts';
import { fileWrites } from '../../analysis/shell/file-writes.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';

/** A file from which the number of a process is read, and that nothing writes. */
export interface UnwrittenProcessFile {
  readonly name: string;
  /** The only file into which such a number is written, and that nobody reads. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** A file with the number of a process, a batch job or a container, by its name. */
const holdsNumber = /pids?$|(^|[_.-])pid|(^|[_.-])(job_?id|cid)(\.txt)?$|container\.id$|job\.id$/i;

const folder = String.raw`["']?(?:[^\s"'()|;&<>]*/)?`;
const reading = new RegExp(
  [
    String.raw`(?:\$\(|${'`'})\s*(?:cat\s+|<\s*)`,
    String.raw`\bread\s+(?:-r\s+)?\w+\s*<\s*`,
    String.raw`\bpkill\s+(?:-\w+\s+)*-F\s*`,
    String.raw`\bxargs\s+-a\s*`,
    String.raw`\bcat\s+(?=\S+\s*\|\s*xargs\b)`,
  ]
    .map((one) => `${one}${folder}`)
    .join('|'),
  'g',
);
/**
 * The files from which a script takes the number of a process and into which nothing writes one, where the workflow
 * writes just one other and reads it nowhere.
 */
export function unwrittenProcessFiles(
  script: Script,
  context: AnalysisContext,
): readonly UnwrittenProcessFile[] {
  const reads = readsIn(script.shell.text).filter(({ name }) => holdsNumber.test(name));
  if (reads.length === 0) return [];
  const texts = ownTexts(script, context);
  const made = new Set(texts.flatMap((text) => fileWrites(text).map(({ name }) => name)));
  const numbers = [...made].filter((name) => holdsNumber.test(name));
  // a name that is put together may be any
  if (numbers.some((name) => /[$*{]/.test(name))) return [];
  const readNames = new Set(texts.flatMap((text) => readsIn(text).map(({ name }) => name)));
  const unread = numbers.filter((name) => !readNames.has(name));
  const [written] = unread;
  if (written === undefined || unread.length > 1) return [];
  return reads.flatMap(({ name, start }) =>
    made.has(name) || isNamedElsewhere(name, context)
      ? []
      : [{ name, written, start, end: start + name.length }],
  );
}

interface NumberRead {
  readonly name: string;
  readonly start: number;
}

function readsIn(text: string): readonly NumberRead[] {
  return [...text.matchAll(reading)].flatMap(({ 0: whole, index }) => {
    const start = index + whole.length;
    // what lies in the system's folders, or in a program's own, is the program's
    if (/(^|[\s"'(<])(\/|~|\S*\/\.\w)\S*$/.test(whole)) return [];
    const name = /^[A-Za-z][\w.-]*(?=["'\s)`|;]|$)/.exec(text.slice(start, start + 100))?.[0];
    return name === undefined ? [] : [{ name, start }];
  });
}

/** The texts of the workflow to which a script belongs, and of what no workflow has for its own. */
function ownTexts(script: Script, context: AnalysisContext): readonly string[] {
  const directory = ownerOf(script, context)?.directory ?? script.path.replace(/\/?[^/]*$/, '');
  return context.workspace.files.paths.flatMap((path) => {
    if (!path.startsWith(`${directory}/`) && path.startsWith('workflows/')) return [];
    const content = context.workspace.files.read(path);
    return content.kind === 'text' ? [content.text] : [];
  });
}

/** Whether any text has the name for something else than to read it, to look for it or to remove it. */
function isNamedElsewhere(name: string, context: AnalysisContext): boolean {
  const named = new RegExp(String.raw`(?<![\w.-])${escapePattern(name)}(?![\w-]|\.\w)`, 'g');
  return context.workspace.files.paths.some((path) => {
    const content = context.workspace.files.read(path);
    if (content.kind !== 'text' || !content.text.includes(name)) return false;
    const { text } = content;
    const read = new Set(readsIn(text).map(({ start }) => start));
    return [...text.matchAll(named)].some(({ index }) => {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      return !read.has(index) && !/(-[efsr]\s+|\brm\s[^;|&]*)\S*$/.test(line);
    });
  });
}
