import type { FaultTrace } from '../../diagnostics/fault-trace.ts';
import type { Severity } from '../../diagnostics/finding.ts';
import type { RunCause, RunMode, RunPhase } from '../../trace/run-record.ts';

/** A place in a document: both from 1, columns in UTF-16 units. */
export interface DocumentPlace {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface DocumentRange {
  readonly start: DocumentPlace;
  readonly end: DocumentPlace;
}

/** A place in a named file; the path is relative to the repository, with forward slashes. */
export interface DocumentLocation {
  readonly path: string;
  readonly range: DocumentRange;
}

/** A repair as data. */
export interface DocumentFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly (DocumentLocation & { readonly text: string })[];
}

/** One finding as it leaves the program. */
export interface DocumentDiagnostic extends DocumentLocation {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly workflow?: string | undefined;
  readonly help?: string | undefined;
  readonly url?: string | undefined;
  readonly fingerprint: string;
  readonly related: readonly (DocumentLocation & { readonly message: string })[];
  readonly fix?: DocumentFix | undefined;
}

/** One workflow and what became of it. */
export interface DocumentWorkflow {
  readonly name: string;
  readonly path: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string | undefined;
}

/** What a failed run says, and where. */
export interface DocumentFailure {
  readonly cause: RunCause;
  readonly message: string;
  readonly path?: string | undefined;
  readonly range?: DocumentRange | undefined;
  readonly help?: string | undefined;
}

/** One run as it leaves the program; times in milliseconds since its start unless named otherwise. */
export interface DocumentRun {
  readonly workflow: string;
  readonly path: string;
  readonly mode: RunMode;
  readonly scenario: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly cause?: RunCause | undefined;
  readonly failure?: DocumentFailure | undefined;
  readonly observations: readonly DocumentFailure[];
  /** Why it was skipped. */
  readonly reason?: string | undefined;
  /** What the form held, by dotted name; passwords are not told. */
  readonly inputs?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly readyMs?: number | undefined;
  readonly detectMs?: number | undefined;
  readonly service?:
    | {
        readonly hostname: string;
        readonly port: number;
        readonly openMs?: number | undefined;
        readonly listening: readonly {
          readonly address: string;
          readonly port: number;
          readonly pid?: number | undefined;
          readonly command?: string | undefined;
        }[];
        readonly probe?: { readonly url: string; readonly status: number } | undefined;
      }
    | undefined;
  /** What a user would get who opened the session, through the platform's proxy. */
  readonly session?:
    | {
        readonly path: string;
        readonly status?: number | undefined;
        /** Addresses on the page that lead out of the session, as they are written. */
        readonly outsideReferences: readonly string[];
        /** The file with the picture of the page. */
        readonly screenshot?: string | undefined;
      }
    | undefined;
  readonly coordination: readonly {
    readonly file: string;
    readonly atMs: number;
    readonly content: string;
    readonly by: string;
  }[];
  readonly wait?:
    | {
        readonly job: string;
        readonly said: 'ready' | 'not-ready' | 'nothing';
        readonly atMs?: number | undefined;
      }
    | undefined;
  readonly phases: readonly { readonly phase: RunPhase; readonly ms: number }[];
  readonly jobs: readonly {
    readonly job: string;
    readonly outcome: 'passed' | 'failed' | 'cancelled' | 'skipped';
    readonly ms: number;
    readonly endedMs?: number | undefined;
    readonly outputs: Readonly<Record<string, string>>;
  }[];
  readonly leftovers: readonly {
    readonly kind: 'process' | 'port' | 'file' | 'mount' | 'batch-job';
    readonly pid?: number | undefined;
    readonly command?: string | undefined;
    readonly port?: number | undefined;
    readonly address?: string | undefined;
    readonly path?: string | undefined;
    readonly id?: string | undefined;
  }[];
  readonly fidelity: readonly {
    readonly what: string;
    readonly how: 'ran' | 'emulated' | 'stand-in' | 'skipped';
    readonly why?: string | undefined;
  }[];
  readonly log: readonly string[];
  /** From the cancellation until nothing of the run was left. */
  readonly stopMs?: number | undefined;
  /** The command that makes a failed run once more. */
  readonly again?: string | undefined;
  /** Where the job directory was kept, when it was. */
  readonly kept?: string | undefined;
}

/** A failure of the program itself: one sentence, and where it arose. */
export interface DocumentFault extends FaultTrace {
  readonly kind: string;
}

/** How many there are of each. */
export interface DocumentSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly workflows: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * The JSON report, version 1 (contract, part 2): plain data with lines and columns, so that every format is a
 * rendering of it and reports of several machines can be put together.
 */
export interface ReportDocument {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** The commit that was checked. */
  readonly commit?: string | undefined;
  /** Which part of the workflows it is about, both from 1; absent when it is about all that were selected. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  /** What a check of everything would have told besides; absent when nothing was left out. */
  readonly leftOut?: readonly string[] | undefined;
  readonly summary: DocumentSummary;
  readonly workflows: readonly DocumentWorkflow[];
  readonly diagnostics: readonly DocumentDiagnostic[];
  readonly runs: readonly DocumentRun[];
  /** Findings that a comment allows, with its reason. */
  readonly allowed: readonly (DocumentDiagnostic & { readonly reason: string })[];
  readonly faults: readonly DocumentFault[];
  readonly remarks: readonly string[];
  /** The verdict of the release gate, when it was asked. */
  readonly gate?: DocumentGate | undefined;
}

/** Whether a release may be made, and everything that stands in its way. */
export interface DocumentGate {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}
