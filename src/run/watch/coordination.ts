import type { CoordinationEvent } from '../../trace/run-record.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { answerForSite } from './site-hosts.ts';

/** The files by which a service says where it is. */
export const coordinationFiles = ['job.started', 'HOSTNAME', 'SESSION_PORT', 'job.ended'] as const;
/** The name of one of them. */
export type CoordinationFile = (typeof coordinationFiles)[number];

/** What stands in the coordination files, and when it first did. */
export interface Coordination {
  /** In the order of appearance. */
  readonly events: readonly CoordinationEvent[];
  /** The content now, `undefined` while the file is missing. */
  content(file: CoordinationFile): string | undefined;
  /** What stands in a file's place, when that is no file. */
  notAFile(file: CoordinationFile): 'a directory' | 'no regular file' | undefined;
  /** Looks at all files again. */
  look(): void;
  close(): void;
}

/** Some file systems tell nothing about changes; then this often is looked, in milliseconds. */
const slowLookMs = 250;
const maxContent = 4096;

/** Watches the job directory; `changed` is called whenever a content has changed. */
export function watchCoordination(
  world: RunWorld,
  injects: () => boolean,
  changed: () => void,
): Coordination {
  const { files } = world.ports;
  const contents = new Map<string, string>();
  const events: CoordinationEvent[] = [];
  const record = (file: CoordinationFile, content: string): void => {
    // A file that is being written is empty for a moment.
    if (content === '' && (file === 'HOSTNAME' || file === 'SESSION_PORT')) return;
    const earlier = events.filter((event) => event.file === file);
    if (earlier.some((event) => event.content.trim() === content.trim())) return;
    const byRunner = file === 'job.ended' || (injects() && file !== 'SESSION_PORT' && earlier.length === 0);
    const event: CoordinationEvent = {
      file,
      atMs: Math.round(world.elapsed()),
      content: content.slice(0, 200),
      by: byRunner ? 'job_runner' : 'start.sh',
    };
    events.push(event);
    world.emit({ type: 'coordination', event });
  };
  /** What we wrote for the author, which is no event of the run. */
  const ours = new Set<string>();
  const answer = (content: string): void =>
    void answerForSite(world, content.trim(), (written) => ours.add(written));
  const lookAt = (file: CoordinationFile): void => {
    const path = joinPath(world.jobDirectory, file);
    const content = files.read(path, maxContent);
    const before = contents.get(file);
    if (content === before) return;
    if (content === undefined) contents.delete(file);
    else contents.set(file, content);
    if (content !== undefined && !ours.has(content)) record(file, content);
    if (content !== undefined && file === 'HOSTNAME') answer(content);
    changed();
  };
  const look = (): void => coordinationFiles.forEach(lookAt);
  const unwatch = files.watch(world.jobDirectory, (name) => {
    const file = coordinationFiles.find((one) => one === name);
    if (file !== undefined) lookAt(file);
  });
  const over = new AbortController();
  const slowly = async (): Promise<void> => {
    while (!over.signal.aborted) {
      look();
      await world.ports.clock.sleep(slowLookMs, over.signal);
    }
  };
  void slowly();
  return {
    events,
    content: (file) => contents.get(file),
    notAFile(file) {
      const kind = files.kindOf(joinPath(world.jobDirectory, file));
      return kind === 'directory' ? 'a directory' : kind === 'other' ? 'no regular file' : undefined;
    },
    look,
    close() {
      over.abort();
      unwatch();
    },
  };
}
