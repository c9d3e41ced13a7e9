import type { Label } from '../diagnostics/finding.ts';
import type { FilePath, Span } from '../source/span.ts';

/** Where the service is started: on the login node, or through a scheduler. */
export type RunMode = 'controller' | 'slurm' | 'pbs';

/** Why a service was not ready, or a run not clean (contract, part 5). */
export type RunCause =
  | 'start-failed'
  | 'exited-early'
  | 'marker-missing'
  | 'marker-order'
  | 'bad-port-file'
  | 'bad-hostname'
  | 'not-listening'
  | 'wrong-address'
  | 'foreign-listener'
  | 'http-error'
  | 'tls-mismatch'
  | 'not-http'
  | 'unstable'
  | 'step-failed'
  | 'timeout'
  | 'left-processes'
  | 'left-port'
  | 'not-stopped'
  | 'endpoint-never-listed'
  | 'endpoint-not-answering'
  | 'endpoint-gone'
  | 'unsupported'
  | 'session-page-fails';

/** The parts of a run, in order. `stop` and `inspect` always happen, also when the run was interrupted. */
export type RunPhase = 'prepare' | 'start' | 'wait' | 'stop' | 'inspect';

/** How true to the platform one part of the run was. */
export interface Fidelity {
  readonly what: string;
  readonly how: 'ran' | 'emulated' | 'stand-in' | 'skipped';
  readonly why?: string | undefined;
}

/** Something that outlived the run; it was ended after it had been recorded. */
export type Leftover =
  | { readonly kind: 'process'; readonly pid: number; readonly command: string }
  | { readonly kind: 'port'; readonly port: number; readonly address: string }
  | { readonly kind: 'file' | 'mount'; readonly path: string }
  | { readonly kind: 'batch-job'; readonly id: string };

/** A listening socket and who holds it, as far as it can be seen. */
export interface Listener {
  readonly address: string;
  readonly port: number;
  readonly pid?: number | undefined;
  readonly command?: string | undefined;
}

/** A coordination file as it appeared. */
export interface CoordinationEvent {
  readonly file: string;
  /** Milliseconds since the run started. */
  readonly atMs: number;
  readonly content: string;
  /** `job_runner` when an injected marker wrote it, else the script. */
  readonly by: string;
}

/** What became of one job of the workflow. */
export interface JobRecord {
  readonly job: string;
  readonly outcome: 'passed' | 'failed' | 'cancelled' | 'skipped';
  readonly ms: number;
  /** When it ended, in milliseconds since the run started; absent when it had not started. */
  readonly endedMs?: number | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Why the run failed: one cause, the words for it and its place in a file wherever there is one. */
export interface RunFailure {
  readonly cause: RunCause;
  readonly message: string;
  readonly at?: Span | undefined;
  readonly related?: readonly Label[] | undefined;
  readonly help?: string | undefined;
  /** Set when it is worth knowing of a run that passes all the same. */
  readonly severity?: 'note' | undefined;
}

/** What the workflow's own wait step said, beside our verdict. */
export interface WaitVerdict {
  readonly job: string;
  readonly at: Span;
  readonly said: 'ready' | 'not-ready' | 'nothing';
  /** Milliseconds since the run started, when it said something. */
  readonly atMs?: number | undefined;
  /** The last moment at which the service was seen not to be ready. */
  readonly notReadyAtMs?: number | undefined;
}

/** Something on the page of a session that leads out of the session's path. */
export interface OutsideReference {
  /**
   * What the page asks for by itself is a request, or an asset when it works without it (images, fonts, source maps); what
   * a user may follow is a link.
   */
  readonly kind: 'redirect' | 'link' | 'request' | 'asset' | 'websocket';
  /** As it is written on the page, or as it was asked for. */
  readonly target: string;
  /** The path of the page or script that leads there. */
  readonly from: string;
}

/** What a user would get who opened the session, through the platform's proxy. */
export interface SessionVisit {
  readonly prefix: string;
  readonly path: string;
  /** The port that the session was pointed at. */
  readonly port: number;
  /** The answer to the session's first address, of which the service sees no prefix; absent when nothing came back. */
  readonly status?: number | undefined;
  /**
   * How the first address leads nowhere: from redirect to redirect until one is met again, or so often that a browser gives
   * up. Absent: it leads to an answer.
   */
  readonly astray?: 'circle' | 'many-redirects' | undefined;
  /** What the service answers when it is asked under the whole path instead; only where the first address failed. */
  readonly wholePathStatus?: number | undefined;
  /** What the service's root answers; only where the first address has a slug and failed. */
  readonly rootStatus?: number | undefined;
  readonly outsideReferences: readonly OutsideReference[];
  /** Where the first of them is best put right: in the script, in the slug, or at the step that updated the session. */
  readonly at: Span;
  /** Where the service is started, or the slug stands when only that is wrong: what a failing first address is blamed on. */
  readonly pageAt: Span;
  /** The file with the picture of the page, when one was taken. */
  readonly screenshot?: string | undefined;
}

/** A finished run: plain data, the subject of the rules of the group `run`. */
export interface RunRecord {
  readonly workflow: string;
  readonly path: FilePath;
  readonly mode: RunMode;
  readonly scenario: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly failure?: RunFailure | undefined;
  /** Findings beside the one cause: leftovers, a wait step that says the wrong thing, links that leave the prefix. */
  readonly observations: readonly RunFailure[];
  /** Why it was skipped, naming what is missing. */
  readonly skipped?: string | undefined;
  /** What the form held, by dotted name; passwords are not told. Absent where no run was planned. */
  readonly inputs?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly readyMs?: number | undefined;
  readonly detectMs?: number | undefined;
  /** From the cancellation until nothing of the run was left, in milliseconds; absent when something stayed. */
  readonly stopMs?: number | undefined;
  readonly service?:
    | {
        readonly hostname: string;
        readonly port: number;
        /** Milliseconds since the run started when its port was seen open for the first time. */
        readonly openMs?: number | undefined;
        readonly listening: readonly Listener[];
        readonly probe?: { readonly url: string; readonly status: number } | undefined;
      }
    | undefined;
  readonly session?: SessionVisit | undefined;
  readonly coordination: readonly CoordinationEvent[];
  readonly wait?: WaitVerdict | undefined;
  readonly phases: readonly { readonly phase: RunPhase; readonly ms: number }[];
  readonly jobs: readonly JobRecord[];
  readonly leftovers: readonly Leftover[];
  readonly fidelity: readonly Fidelity[];
  /** The last lines that the service and the steps printed, already made harmless. */
  readonly log: readonly string[];
  /** The command that makes a failed run once more. */
  readonly again?: string | undefined;
  /** Where the job directory was kept, when it was; of a failed run at least its diagnostics. */
  readonly kept?: string | undefined;
}
