import { runForReal, shortLimits } from './real-run.ts';

type Request = Parameters<typeof runForReal>[1];

/** Runs one workflow for real, with short limits; what its jobs gave and where its failure is placed. */
export async function run(text: string, request: Request = {}, files: Readonly<Record<string, string>> = {}) {
  const { record } = await runForReal(
    { 'workflows/x/workflow.yaml': text, ...files },
    { limits: shortLimits, ...request },
  );
  return {
    record,
    outputs: Object.fromEntries(record.jobs.map((job) => [job.job, job.outputs])),
    outcomes: Object.fromEntries(record.jobs.map((job) => [job.job, job.outcome])),
    /** What stands in a workflow text where the failure is placed. */
    blamed: text.slice(record.failure?.at?.start, record.failure?.at?.end),
  };
}
