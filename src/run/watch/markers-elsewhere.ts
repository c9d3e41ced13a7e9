import { joinPath, pathBelow } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { Coordination } from './coordination.ts';

const markers = ['job.started', 'HOSTNAME', 'SESSION_PORT'] as const;

/** A coordination file that stands where nobody looks for it. */
export interface MarkerElsewhere {
  readonly file: (typeof markers)[number];
  /** Its folder as an author would call it: `~`, `$TMPDIR`, `/`, or a folder of the job directory. */
  readonly folder: string;
}

const mostFiles = 3000;
const lookMs = 500;
/**
 * Whoever writes a file elsewhere may still move it to the job directory, and a wait step may look for it just there:
 * so long it gets the time to do so.
 */
const patienceMs = 6000;

/** Looks for coordination files outside of the job directory while they are missing in it. */
export interface MarkersElsewhere {
  /** One that has stood elsewhere for so long that it is not going to be moved, or that nobody is left to move. */
  settled(final: boolean): MarkerElsewhere | undefined;
  close(): void;
}

/** Starts to look; costs nothing as soon as the job directory has all of them. */
export function watchMarkersElsewhere(world: RunWorld, coordination: Coordination): MarkersElsewhere {
  const { clock } = world.ports;
  const over = new AbortController();
  let since: number | undefined;
  let found: MarkerElsewhere | undefined;
  const keepLooking = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await clock.sleep(lookMs, over.signal);
      const missing = markers.filter((file) => coordination.content(file) === undefined);
      found = missing.length === 0 ? undefined : findElsewhere(world, missing);
      since = found === undefined ? undefined : (since ?? world.elapsed());
    }
  };
  void keepLooking();
  return {
    settled: (final) =>
      since !== undefined && (final || world.elapsed() - since >= patienceMs) ? found : undefined,
    close: () => over.abort(),
  };
}

function findElsewhere(
  world: RunWorld,
  missing: readonly (typeof markers)[number][],
): MarkerElsewhere | undefined {
  const { files } = world.ports;
  const temporary = joinPath(world.directory, 'tmp');
  const places = [
    ...files.listDeep(world.home, mostFiles).map((path) => joinPath(world.home, path)),
    ...files.listDeep(temporary, mostFiles).map((path) => joinPath(temporary, path)),
    ...markers.map((file) => `/${file}`).filter((path) => files.kindOf(path) === 'file'),
  ];
  for (const file of missing) {
    const path = places.find(
      (one) =>
        one.endsWith(`/${file}`) && one !== joinPath(world.jobDirectory, file) && isOfThisRun(world, one),
    );
    if (path !== undefined) return { file, folder: nameOfFolder(world, path.slice(0, -file.length - 1)) };
  }
  return undefined;
}

/** What stood at the root before the run is somebody else's; everything else is looked for in the run's own folders. */
const isOfThisRun = (world: RunWorld, path: string): boolean =>
  path.lastIndexOf('/') > 0 || world.absentBefore.has(path);

function nameOfFolder(world: RunWorld, folder: string): string {
  const inJob = pathBelow(world.jobDirectory, folder);
  if (inJob !== undefined) return `${inJob}/ below the job directory`;
  const inHome = pathBelow(world.home, folder);
  if (inHome !== undefined) return inHome === '' ? '~' : `~/${inHome}`;
  const inTemporary = pathBelow(joinPath(world.directory, 'tmp'), folder);
  if (inTemporary !== undefined) return inTemporary === '' ? '$TMPDIR' : `$TMPDIR/${inTemporary}`;
  return folder === '' ? '/' : folder;
}
