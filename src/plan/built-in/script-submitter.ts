import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr, scriptValues } from './called-values.ts';
import * as scripts from './script-submitter/assets.generated.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

/** `marketplace/script_submitter/v3.6`: starts the script detached and never sees its exit code. */
export function scriptSubmitter(at: Span): PlannedCall {
  return {
    runsService: true,
    missing: lacksResource,
    fill: fillForm,
    workflow: { name: 'script_submitter', env: [], jobs: jobs.map((job) => ownJob(job, at)) },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const scheduler = passedOr(passed, 'scheduler', false);
  const type = passedOr(passed, 'resource.schedulerType', '');
  const on = (name: string): boolean => scheduler === true && type === name;
  return {
    ...passed,
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    ...scriptValues(passed, 'echo "$(date) Running"\n'),
    cleanup_script_path: passedOr(passed, 'cleanup_script_path', ''),
    scheduler,
    inject_markers: false,
    submit_and_exit: passedOr(passed, 'submit_and_exit', false),
    skip_cleanups_file: passedOr(passed, 'skip_cleanups_file', ''),
    slurm: {
      is_enabled: passedOr(passed, 'slurm.is_enabled', on('slurm')),
      ...groupOf(
        passed,
        'slurm',
        { partition: undefined, time: undefined, gpus: undefined, scheduler_directives: undefined },
        false,
      ),
    },
    pbs: {
      is_enabled: passedOr(passed, 'pbs.is_enabled', on('pbs')),
      ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, false),
    },
  };
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
      { name: 'Wait for Script', id: serviceStep, action: scripts.controllerWaitSh },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.slurm.is_enabled == true }}',
    steps: [
      {
        name: 'Submit SLURM Job',
        id: serviceStep,
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
        id: serviceStep,
        action: scripts.pbsSubmitSh,
        cleanup: scripts.cleanupSh,
      },
    ],
  },
];
