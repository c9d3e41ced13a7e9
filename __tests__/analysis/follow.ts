import { coordinationFiles, jobWorld } from '../../src/analysis/contract/job-world.ts';
import { interpret, type ScriptBehaviour } from '../../src/analysis/shell/interpreter/interpret.ts';
import type { ScriptEnd, ScriptEvent } from '../../src/analysis/shell/interpreter/state/events.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { mappedFile } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';
import { parseBash } from '../../src/syntax/bash/parse-bash.ts';

/** Follows a start script that begins without any coordination file. */
export function follow(text: string, others: Readonly<Record<string, string>> = {}): ScriptBehaviour {
  const absent = { presence: 'no', since: 0 } as const;
  const initial = new Map(Object.values(coordinationFiles).map((key) => [key, absent] as const));
  const script = parseBash(mappedFile({ path: filePath('start.sh'), text }));
  return interpret(script, jobWorld({ files: memoryFiles(others), initial }));
}

/** The presences of a coordination file at the ends that a filter leaves. */
export function presences(
  behaviour: ScriptBehaviour,
  file: keyof typeof coordinationFiles,
  wanted: (end: ScriptEnd) => boolean = () => true,
): readonly (string | undefined)[] {
  return [...new Set(behaviour.ends.filter(wanted).map((end) => end.files.get(coordinationFiles[file])))];
}

/** The events of one kind. */
export function eventsOf<Kind extends ScriptEvent['kind']>(
  behaviour: ScriptBehaviour,
  kind: Kind,
): readonly Extract<ScriptEvent, { kind: Kind }>[] {
  return behaviour.events.filter(
    (event): event is Extract<ScriptEvent, { kind: Kind }> => event.kind === kind,
  );
}
