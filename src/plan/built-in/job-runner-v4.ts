import { jobRunnerV40 } from '../../facts/tables/called/job-runner-v4-0.ts';
import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { emulatedCall } from './emulated-call.ts';
import * as scripts from './job-runner-v4/assets.generated.ts';
import { type OwnJob, ownJob } from './step-builder.ts';

/** `marketplace/job_runner/v4.0` as language.md 8.3 describes it; `at` is the step that calls it. */
export function jobRunnerV4(at: Span): PlannedCall {
  return emulatedCall(
    jobRunnerV40,
    jobs.map((job) => ownJob(job, at)),
  );
}

// The scripts ask the scheduler every 0.2 s; the platform asks every `poll_interval`.
const jobs: readonly OwnJob[] = [
  { id: 'log', steps: [{ name: 'Job Output', action: { kind: 'stream-output' } }] },
  {
    id: 'create_script_template',
    steps: [{ name: 'Create Script Template', action: scripts.createTemplateSh }],
  },
  {
    id: 'ssh_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
    steps: [
      {
        name: 'Execute SSH Job',
        service: 'runs',
        action: scripts.controllerSh,
        // The platform's `pkill -f run.sh` is limited to the processes of this run by the run's own pkill.
        cleanup: 'pkill -f run.sh\ntouch job.ended\n',
      },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.pbs.is_disabled == false }}',
    steps: [
      { name: 'Create PBS Script', action: scripts.pbsScriptSh },
      {
        name: 'Submit and Monitor PBS Job',
        service: 'submits',
        action: scripts.pbsSubmitSh,
        cleanup: scripts.pbsCleanupSh,
      },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled == false }}',
    steps: [
      { name: 'Create SLURM Script', action: scripts.slurmScriptSh },
      {
        name: 'Submit and Monitor SLURM Job',
        service: 'submits',
        action: scripts.slurmSubmitSh,
        cleanup: scripts.slurmCleanupSh,
      },
    ],
  },
  {
    id: 'cleanup',
    needs: ['ssh_job', 'pbs_job', 'slurm_job'],
    condition: '${{ always }}',
    steps: [
      {
        name: 'Cleanup',
        action: 'touch COMPLETED\n',
        cleanup: scripts.cleanupSh,
      },
    ],
  },
];
