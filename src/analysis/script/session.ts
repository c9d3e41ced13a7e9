import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import { scriptBehaviour } from './behaviour.ts';
import type { ScriptEvent } from './events.ts';
import type { ScriptBehaviour } from './interpret.ts';
import { jobDirectory, nameOfPath, type PathKey } from './job-path.ts';
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
    const near = path.startsWith(`${file.directory}/`) || !path.includes('/') || path.startsWith('utils/');
    if (!near || path === start.path || /\.(ya?ml|md|rst|txt|png|svg|html)$/.test(path)) continue;
    const base = path.slice(path.lastIndexOf('/') + 1);
    if (!text.includes(base)) continue;
    const content = context.workspace.files.read(path);
    if (content.kind === 'text' && content.text.includes(name)) return true;
  }
  return false;
}
