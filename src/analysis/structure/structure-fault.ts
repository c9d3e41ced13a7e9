import type { Finding } from '../../diagnostics/finding.ts';

/** What can be wrong with the shape of a workflow. */
export type StructureFaultKind =
  | 'unknown-key'
  | 'foreign-key'
  | 'misplaced-attribute'
  | 'missing-key'
  | 'missing-with'
  | 'wrong-type'
  | 'quoted-value'
  | 'empty-value'
  | 'empty-list'
  | 'invalid-name'
  | 'invalid-value'
  | 'invalid-duration'
  | 'invalid-clock-time'
  | 'invalid-shell'
  | 'number-out-of-range'
  | 'unknown-input-type'
  | 'unknown-action-input'
  | 'run-and-uses'
  | 'neither-run-nor-uses'
  | 'with-without-uses'
  | 'shell-without-run'
  | 'ssh-and-runs-on';

/** One fault of the shape, worded and placed; each is answered by one rule. */
export interface StructureFault {
  readonly kind: StructureFaultKind;
  readonly finding: Finding;
}

/** Takes faults as they are found. */
export type ReportFault = (kind: StructureFaultKind, finding: Finding) => void;
