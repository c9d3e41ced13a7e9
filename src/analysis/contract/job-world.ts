import { scriptFile } from '../../model/read-script.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { filePath } from '../../source/span.ts';
import { type BashScript, parseBash } from '../../syntax/bash/parse-bash.ts';
import type { World } from '../shell/interpreter/machine.ts';
import { jobDirectory, type PathKey } from '../shell/interpreter/state/job-path.ts';
import type { FileFact } from '../shell/interpreter/state/state.ts';
import type { Value } from '../shell/interpreter/state/value.ts';

/** The files by which a session's parts tell each other where they are. */
export const coordinationFiles = {
  hostname: `${jobDirectory}/HOSTNAME`,
  port: `${jobDirectory}/SESSION_PORT`,
  started: `${jobDirectory}/job.started`,
  ended: `${jobDirectory}/job.ended`,
} as const;

/** The file that `$OUTPUTS` names. */
export const outputsFile: PathKey = '@outputs';

/** What a script on the platform finds when it begins. */
export interface JobWorld {
  readonly files: RepositoryFiles;
  /** The directory it runs in. */
  readonly cwd?: PathKey;
  readonly followed?: readonly PathKey[];
  /** Files whose presence is known when it begins. */
  readonly initial?: ReadonlyMap<PathKey, FileFact>;
  /** Files that others create meanwhile; absent: none. */
  readonly volatile?: ReadonlySet<PathKey> | 'all';
  readonly environment?: ReadonlyMap<string, Value | 'unset'>;
  readonly expressionAt?: World['expressionAt'];
  readonly source?: Value;
  /** Where the repository's root was checked out, when not in the job directory. */
  readonly checkout?: PathKey;
}

/** The world of a script on the platform: the repository in the job directory, an environment that is not known. */
export function jobWorld(world: JobWorld): World {
  const scripts = new Map<PathKey, BashScript | undefined>();
  const checkout = world.checkout ?? jobDirectory;
  const directory: Value = [{ id: 0, origin: { kind: 'job-directory' }, nonEmpty: true }];
  return {
    cwd: world.cwd ?? jobDirectory,
    followed: world.followed ?? [
      coordinationFiles.port,
      coordinationFiles.hostname,
      coordinationFiles.started,
    ],
    initialFile: (key) => world.initial?.get(key),
    environment(name) {
      const given = world.environment?.get(name);
      if (given !== undefined) return given;
      if (name === 'OUTPUTS')
        return [{ id: -1, origin: { kind: 'directory', path: outputsFile }, nonEmpty: true }];
      return name === 'PW_PARENT_JOB_DIR' ? directory : undefined;
    },
    isVolatile: (key) => world.volatile === 'all' || (world.volatile?.has(key) ?? false),
    script(key) {
      if (!key.startsWith(`${checkout}/`)) return undefined;
      if (scripts.has(key)) return scripts.get(key);
      const path = filePath(key.slice(checkout.length + 1));
      const read = /\.(sh|bash)$|^[^.]*$/.test(path) ? world.files.read(path) : undefined;
      const script =
        read?.kind === 'text' && read.text.length < 500_000
          ? parseBash(scriptFile({ path, text: read.text }, 'sourced').shell)
          : undefined;
      const usable = script !== undefined && script.faults.length === 0 ? script : undefined;
      scripts.set(key, usable);
      return usable;
    },
    expressionAt: world.expressionAt ?? (() => undefined),
    source: world.source ?? [...directory, '/run.sh'],
  };
}
