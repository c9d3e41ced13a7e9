import { jobRunnerV50 } from '../../facts/tables/called/job-runner-v5-0.ts';
import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { emulatedCall } from './emulated-call.ts';
import * as scripts from './job-runner-v5/assets.generated.ts';
import { type OwnJob, ownJob, ownTemplate, ownValue } from './step-builder.ts';

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
    ...emulatedCall(jobRunnerV50, jobs),
    differs:
      'all sites are this machine, and the winner of a race is kept; the original cancels it at its next look',
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
        service: 'runs' as const,
        action: scripts.siteSh.replaceAll('@SITE@', String(site)),
        cleanup: scripts.siteCleanupSh,
      },
    ],
  })),
];
