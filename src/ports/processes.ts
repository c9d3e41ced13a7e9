/** What to start: a program with an environment of its own, built from nothing. */
export interface ProcessOrder {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The file that standard output and standard error are appended to. */
  readonly output: string;
}

/** How a process ended; a program that could not be started ends with 127. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string };

/** A process in a session of its own. */
export interface RunningProcess {
  readonly pid: number;
  readonly ended: Promise<ProcessEnd>;
  /** Signals its process group; nothing happens when that has ended. */
  signalGroup(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
}

/** A living process as the machine shows it. */
export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly command: string;
  /** The program file, when it can be seen. */
  readonly program?: string | undefined;
  /** Clock ticks of processor time used so far. */
  readonly ticks: number;
  /** The step that it came from, as `job/…/step`, when its environment says so. */
  readonly step?: string | undefined;
}

/** A listening TCP socket of the machine. */
export interface ListeningSocket {
  readonly address: string;
  readonly port: number;
  readonly inode: number;
}

/** Who holds a listening socket; `undefined` when that cannot be seen. */
export interface SocketOwner {
  readonly pid: number;
  readonly command: string;
  /** Whether it belongs to the scope that was asked. */
  readonly inScope: boolean;
  /** Whether it belongs to another run of this program. */
  readonly otherRun: boolean;
  /** The step that it came from, as `job/…/step`, when its environment says so. */
  readonly step?: string | undefined;
}

/**
 * Everything that is started in it, and all that comes of that, whatever it does to get away. Nothing of it is left
 * after `close`, nor after this program ended, however it ended.
 */
export interface ProcessScope {
  start(order: ProcessOrder): Promise<RunningProcess>;
  /** All living processes of the scope. */
  members(): readonly ProcessInfo[];
  /** Sends one signal to one member; nothing happens when it has ended. */
  signal(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 'SIGURG'): void;
  /** The listening sockets of the machine now. */
  listeners(): readonly ListeningSocket[];
  ownerOf(socket: ListeningSocket): SocketOwner | undefined;
  /**
   * Calls back whenever the set of listening sockets has changed, with the milliseconds since the look before: a new
   * socket is at most so old. The result ends the watch.
   */
  watchListeners(
    changed: (sockets: readonly ListeningSocket[], lagMs: number | undefined) => void,
  ): () => void;
  /** Kills what is left and waits until it is gone. */
  close(): Promise<void>;
}

/** Starts processes so that they can be found and ended again. */
export interface Processes {
  /**
   * @param order.directory removed with everything in it when this program dies before `close`
   * @param order.marker a value that is in the environment of everything started, as `PW_CHECK_RUN`; what somebody else
   * starts for the run may also note itself in the file `processes` of the directory, as its pid and the rest of its line
   * in /proc
   */
  open(order: { readonly directory: string; readonly marker: string }): Promise<ProcessScope>;
}
