import type { Span } from '../../source/span.ts';
import type { ExpressionValue } from '../../syntax/expression/value.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr, scriptValues } from './called-values.ts';
import * as scripts from './job-runner-v4/assets.generated.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

/** `marketplace/job_runner/v4.0` as language.md 8.3 describes it; `at` is the step that calls it. */
export function jobRunnerV4(at: Span): PlannedCall {
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
  const off = (name: string): boolean => type !== name || scheduler === false;
  const group = (
    name: 'slurm' | 'pbs',
    defaults: Readonly<Record<string, ExpressionValue>>,
  ): CalledValues => ({
    is_disabled: passedOr(passed, `${name}.is_disabled`, off(name)),
    ...groupOf(passed, name, defaults, off(name)),
  });
  return {
    // What the form does not know reaches the called workflow all the same.
    ...passed,
    resource: passedOr(passed, 'resource', undefined),
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    ...scriptValues(passed, 'echo "$(date) Running in directory ${PWD}"\n'),
    scheduler,
    inject_markers: passedOr(passed, 'inject_markers', true),
    poll_interval: passedOr(passed, 'poll_interval', 15),
    slurm: group('slurm', {
      account: undefined,
      partition: undefined,
      qos: undefined,
      time: '04:00:00',
      nodes: 1,
      cpus_per_task: 4,
      gres: undefined,
      mem: undefined,
      constraint: undefined,
      array: undefined,
      scheduler_directives: undefined,
    }),
    pbs: group('pbs', {
      account: undefined,
      queue: undefined,
      select: undefined,
      walltime: '04:00:00',
      scheduler_directives: undefined,
    }),
  };
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
        id: serviceStep,
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
        id: serviceStep,
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
        id: serviceStep,
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
