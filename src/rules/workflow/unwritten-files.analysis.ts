import type { AnalysisContext } from '../../analysis/analysis.ts';
import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { mappedFile } from '../../source/mapped-text.ts';
import type { Span } from '../../source/span.ts';

/** A file that a step of the workflow reads or waits for, and that nothing writes. */
export interface UnwrittenFile {
  readonly name: string;
  /** The coordination file that is written and that nobody reads. */
  readonly meant: string;
  readonly at: Span;
  readonly does: 'read' | 'awaited';
}

/** How the workflow finds out about a service, and what shows that a name is meant for it. */
const roles = [
  { file: 'SESSION_PORT', does: 'read', resembles: /port/i },
  { file: 'HOSTNAME', does: 'read', resembles: /host/i },
  { file: 'job.started', does: 'awaited', resembles: /start|ready|begun|begin|running|launched|\bup$/i },
] as const;

/**
 * Files that steps read or wait for in place of a coordination file: the start script writes that one and no step looks
 * at it, while no text of the repository but the reader has the name that is looked at. Only for workflows of the
 * guide's pattern, where everything that may write is known.
 */
export function unwrittenFiles(file: WorkflowFile, context: AnalysisContext): readonly UnwrittenFile[] {
  const pattern = sessionPattern(file);
  const start = pattern?.startScript;
  if (start === undefined || file.workflow === undefined) return [];
  const readers = readersOf(file, context);
  const accesses = readers.flatMap((reader) => [...accessesIn(reader)]);
  const found: UnwrittenFile[] = [];
  for (const { file: meant, does, resembles } of roles) {
    if (!isWritten(meant, start) || accesses.some((one) => one.does === does && one.name === meant)) continue;
    for (const { name, at, does: how } of accesses) {
      if (how !== does || !isMarkerName(name) || !resembles.test(name)) continue;
      if (!mayBeWritten(name, file, readers, context)) found.push({ name, meant, at, does });
    }
  }
  return found;
}

interface Reader {
  readonly path: string;
  readonly text: string;
  spanOf(start: number, end: number): Span;
}

/** The blocks of the workflow, and the scripts of the repository that they source or run. */
function readersOf(file: WorkflowFile, context: AnalysisContext): readonly Reader[] {
  const readers: Reader[] = (file.workflow?.scripts ?? []).map(({ path, shell, text }: Script) => ({
    path,
    text: shell.text,
    spanOf: (start, end) => text.spanOf(start, end),
  }));
  for (const { path, by } of context.ask(repositoryUses, file)) {
    const content = by === 'run' ? context.workspace.files.read(path) : undefined;
    if (content?.kind !== 'text' || readers.some((reader) => reader.path === path)) continue;
    const text = mappedFile({ path, text: content.text });
    readers.push({ path, text: content.text, spanOf: (start, end) => text.spanOf(start, end) });
  }
  return readers;
}

interface Access {
  readonly name: string;
  readonly at: Span;
  readonly does: 'read' | 'awaited';
}

const path = String.raw`["']?(?:(?:\$\{?[A-Za-z_]+(?:%\/)?\}?|\.)\/)?([\w.-]+)["']?`;
const reads = new RegExp(
  String.raw`\$\(\s*(?:cat\s+|<\s*)${path}\s*(?:2>\s*\/dev\/null\s*)?\)|\bread\s+(?:-r\s+)?\w+\s*<\s*${path}`,
  'g',
);
const loops = /^[ \t]*(?:while|until)\b[^\n]*/gm;
const tests = new RegExp(String.raw`-[efs]\s+${path}\s*(?:\]|;|$)`, 'g');

/** Where a text takes the content of a file, and which files its loops wait for. */
function* accessesIn({ text, spanOf }: Reader): Iterable<Access> {
  const code = withoutComments(text);
  const access = (match: RegExpExecArray, offset: number, does: Access['does']): Access => {
    const name = match[1] ?? match[2] ?? '';
    const start = offset + match.index + match[0].lastIndexOf(name);
    return { name, at: spanOf(start, start + name.length), does };
  };
  for (const match of code.matchAll(reads)) yield access(match, 0, 'read');
  for (const loop of code.matchAll(loops)) {
    for (const match of loop[0].matchAll(tests)) yield access(match, loop.index, 'awaited');
  }
}

/** Keeps every offset, and directives of schedulers. */
function withoutComments(text: string): string {
  return text.replaceAll(/(?<=^|[\s;])#(?!SBATCH|PBS).*$/gm, (comment) => ' '.repeat(comment.length));
}

/** Names that people give to files by which scripts tell each other something, not those that programs make. */
function isMarkerName(name: string): boolean {
  if (/\.(log|pid|out|err|json|txt|conf|cfg|ya?ml|html?|sh|env|xml|db|sock|lock|id)$/i.test(name))
    return false;
  return /^[A-Z][A-Z0-9_]*$/.test(name) || /^[a-z]+[._-][a-z]+$/.test(name);
}

function isWritten(name: string, start: Script): boolean {
  const pattern = new RegExp(`(?:>|\\btouch\\b|\\btee\\b)[^\\n]*(?<![\\w.])${escapePattern(name)}(?![\\w.])`);
  return pattern.test(withoutComments(start.shell.text));
}

/** Whether a name stands anywhere else in the repository than where it is read, or a name may be put together. */
function mayBeWritten(
  name: string,
  file: WorkflowFile,
  readers: readonly Reader[],
  context: AnalysisContext,
): boolean {
  const word = new RegExp(`(?<![\\w$.{-])${escapePattern(name)}(?![\\w=:-]|\\.\\w)`);
  const known = new Set<string>([file.source.path, ...readers.map((reader) => reader.path)]);
  const texts = [file.source.text, ...readers.map(({ text }) => text)];
  if (texts.some((text) => word.test(withoutReading(text)))) return true;
  return context.workspace.files.paths.some((one) => {
    if (known.has(one) || /\.(md|rst|png|jpg|svg|ico)$/.test(one)) return false;
    const content = context.workspace.files.read(one);
    if (content.kind !== 'text' || !content.text.includes(name)) return false;
    return word.test(/\.(sh|bash|ya?ml)$/.test(one) ? withoutReading(content.text) : content.text);
  });
}

/** A script without comments, without what it only prints to people, and without where it looks at files. */
function withoutReading(text: string): string {
  return withoutComments(text)
    .replaceAll(/^[ \t]*echo[^>\n]*$/gm, '')
    .replaceAll(reads, '')
    .replaceAll(/\[\[?[^\]\n]*\]|\btest\s+[^;&|\n]*/g, '');
}
