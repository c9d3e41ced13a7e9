import { coordinationFiles } from '../../src/analysis/contract/job-world.ts';
import { interpret, type ScriptBehaviour } from '../../src/analysis/shell/interpreter/interpret.ts';
import type { World } from '../../src/analysis/shell/interpreter/machine.ts';
import { jobDirectory, type PathKey } from '../../src/analysis/shell/interpreter/state/job-path.ts';
import type { FileFact } from '../../src/analysis/shell/interpreter/state/state.ts';
import { textOf } from '../../src/analysis/shell/interpreter/state/value.ts';
import { mappedFile } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';
import { parseBash } from '../../src/syntax/bash/parse-bash.ts';
import { hiddenVariables } from './generate-commands.ts';
import type { GeneratedScript } from './generate-script.ts';
import type { Observation } from './run-scripts.ts';

/** What is claimed of a file when a script has ended. */
export type Claim = 'always' | 'never' | 'sometimes' | 'unknown';

/** What the analysis says about a script before it is run. */
export interface Judgement {
  readonly files: Readonly<Record<string, { readonly claim: Claim; readonly content: string | undefined }>>;
  readonly status: 'zero' | 'other' | 'open';
}

const followed = [coordinationFiles.port, coordinationFiles.hostname, coordinationFiles.started];

/** What a behaviour claims of a file when the script has ended. */
export function claimOf(behaviour: ScriptBehaviour, key: PathKey): Claim {
  const presences = behaviour.ends.map((end) => end.files.get(key));
  if (behaviour.opaque || presences.length === 0 || presences.includes('maybe')) return 'unknown';
  if (presences.every((presence) => presence === 'yes')) return 'always';
  return presences.every((presence) => presence === 'no') ? 'never' : 'sometimes';
}

/** Follows a generated script in an empty directory that holds only the file it may source. */
export function judgeScript(script: GeneratedScript): Judgement {
  const library = parseBash(mappedFile({ path: filePath('library.sh'), text: script.library }));
  const here: FileFact = { presence: 'yes', directory: true, since: 0 };
  const absent: FileFact = { presence: 'no', since: 0 };
  const hidden = new Set<string>([...hiddenVariables, 'HOME', 'PATH']);
  const world: World = {
    cwd: jobDirectory,
    followed,
    initialFile(key: PathKey) {
      if (key === jobDirectory) return here;
      if (key === `${jobDirectory}/library.sh`) return { presence: 'yes', directory: false, since: 0 };
      return key.startsWith(`${jobDirectory}/`) && !key.includes('⟨') ? absent : undefined;
    },
    environment: (name) => (hidden.has(name) ? undefined : 'unset'),
    isVolatile: () => false,
    script: (key) => (key === `${jobDirectory}/library.sh` ? library : undefined),
    expressionAt: () => undefined,
    source: ['script.sh'],
  };
  const behaviour = interpret(
    parseBash(mappedFile({ path: filePath('script.sh'), text: script.text })),
    world,
  );
  const files: Record<string, Judgement['files'][string]> = {};
  for (const key of followed) {
    const claim = claimOf(behaviour, key);
    const contents = behaviour.ends
      .filter((end) => end.files.get(key) === 'yes')
      .map((end) =>
        textOf(end.contents.get(key) ?? [{ id: -1, origin: { kind: 'other' }, nonEmpty: false }]),
      );
    const [first] = contents;
    const same = !behaviour.opaque && claim !== 'unknown' && contents.every((text) => text === first);
    files[key.slice(jobDirectory.length + 1)] = { claim, content: same ? first : undefined };
  }
  const statuses = behaviour.ends.map((end) => end.status);
  const status =
    behaviour.opaque || statuses.length === 0
      ? 'open'
      : statuses.every((one) => one === 0)
        ? 'zero'
        : statuses.every((one) => one !== undefined && one !== 0)
          ? 'other'
          : 'open';
  return { files, status };
}

/** What of a judgement a run contradicts, in words; empty when they agree. */
export function contradictions(judgement: Judgement, seen: Observation): readonly string[] {
  const wrong: string[] = [];
  for (const [name, { claim, content }] of Object.entries(judgement.files)) {
    const found = seen.files[name];
    if (claim === 'always' && found === undefined) wrong.push(`${name}: always, but it is not there`);
    if (claim === 'never' && found !== undefined) wrong.push(`${name}: never, but it is there`);
    if (found !== undefined && content !== undefined && content.replace(/\n+$/, '') !== found)
      wrong.push(`${name}: content ${JSON.stringify(content)}, but it is ${JSON.stringify(found)}`);
  }
  if (judgement.status === 'zero' && seen.status !== 0) wrong.push(`status: 0, but it is ${seen.status}`);
  if (judgement.status === 'other' && seen.status === 0) wrong.push('status: not 0, but it is 0');
  return wrong;
}
