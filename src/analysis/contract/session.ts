import { escapePattern } from '../../base/escape-pattern.ts';
import { directoryOf } from '../../model/read-workflow.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ScriptBehaviour } from '../shell/interpreter/interpret.ts';
import type { ScriptEvent } from '../shell/interpreter/state/events.ts';
import {
  homeDirectory,
  jobDirectory,
  nameOfPath,
  type PathKey,
} from '../shell/interpreter/state/job-path.ts';
import { scriptBehaviour } from './behaviour.ts';
import { coordinationFiles } from './job-world.ts';
import { type StartScript, startScript } from './start-script.ts';

/** A block of the workflow and what it does. */
export interface BlockBehaviour {
  readonly script: Script;
  readonly behaviour: ScriptBehaviour;
}

/** The scripts of a session workflow, what each does, and what they tell each other by files. */
export interface SessionScripts {
  readonly start: StartScript;
  readonly behaviour: ScriptBehaviour;
  /** The blocks of the workflow that touch a coordination file. */
  readonly blocks: readonly BlockBehaviour[];
  /** Where blocks read a coordination file. */
  reads(file: PathKey): readonly (ScriptEvent & { readonly kind: 'read' })[];
  /** Whether a block takes a coordination file apart, or reads it as a script, instead of taking all of it. */
  takesApart(file: PathKey): 'sourced' | 'filtered' | undefined;
  /** Whether a text that reads coordination files names this folder. */
  namesFolder(folder: PathKey): boolean;
  /** Whether something other than the start script may write a coordination file. */
  writtenElsewhere(file: PathKey): boolean;
}

/** Follows the start script of a workflow and the blocks that talk to it. */
export function sessionScripts(file: WorkflowFile, context: AnalysisContext): SessionScripts | undefined {
  const start = context.ask(startScript, file);
  if (start === undefined) return undefined;
  const behaviour = context.ask(scriptBehaviour, start.script);
  const blocks = (file.workflow?.scripts ?? [])
    .filter((script) => mayTouchCoordination(script, context))
    .map((script) => ({ script, behaviour: context.ask(scriptBehaviour, script) }));
  return {
    start,
    behaviour,
    blocks,
    reads: (key) =>
      blocks.flatMap((block) =>
        block.behaviour.events.flatMap((event) =>
          event.kind === 'read' && event.file === key ? [event] : [],
        ),
      ),
    takesApart: (key) => takenApart(readingTexts(blocks, context), blocks, key),
    namesFolder: (folder) => readingTexts(blocks, context).some((text) => namesFolder(text, folder)),
    writtenElsewhere: (key) =>
      blocks.some(
        ({ behaviour: { events, opaque } }) =>
          opaque ||
          events.some(
            (event) =>
              (event.kind === 'write' && event.file === key) ||
              (event.kind === 'write' &&
                event.file.startsWith('@?') &&
                nameOfPath(event.file) === nameOfPath(key)),
          ),
      ) || mentionedBesides(file, start.script, nameOfPath(key), context),
  };
}

/** The texts of the blocks, and of the scripts in which they read. */
function readingTexts(blocks: readonly BlockBehaviour[], context: AnalysisContext): readonly string[] {
  const paths = new Set(blocks.flatMap(({ behaviour }) => behaviour.events.map((event) => event.at.file)));
  const files = [...paths].flatMap((path) => {
    const content = /\.ya?ml$/.test(path) ? undefined : context.workspace.files.read(path);
    return content?.kind === 'text' ? [content.text] : [];
  });
  return [...blocks.map(({ script }) => script.shell.text), ...files];
}

function takenApart(
  texts: readonly string[],
  blocks: readonly BlockBehaviour[],
  key: PathKey,
): 'sourced' | 'filtered' | undefined {
  const isSourced = blocks.some(({ behaviour }) =>
    behaviour.events.some((event) => event.kind === 'source' && event.file === key),
  );
  if (isSourced) return 'sourced';
  const name = escapePattern(nameOfPath(key));
  const filters = new RegExp(
    `\\b(grep|sed|awk|cut|eval|source|perl|python3?|jq|tr)\\b.*\\b${escapePattern(name)}\\b`,
  );
  const piped = new RegExp(
    `\\b${escapePattern(name)}\\b["']?\\s*\\|\\s*(grep|sed|awk|cut|perl|python3?|jq)\\b`,
  );
  const isFiltered = texts.some((text) =>
    text.split('\n').some((line) => filters.test(line) || piped.test(line)),
  );
  return isFiltered ? 'filtered' : undefined;
}

/** Whether a text goes to a folder, keeps its path in a variable, or names a coordination file in it. */
function namesFolder(text: string, folder: PathKey): boolean {
  const name = escapePattern(nameOfPath(folder));
  const isHome = folder === homeDirectory;
  const place = isHome ? '(?:~|\\$\\{?HOME\\}?)' : `(?:[^\\s"'=]*/)?${name}`;
  const ways = [
    `${place}["']?/["']?(?:HOSTNAME|SESSION_PORT|job\\.started)`,
    `\\b(?:cd|pushd)\\s+(?:--\\s+)?["']?${place}/?["']?\\s*(?:$|[;&|)])`,
    `=["']?${place}/?["']?\\s*(?:$|[;&|)#])`,
    ...(isHome ? ['\\bcd\\s*(?:$|[;&|)])'] : []),
  ];
  return new RegExp(ways.join('|'), 'm').test(text);
}

/** Only blocks that name a coordination file or read another script can have to do with one. */
function mayTouchCoordination(script: Script, context: AnalysisContext): boolean {
  const { text } = script.shell;
  if (mentionsCoordination(text)) return true;
  const words = text.matchAll(/[\w./-]+\.(?:sh|bash)\b/g);
  for (const [word] of words) {
    const name = word.slice(word.lastIndexOf('/') + 1);
    const path = context.workspace.files.paths.find(
      (one) => one === word || one.endsWith(`/${name}`) || one === name,
    );
    if (path === undefined) continue;
    const content = context.workspace.files.read(path);
    if (content.kind === 'text' && mentionsCoordination(content.text)) return true;
  }
  return false;
}

/** Whether a text names a coordination file. */
export function mentionsCoordination(text: string): boolean {
  return Object.values(coordinationFiles).some((key) => text.includes(key.slice(jobDirectory.length + 1)));
}

/** Whether a program of the repository that the start script names has the file's name in its text. */
function mentionedBesides(
  file: WorkflowFile,
  start: Script,
  name: string,
  context: AnalysisContext,
): boolean {
  const text = start.shell.text;
  for (const path of context.workspace.files.paths) {
    const folders = [file.directory, directoryOf(start.path), 'utils'];
    const near = !path.includes('/') || folders.some((folder) => path.startsWith(`${folder}/`));
    if (!near || path === start.path || /\.(ya?ml|md|rst|txt|png|svg|html)$/.test(path)) continue;
    const base = path.slice(path.lastIndexOf('/') + 1);
    if (!text.includes(base)) continue;
    const content = context.workspace.files.read(path);
    if (content.kind === 'text' && content.text.includes(name)) return true;
  }
  return false;
}
