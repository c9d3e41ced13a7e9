import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { BashScript } from '../../syntax/bash/parse-bash.ts';
import type { AnalysisContext } from '../analysis.ts';
import { fileWrites } from '../shell/file-writes.ts';
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
  const filled = written.flatMap(({ pieces }) =>
    pieces.filter(({ as, source }) => as === 'filled' && source === script),
  );
  if (filled.length === 0) return [];
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
    const name = fileRead(expansion);
    const place =
      name === undefined
        ? processLater(expansion, parsed, start)
        : writtenLater(name, start, script, context);
    if (place === undefined) continue;
    const missing = name === undefined ? 'started' : 'written';
    found.set(start, { start, end, missing, name: name ?? '', later: place });
  }
  return [...found.values()];
}

/** Whether a value is the number of a process, a batch job or a container that is started there. */
function isOfProcess(value: string): boolean {
  return /^["']?\$!|^["']?(\$\(|`)\s*(sbatch|qsub|bsub|srun|docker|podman|setsid|nohup)\b/.test(value);
}

/** The file that an expansion reads: `$(cat server.pid)`, `$(<server.pid)`. */
function fileRead(expansion: string): string | undefined {
  const path = String.raw`["']?(?:[^\s"'()]*/)?([A-Za-z][\w.-]*)["']?`;
  const reading = new RegExp(
    String.raw`^(?:\$\(|${'`'})\s*(?:cat\s+|<\s*)${path}\s*(?:2>\s*/dev/null\s*)?(?:\|\|\s*(?:true|:)\s*)?[)${'`'}]$`,
  );
  return reading.exec(expansion)?.[1];
}

/** Whether a place is in a function or a loop, and so may be reached when what stands behind it has been done. */
function isRepeated(parsed: BashScript, offset: number): boolean {
  return parsed
    .nodes('Function', 'For', 'ArithmeticFor', 'While', 'Select')
    .some(({ pos, end }) => pos <= offset && offset < end);
}

/** Where a file of this name is first written, when that is behind a place and nobody asks whether it is there. */
function writtenLater(
  name: string,
  offset: number,
  script: Script,
  context: AnalysisContext,
): EarlyExpansion['later'] | undefined {
  const { text } = script.shell;
  const named = new RegExp(String.raw`(?<![\w.-])${escapePattern(name)}(?![\w-]|\.\w)`, 'g');
  const made = (content: string): readonly number[] =>
    fileWrites(content).flatMap((one) => (one.name === name ? [one.start] : []));
  const writes = made(text);
  const isTested = [...text.slice(0, offset).matchAll(named)].some(({ index }) =>
    /-[efsr]\s+\S*$/.test(text.slice(0, index)),
  );
  // a file of an earlier run, or one that somebody looked for
  if (isTested || writes.some((start) => start < offset)) return undefined;
  const first = writes.find((start) => start > offset);
  if (first === undefined) return undefined;
  const elsewhere = context.workspace.files.paths.some((path) => {
    const content = path === script.path ? undefined : context.workspace.files.read(path);
    return content?.kind === 'text' && content.text.includes(name) && made(content.text).length > 0;
  });
  return elsewhere ? undefined : { start: first, end: first + name.length };
}

/** The first thing that a script puts into the background, when it looks for processes before that. */
function processLater(
  expansion: string,
  parsed: BashScript,
  offset: number,
): EarlyExpansion['later'] | undefined {
  if (!/^\$!$|^\$\{!\}$|^(\$\(|`)\s*(pgrep|pidof|lsof\s+-t|jobs\s+-p|docker ps)\b/.test(expansion))
    return undefined;
  const [first] = parsed.nodes('Statement').filter(({ background }) => background === true);
  return first === undefined || first.pos < offset ? undefined : { start: first.pos, end: first.end };
}
