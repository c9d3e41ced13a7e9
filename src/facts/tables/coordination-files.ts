import type { Evidence } from '../types.ts';

/** A file of the job directory by which a start script and the workflow tell each other where the service is. */
interface CoordinationFileFact {
  readonly name: string;
  readonly description: string;
  readonly evidence: Evidence;
}

const observed = { kind: 'observed', from: 'parallelworks/activate-sessions workflows' } as const;

/** The coordination files of a session. */
export const coordinationFiles = [
  {
    name: 'HOSTNAME',
    description:
      'The host that the service runs on, as other machines call it. The start script writes it; the workflow gives it to the session.',
    evidence: observed,
  },
  {
    name: 'SESSION_PORT',
    description:
      'The port that the service listens on. The start script writes it; the workflow gives it to the session.',
    evidence: observed,
  },
  {
    name: 'job.started',
    description:
      'Says that the start script runs and that HOSTNAME and SESSION_PORT can be read. It is written last before the service starts; wait steps look for it.',
    evidence: observed,
  },
] as const satisfies readonly CoordinationFileFact[];
