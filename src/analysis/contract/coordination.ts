import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ScriptBehaviour } from '../shell/interpreter/interpret.ts';
import type { Moment, ScriptEvent } from '../shell/interpreter/state/events.ts';
import { isCertainPath, nameOfPath, type PathKey } from '../shell/interpreter/state/job-path.ts';
import { textOf } from '../shell/interpreter/state/value.ts';
import { isServerCommand } from '../shell/programs/programs.ts';
import { scriptBehaviour } from './behaviour.ts';
import { coordinationFiles } from './job-world.ts';
import { ownerOf } from './owner.ts';
import { mentionsCoordination, type SessionScripts, sessionScripts } from './session.ts';
import type { StartScript } from './start-script.ts';

/** What is known about one coordination file when the service runs. */
export type Writing =
  | { readonly kind: 'always' | 'unknown' | 'not-needed' }
  /** No path writes it. `instead`: what is written in its place, when that is plain. */
  | { readonly kind: 'never'; readonly service: Moment | undefined }
  /** Some paths come to the service, or to a good end, without it. */
  | { readonly kind: 'sometimes'; readonly missing: Moment; readonly written: readonly Span[] };

/** A start script's part of the coordination contract. */
export interface Coordination {
  readonly script: Script;
  readonly start: StartScript | undefined;
  readonly session: SessionScripts | undefined;
  readonly behaviour: ScriptBehaviour;
  /** The files as this script should write them. */
  readonly files: {
    readonly port: PathKey;
    readonly hostname: PathKey;
    readonly started: PathKey;
  };
  readonly port: Writing;
  readonly hostname: Writing;
  readonly started: Writing;
}

/** That a script writes a file. */
export type WriteEvent = ScriptEvent & { readonly kind: 'write' };

/**
 * Judges a start script by the coordination contract. `undefined` for every other script, and for a start script that
 * nobody reads a coordination file of.
 */
export function coordination(script: Script, context: AnalysisContext): Coordination | undefined {
  const file = ownerOf(script, context);
  const starts = file !== undefined && context.ask(startScript, file)?.script === script;
  const session = starts ? context.ask(sessionScripts, file) : undefined;
  if (session === undefined && !isLoneStart(script)) return undefined;
  const behaviour = context.ask(scriptBehaviour, script);
  if (registersItself(behaviour)) return undefined;
  const start = session?.start;
  const files = coordinationFiles;
  const writing = (key: PathKey) => judged(behaviour, key, session, context);
  return {
    script,
    start,
    session,
    behaviour,
    files,
    port: writing(files.port),
    hostname: writing(files.hostname),
    started: writing(files.started),
  };
}

function startScript(file: WorkflowFile, context: AnalysisContext): StartScript | undefined {
  return context.ask(sessionScripts, file)?.start;
}

/** Whether the service is put behind an endpoint, which needs no coordination files. */
function registersItself(behaviour: ScriptBehaviour): boolean {
  return behaviour.events.some(
    (event) =>
      (event.kind === 'service' || event.kind === 'command') &&
      event.words.slice(1, 4).some((word) => textOf(word) === 'endpoints'),
  );
}

/** A start script without its workflow keeps the guide's contract when it names one of its files. */
function isLoneStart(script: Script): boolean {
  return (
    script.role === 'lone' &&
    /(^|\/)start\.sh$/.test(script.path) &&
    mentionsCoordination(script.shell.text.replace(/^[ \t]*#.*/gm, ''))
  );
}

function judged(
  behaviour: ScriptBehaviour,
  key: PathKey,
  session: SessionScripts | undefined,
  context: AnalysisContext,
): Writing {
  if (session !== undefined && !isAwaited(session, key, context)) return { kind: 'not-needed' };
  if (behaviour.opaque) return { kind: 'unknown' };
  if (session?.start.directory.startsWith('@?')) return { kind: 'unknown' };
  const { events, ends } = behaviour;
  const writes = events.filter((event): event is WriteEvent => event.kind === 'write' && event.file === key);
  const presences = [...events, ...ends].map((moment) => moment.files.get(key));
  if (writes.length === 0 && presences.every((presence) => presence === 'no')) {
    if (readsUnknown(events)) return { kind: 'unknown' };
    if (session?.writtenElsewhere(key)) return { kind: 'unknown' };
    const service = events.find((event) => event.kind === 'service' && event.likelihood === 'certain');
    // A script that only fails has another fault.
    if (service === undefined && !ends.some((end) => end.kind !== 'exit' || (end.status ?? 0) === 0))
      return { kind: 'unknown' };
    return { kind: 'never', service: service ?? events.find((event) => event.kind === 'service') };
  }
  if (presences.some((presence) => presence === 'maybe')) return { kind: 'unknown' };
  if (session?.writtenElsewhere(key)) return { kind: 'unknown' };
  const missing = placesWithout(behaviour, key);
  if (missing === undefined) return { kind: 'always' };
  return { kind: 'sometimes', missing, written: [...new Set(writes.map((write) => write.at))] };
}

/** The point at which a path settles down with the service running, or ends well, without the file. */
function placesWithout(behaviour: ScriptBehaviour, key: PathKey): Moment | undefined {
  for (const event of behaviour.events) {
    if (event.background || event.files.get(key) !== 'no') continue;
    // A server in the foreground holds the script up as long as the session lasts.
    if (event.kind === 'service' && event.how === 'foreground' && isServerCommand(event.words)) return event;
    if (event.kind !== 'stay' || event.why === 'foreground') continue;
    if (event.service?.likelihood === 'certain') return event;
  }
  for (const end of behaviour.ends) {
    if (end.files.get(key) !== 'no' || (end.status !== 0 && end.kind === 'exit')) continue;
    if (end.service?.likelihood === 'certain') return end;
  }
  return undefined;
}

/** Whether a file is read that is not known and may do anything; files of settings and environments do not count. */
function readsUnknown(events: readonly ScriptEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind === 'source' && !event.found && (event.file === undefined || !isEnvironment(event.file)),
  );
}

/** Files that only set variables, by the names that they have everywhere. */
export function isEnvironment(file: PathKey): boolean {
  const name = nameOfPath(file);
  return (
    /^(inputs\.(sh|env)|\.?env|.*\.env|activate|conda\.sh|mamba\.sh|micromamba\.sh|profile|bash(rc|_profile)|\.(bashrc|bash_profile|profile|zshrc)|setup-env\.sh|modules?\.sh|bash|init\.sh|lmod\.sh|z00_lmod\.sh|setvars\.sh|spack-setup\.sh|nvm\.sh|vars\.sh|config\.sh|settings\.sh)$/.test(
      name,
    ) || /^\/(etc|usr|opt)\//.test(file)
  );
}

/** Whether a block of the workflow, or a script that it reads, names the file. */
function isAwaited(session: SessionScripts, key: PathKey, context: AnalysisContext): boolean {
  const name = nameOfPath(key);
  // A variable or an output of the same name is not the file.
  const pattern = new RegExp(`(^|[^\\w$.{])${name.replace('.', '\\.')}(?![\\w.=])`);
  return session.blocks.some(({ script, behaviour }) => {
    if (pattern.test(script.shell.text.replace(/\$OUTPUTS|>>.*OUTPUTS.*/g, ''))) return true;
    return behaviour.events.some((event) => {
      if (event.kind === 'read' && event.file === key) return true;
      if (event.at.file === script.path) return false;
      const content = context.workspace.files.read(event.at.file);
      return content.kind === 'text' && pattern.test(content.text.replace(/#.*/g, ''));
    });
  });
}

/** Writes of the script to a file of this name that is certainly another file. */
export function writesElsewhere(behaviour: ScriptBehaviour, key: PathKey): readonly WriteEvent[] {
  return behaviour.events.filter(
    (event): event is WriteEvent =>
      event.kind === 'write' &&
      event.file !== key &&
      nameOfPath(event.file) === nameOfPath(key) &&
      isCertainPath(event.file),
  );
}
