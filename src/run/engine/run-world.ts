import type { RunPlan } from '../../plan/run-plan.ts';
import type { PlatformFront } from '../../ports/platform-front.ts';
import type { ProcessScope } from '../../ports/processes.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import type { Span } from '../../source/span.ts';
import type { RunEvent } from '../../trace/run-event.ts';
import type { Fidelity } from '../../trace/run-record.ts';

/** How a run is carried out. */
export interface RunOptions {
  /** The repository's top folder, absolute: checkouts copy from it. */
  readonly root: string;
  /** The repository's texts, for places in its scripts. */
  readonly repository: RepositoryFiles;
  /** Where the start script starts its services, when reading it tells; asked for only when a run failed. */
  readonly serviceStarts?: (() => readonly Span[]) | undefined;
  /** Where to put what is kept of a run; absent: nothing is. */
  readonly keepIn?: string | undefined;
  /** Where to put a picture of the session's page, when there is a Chromium; absent: none is taken. */
  readonly screenshotIn?: string | undefined;
  /**
   * The whole job directory of which runs is kept. Of other failed runs there is a folder with what they printed and how
   * things stood when they failed.
   */
  readonly keep?: 'all' | 'failed' | undefined;
}

/** What an event is before it is stamped with time and run. */
export type PlainEvent = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'atMs' | 'workflow' | 'mode' | 'scenario'>
    : never
  : never;

/** Where things are in a run, and what everybody in it needs. */
export interface RunWorld {
  readonly plan: RunPlan;
  readonly ports: RunPorts;
  readonly options: RunOptions;
  readonly scope: ProcessScope;
  /** Names this run in the environment of all its processes. */
  readonly marker: string;
  /** The run's own folder; `home` and everything else is below it. */
  readonly directory: string;
  readonly home: string;
  readonly jobDirectory: string;
  readonly commands: string;
  readonly trace: string;
  readonly jobNumber: string;
  /** The slug of the run: `PW_JOB_ID`. */
  readonly slug: string;
  /** The variables that every script gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Host names that mean this machine. */
  readonly hosts: readonly string[];
  /** The stand-in of the platform's front; absent where nothing of the workflow speaks of endpoints. */
  readonly front: PlatformFront | undefined;
  /** Whether batch jobs go to the emulated scheduler. */
  readonly emulatesScheduler: boolean;
  /** Files in HOME, relative to it, that were there before the workflow began. */
  readonly filesBefore: Set<string>;
  /** Absolute paths that scripts name and that were not there before the workflow began. */
  readonly absentBefore: ReadonlySet<string>;
  /** The listening sockets of the announced port that came up during the run, by inode. */
  readonly openedPorts: Set<number>;
  /** The processes that were told to end, by pid: they get the time that the platform gives them. */
  readonly signalled: Set<number>;
  /** Aborted when the run's folder is about to be removed: nothing may be written from then on. */
  readonly over: AbortSignal;
  /** Milliseconds since the run started. */
  readonly elapsed: () => number;
  readonly emit: (event: PlainEvent) => void;
  readonly note: (fidelity: Fidelity) => void;
}
