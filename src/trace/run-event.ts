import type { CoordinationEvent, JobRecord, Leftover, RunMode, RunPhase, RunRecord } from './run-record.ts';

/** What happens in a run while it happens; `atMs` counts from the start of the run. */
export type RunEvent = {
  readonly atMs: number;
  readonly workflow: string;
  readonly mode: RunMode;
  readonly scenario: string;
} & (
  | { readonly type: 'run-started'; readonly jobDirectory: string }
  | { readonly type: 'phase'; readonly phase: RunPhase; readonly state: 'started' | 'ended' }
  | { readonly type: 'job'; readonly job: string; readonly state: 'started' | JobRecord['outcome'] }
  | {
      readonly type: 'step';
      readonly job: string;
      readonly step: string;
      readonly state: 'started' | 'ended';
    }
  | { readonly type: 'coordination'; readonly event: CoordinationEvent }
  | { readonly type: 'listening'; readonly port: number; readonly address: string }
  | { readonly type: 'ready'; readonly readyMs: number }
  | {
      readonly type: 'output';
      readonly job: string;
      readonly lines: readonly string[];
      readonly dropped: number;
    }
  | { readonly type: 'leftover'; readonly leftover: Leftover }
  | { readonly type: 'run-ended'; readonly record: RunRecord }
);
