import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr, scriptValues } from './called-values.ts';
import * as scripts from './job-runner-v3/assets.generated.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

/** `marketplace/job_runner/v3.5`: no markers, no `job.ended`, the scheduler's final state is not looked at. */
export function jobRunnerV3(at: Span): PlannedCall {
  return {
    runsService: true,
    missing: lacksResource,
    fill: fillForm,
    workflow: { name: 'job_runner', env: [], jobs: jobs.map((job) => ownJob(job, at)) },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const scheduler = passedOr(passed, 'scheduler', false);
  const type = passedOr(passed, 'resource.schedulerType', '');
  const provider = passedOr(passed, 'resource.provider', '');
  const noSlurm = (provider === 'existing' && type !== 'slurm') || scheduler === false;
  const noPbs = type !== 'pbs' || scheduler === false;
  return {
    ...passed,
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    ...scriptValues(passed, 'echo "$(date) Running"\n'),
    scheduler,
    inject_markers: false,
    slurm: {
      is_disabled: passedOr(passed, 'slurm.is_disabled', noSlurm),
      ...groupOf(
        passed,
        'slurm',
        { partition: undefined, time: '01:00:00', scheduler_directives: undefined },
        noSlurm,
      ),
    },
    pbs: {
      is_disabled: passedOr(passed, 'pbs.is_disabled', noPbs),
      ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, noPbs),
    },
  };
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
      { name: 'Submit Script', id: serviceStep, action: './run.sh > "run.${PW_JOB_ID}.out" 2>&1\n' },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.pbs.is_disabled == false }}',
    steps: [
      { name: 'Create PBS Script', action: scripts.pbsScriptSh },
      { name: 'Submit and Monitor PBS Job', id: serviceStep, action: scripts.pbsSubmitSh },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled == false }}',
    steps: [
      // The form's scheduler_directives never reach the script: the original writes a variable that nobody sets.
      { name: 'Create SLURM Script', action: scripts.slurmScriptSh },
      { name: 'Submit and Monitor SLURM Job', id: serviceStep, action: scripts.slurmSubmitSh },
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
