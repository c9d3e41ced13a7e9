/** What a machine has of a batch scheduler. */
export type SchedulerState =
  /** Its commands are there and it takes jobs; `flavour` says when they only imitate it. */
  | { readonly kind: 'answers'; readonly flavour?: string | undefined }
  /** One of its commands is not installed. */
  | { readonly kind: 'missing'; readonly command: string }
  /** Its commands are installed, but nothing answers them, or nothing that could run a job. */
  | { readonly kind: 'silent'; readonly why: string };

/** The batch schedulers of this machine. */
export interface Schedulers {
  /** Asks the scheduler itself, once; bounded in time, never rejects. */
  state(scheduler: 'slurm' | 'pbs'): Promise<SchedulerState>;
}
