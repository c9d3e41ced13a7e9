import { scriptSubmitterV36 } from '../../facts/tables/called/script-submitter-v3-6.ts';
import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { emulatedCall } from './emulated-call.ts';
import * as scripts from './script-submitter/assets.generated.ts';
import { type OwnJob, ownJob } from './step-builder.ts';

/** `marketplace/script_submitter/v3.6`: starts the script detached and never sees its exit code. */
export function scriptSubmitter(at: Span): PlannedCall {
  return emulatedCall(
    scriptSubmitterV36,
    jobs.map((job) => ownJob(job, at)),
  );
}

const jobs: readonly OwnJob[] = [
  { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
  { id: 'preprocessing', steps: [{ name: 'Create Script', action: scripts.createScriptSh }] },
  {
    id: 'ssh_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.slurm.is_enabled != true && inputs.pbs.is_enabled != true }}',
    steps: [
      { name: 'Run Script', action: scripts.controllerSh, cleanup: scripts.cleanupSh },
      // a step of its own, so that a cancelled job ends the wait and not the script
      { name: 'Wait for Script', service: 'runs', action: scripts.controllerWaitSh },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.slurm.is_enabled == true }}',
    steps: [
      {
        name: 'Submit SLURM Job',
        service: 'submits',
        action: scripts.slurmSubmitSh,
        cleanup: scripts.cleanupSh,
      },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.pbs.is_enabled == true }}',
    steps: [
      {
        name: 'Submit PBS Job',
        service: 'submits',
        action: scripts.pbsSubmitSh,
        cleanup: scripts.cleanupSh,
      },
    ],
  },
];
