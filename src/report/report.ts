import manifest from '../../package.json' with { type: 'json' };
import type { Diagnostic } from '../diagnostics/finding.ts';
import type { RuleMeta } from '../diagnostics/rule-meta.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RunRecord } from '../trace/run-record.ts';
import type { JobGraph } from './job-graph.ts';

/** This program's name and version, as reports carry them. */
export const tool = { name: 'pw-workflow-check', version: manifest.version } as const;

/** One of several parts of the workflows, both from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** One workflow of the report and what became of it. */
export interface WorkflowOutcome {
  readonly name: string;
  readonly path: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string | undefined;
}

/** A finding that a comment in the file allows. */
export interface AllowedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Everything that one request found out. All that leaves the program is a rendering of one of these. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** The commit that was checked, when the repository is under version control and its tree is clean. */
  readonly commit?: string | undefined;
  /** Which part of the workflows it is about, where they were shared out. */
  readonly shard?: Shard | undefined;
  /** What a check of everything would have told besides: the gate wants it all. Absent when nothing was left out. */
  readonly leftOut?: readonly string[] | undefined;
  readonly rules: readonly RuleMeta[];
  /** The texts that diagnostics point into, for code frames and line numbers. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly workflows: readonly WorkflowOutcome[];
  /** Sorted by path, position, rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly AllowedDiagnostic[];
  readonly runs: readonly RunRecord[];
  readonly faults: readonly ToolFault[];
  /** What the reader should know about the check itself: a tool that was missing, a stage that was left out. */
  readonly remarks: readonly string[];
  /** The jobs of each workflow, for pictures. */
  readonly graphs?: readonly JobGraph[] | undefined;
}
