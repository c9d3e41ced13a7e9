import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import { filePath } from '../../source/span.ts';
import type { BashScript } from '../../syntax/bash/parse-bash.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type FileWrite, fileWrites } from '../shell/file-writes.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { unsetReads } from '../variables/unset-reads.ts';
import { writtenScripts } from './written-scripts.ts';

/** What a script expands while it writes another one into a file, though there is nothing to be had yet. */
export interface EarlyExpansion {
  /** Offsets into the text of the script that writes. */
  readonly start: number;
  readonly end: number;
  /**
   * `set`: a variable that is set behind this place; `written`: a file that is written behind it; `started`: a process
   * that is started behind it.
   */
  readonly missing: 'set' | 'written' | 'started';
  /** The variable or the file; of a process, nothing. */
  readonly name: string;
  /** Where it is set, written or started. */
  readonly later: { readonly start: number; readonly end: number };
}

/** The values of processes, batch jobs and containers that a script writes into another one before it has started them. */
export function earlyExpansions(script: Script, context: AnalysisContext): readonly EarlyExpansion[] {
  const written = context
    .ask(writtenScripts, script)
    .filter((one) => one.destination.kind === 'file' && one.script.filled?.length !== 0);
  const own = written.flatMap(({ pieces }) => pieces.filter(({ source }) => source === script));
  const filled = own.filter(({ as }) => as === 'filled');
  if (filled.length === 0) return [];
  const isWritten = (offset: number) => own.some(({ start, end }) => start <= offset && offset < end);
  const parsed = context.ask(parsedScript, script);
  const { text } = script.shell;
  const later = new Map(
    context
      .ask(unsetReads, script)
      .flatMap((one) => (one.why === 'later' ? [[one.start, one] as const] : [])),
  );
  const found = new Map<number, EarlyExpansion>();
  for (const { start, end } of filled) {
    const expansion = text.slice(start, end);
    const read = later.get(start);
    if (read?.set !== undefined && read.end === end) {
      if (isOfProcess(read.set.value ?? ''))
        found.set(start, { start, end, missing: 'set', name: read.name, later: read.set });
      continue;
    }
    if (isRepeated(parsed, start)) continue;
    const name = fileRead(expansion, text);
    const place =
      name === undefined
        ? processLater(expansion, parsed, start)
        : writtenLater(name, start, { script, isWritten }, context);
    if (place === undefined) continue;
    const missing = name === undefined ? 'started' : 'written';
    found.set(start, { start, end, missing, name: name?.file ?? '', later: place });
  }
  return [...found.values()];
}

/** Whether a value is the number of a process, a batch job or a container that is started there. */
function isOfProcess(value: string): boolean {
  return /^["']?\$!|^["']?(\$\(|`)\s*(sbatch|qsub|bsub|srun|docker|podman|setsid|nohup)\b/.test(value);
}

/** A file by its name, and by the variable that holds its path. */
interface NamedFile {
  readonly file: string;
  readonly variable?: string;
}

/** The file that an expansion reads: `$(cat server.pid)`, `$(<server.pid)`, `$(cat "$PID_FILE")`. */
function fileRead(expansion: string, script: string): NamedFile | undefined {
  const path = String.raw`["']?(?:(?:[^\s"'()]*/)?([A-Za-z][\w.-]*)|\$\{?([A-Za-z_]\w*)\}?)["']?`;
  const reading = new RegExp(
    String.raw`^(?:\$\(|${'`'})\s*(?:(?:cat|(?:head|tail)\s+-(?:n\s*)?1)\s+|<\s*)${path}\s*(?:2>\s*/dev/null\s*)?(?:\|\|\s*(?:true|:)\s*)?[)${'`'}]$`,
  );
  const [, file, variable] = reading.exec(expansion) ?? [];
  if (file !== undefined || variable === undefined) return file === undefined ? undefined : { file };
  const assigned = new RegExp(
    String.raw`(?<![\w$.-])${variable}=["']?(?:[^\s"']*/)?([A-Za-z][\w.-]*)["']?[ \t]*(?=[;\n]|$)`,
    'g',
  );
  const values = new Set([...script.matchAll(assigned)].map(([, name]) => name));
  const [value, another] = values;
  return value === undefined || another !== undefined ? undefined : { file: value, variable };
}

/** Whether a place is in a function or a loop, and so may be reached when what stands behind it has been done. */
function isRepeated(parsed: BashScript, offset: number): boolean {
  return parsed
    .nodes('Function', 'For', 'ArithmeticFor', 'While', 'Select')
    .some(({ pos, end }) => pos <= offset && offset < end);
}

/** A test of a file, up to its name; `rm -f` is none. */
const looksFor = /(?:\[|\btest|&&|\|\||!|-[ao])\s*-[efsr]\s+\S*$/;

/** Whether a file lies in the folder of a workflow that is not that of a script: it has a job directory of its own. */
function isOfOtherWorkflow(path: string, script: Script, { workspace }: AnalysisContext): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    folder !== '' &&
    !script.path.startsWith(folder) &&
    workspace.files.kindOf(filePath(`${folder}workflow.yaml`)) === 'file'
  );
}

/** Where a file of this name is first written, when that is behind a place and nobody asks whether it is there. */
function writtenLater(
  { file, variable }: NamedFile,
  offset: number,
  { script, isWritten }: { readonly script: Script; isWritten(offset: number): boolean },
  context: AnalysisContext,
): EarlyExpansion['later'] | undefined {
  const { text } = script.shell;
  const byName = String.raw`(?<![\w.-])${escapePattern(file)}(?![\w-]|\.\w)`;
  const held = variable === undefined ? '' : String.raw`|\$\{?${variable}\b\}?`;
  const named = new RegExp(`${byName}${held}`, 'g');
  const names = variable === undefined ? [file] : [file, `$${variable}`, `\${${variable}}`];
  const made = (content: string): readonly FileWrite[] =>
    fileWrites(content).flatMap((one) => (names.includes(one.name) ? [one] : []));
  const writes = made(text);
  // The written script looks when it runs.
  const isTested = [...text.slice(0, offset).matchAll(named)].some(
    ({ index }) => !isWritten(index) && looksFor.test(text.slice(Math.max(0, index - 500), index)),
  );
  // a file of an earlier run, or one that somebody looked for
  if (isTested || writes.some(({ start }) => start < offset)) return undefined;
  const first = writes.find(({ start }) => start > offset);
  if (first === undefined) return undefined;
  const elsewhere = context.workspace.files.paths.some((path) => {
    const isOther = path !== script.path && !isOfOtherWorkflow(path, script, context);
    const content = isOther ? context.workspace.files.read(path) : undefined;
    return content?.kind === 'text' && content.text.includes(file) && made(content.text).length > 0;
  });
  if (elsewhere) return undefined;
  return { start: first.start, end: first.start + first.name.length };
}

/** The first thing that a script puts into the background, when it looks for processes before that. */
function processLater(
  expansion: string,
  parsed: BashScript,
  offset: number,
): EarlyExpansion['later'] | undefined {
  if (
    !/^\$!$|^\$\{!\}$|^(\$\(|`)\s*(pgrep|pidof|lsof\s+-t|jobs\s+-p|docker ps|ps\s+(?:-?aux\w*|-e\w*|-u)\b)/.test(
      expansion,
    )
  )
    return undefined;
  const [first] = parsed.nodes('Statement').filter(({ background }) => background === true);
  return first === undefined || first.pos < offset ? undefined : { start: first.pos, end: first.end };
}
