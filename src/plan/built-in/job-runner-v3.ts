import { jobRunnerV35 } from '../../facts/tables/called/job-runner-v3-5.ts';
import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { emulatedCall } from './emulated-call.ts';
import * as scripts from './job-runner-v3/assets.generated.ts';
import { type OwnJob, ownJob } from './step-builder.ts';

/** `marketplace/job_runner/v3.5`: no markers, no `job.ended`, the scheduler's final state is not looked at. */
export function jobRunnerV3(at: Span): PlannedCall {
  return emulatedCall(
    jobRunnerV35,
    jobs.map((job) => ownJob(job, at)),
  );
}

const jobs: readonly OwnJob[] = [
  { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
  {
    id: 'create_script_template',
    steps: [{ name: 'Create Script Template', action: scripts.createTemplateSh }],
  },
  {
    id: 'ssh_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
    steps: [
      { name: 'Create Script', action: scripts.controllerScriptSh },
      { name: 'Submit Script', service: 'runs', action: './run.sh > "run.${PW_JOB_ID}.out" 2>&1\n' },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.pbs.is_disabled == false }}',
    steps: [
      { name: 'Create PBS Script', action: scripts.pbsScriptSh },
      { name: 'Submit and Monitor PBS Job', service: 'submits', action: scripts.pbsSubmitSh },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled == false }}',
    steps: [
      // The form's scheduler_directives never reach the script: the original writes a variable that nobody sets.
      { name: 'Create SLURM Script', action: scripts.slurmScriptSh },
      { name: 'Submit and Monitor SLURM Job', service: 'submits', action: scripts.slurmSubmitSh },
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
