import type { Span } from '../../source/span.ts';
import { type ExpressionValue, isRecord } from '../../syntax/expression/value.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, passedOr, scriptValues } from './called-values.ts';
import * as scripts from './job-runner-v5/assets.generated.ts';
import { type OwnJob, ownJob, ownTemplate, ownValue, serviceStep } from './step-builder.ts';

const sites = [0, 1, 2, 3, 4] as const;

/** `marketplace/job_runner/v5.0`: the script on several sites, each in `lb_<run>/site_<n>`; the first may win. */
export function jobRunnerV5(at: Span): PlannedCall {
  const jobs = ownJobs.map((job) => {
    const planned = ownJob(job, at);
    const site = /^site_(\d)$/.exec(job.id)?.[1];
    if (site === undefined) return { ...planned, host: undefined };
    return {
      ...planned,
      host: ownValue(`\${{ inputs.sites_${site}.resource.ip }}`),
      workingDirectory: ownTemplate(`\${{ inputs.rundir }}/lb_\${PW_JOB_ID}/site_${site}`),
    };
  });
  return {
    runsService: true,
    differs:
      'all sites are this machine, and the winner of a race is kept; the original cancels it at its next look',
    missing: () => [],
    fill: fillForm,
    workflow: { name: 'job_runner', env: [], jobs },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const each = sites.map((site): readonly [string, ExpressionValue] => {
    const given = passedOr(passed, `sites_${site}`, {});
    const values = given !== undefined && isRecord(given) ? given : {};
    const defaults = { enabled: site === 0, name: `site-${site}`, priority: site + 1, scheduler: false };
    return [`sites_${site}`, { ...defaults, slurm: {}, pbs: {}, ...values }];
  });
  return {
    ...passed,
    execution_mode: passedOr(passed, 'execution_mode', 'race'),
    ...scriptValues(passed, 'echo "$(date) Running"\n'),
    inject_markers: true,
    ...Object.fromEntries(each),
  };
}

const ownJobs: readonly OwnJob[] = [
  { id: 'initialize', steps: [{ name: 'Setup Coordination Directory', action: scripts.initializeSh }] },
  ...sites.map((site) => ({
    id: `site_${site}`,
    needs: ['initialize'],
    condition: `\${{ inputs.sites_${site}.enabled == true }}`,
    steps: [
      {
        name: `Submit Job to Site ${site}`,
        id: serviceStep,
        action: scripts.siteSh.replaceAll('@SITE@', String(site)),
        cleanup: scripts.siteCleanupSh,
      },
    ],
  })),
];
