import type { RunFailure } from '../../trace/run-record.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { scriptEnded, serviceLog, stepFailed } from '../verdict/diagnose.ts';
import { runnerCopy } from '../verdict/failing-line.ts';
import { scriptPlace } from '../verdict/place-in-script.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import { complaint, failuresTraced } from '../watch/trace-records.ts';
import type { Endpoint } from './endpoint.ts';
import { endpointGone, endpointNotAnswering } from './endpoint-failures.ts';
import { placeOfRegistering } from './place-of-endpoint.ts';
import type { EndpointWatch } from './watch-endpoints.ts';

/** What is known of the endpoints of a run at one moment. */
export type EndpointJudgement =
  | { readonly kind: 'waiting' }
  /** All that are listed answer and have stayed so; the jobs are those that hold them. */
  | { readonly kind: 'ready'; readonly readyMs: number; readonly jobs: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly failure: RunFailure };

/** After nothing came or went for so long, what is missing will not come. */
const patienceMs = 8000;
/** After the workflow has ended well, a service that is listed may still need a while until it listens. */
const lateMs = 20_000;

const waiting: EndpointJudgement = { kind: 'waiting' };
const failed = (failure: RunFailure): EndpointJudgement => ({ kind: 'failed', failure });

/** Whether a run has anything to do with endpoints. */
export const usesEndpoints = (watch: EndpointWatch): boolean =>
  watch.endpoints().length > 0 || watch.askedBy().size > 0;

/** @param overMs since when all jobs have ended; `undefined` while one runs */
export function judgeEndpoints(
  world: RunWorld,
  progress: RunProgress,
  watch: EndpointWatch,
  overMs: number | undefined,
): EndpointJudgement {
  const { elapsed, plan } = world;
  const ends = watch.endpoints().filter((one) => one.end !== undefined && !one.end.deleted);
  const listed = watch.endpoints().filter((one) => one.end === undefined);
  const fallen = ends.find((one) => one.wasGood && !wasThere(one));
  if (fallen?.end !== undefined) return failed(endpointGone(world, fallen, fallen.end));
  const since = Math.max(...listed.map((one) => one.goodSince ?? Infinity));
  const isSteady = listed.length > 0 && elapsed() - since >= plan.limits.stableMs;
  const { failure } = progress;
  if (isSteady && failure === undefined) {
    return { kind: 'ready', readyMs: since, jobs: new Set(listed.flatMap((one) => one.step[0] ?? [])) };
  }
  if (overMs !== undefined) {
    if (failure !== undefined) return failed(conclusion(world, progress, watch));
    if (listed.length > 0) {
      const isLate = elapsed() - overMs >= lateMs && listed.some((one) => one.goodSince === undefined);
      return isLate ? failed(whatIsWrong(world, progress, watch)) : waiting;
    }
    const all = watch.endpoints();
    // endpoints that the workflow deleted itself were meant to end with it
    if (all.length > 0 && ends.length === 0) return { kind: 'ready', readyMs: overMs, jobs: new Set() };
    return failed(whatIsWrong(world, progress, watch));
  }
  const isQuiet = elapsed() - watch.changedMs() >= patienceMs;
  const isOver = isQuiet && listed.length === 0 && ends.length > 0 && haveAllStarted(world, progress);
  return isOver && !ends.some((one) => isAtWork(world, one))
    ? failed(conclusion(world, progress, watch))
    : waiting;
}

/** Whether the job that started an endpoint still has a process, which may try another way to serve. */
function isAtWork(world: RunWorld, { step }: Endpoint): boolean {
  return world.scope.members().some((one) => one.step?.split('/')[0] === step[0]);
}

/** The failure of a run whose endpoints did not get ready, or whose jobs did not end, in time. */
export function endpointsOutOfTime(world: RunWorld, progress: RunProgress, watch: EndpointWatch): RunFailure {
  const found = conclusion(world, progress, watch);
  return { ...found, message: `${found.message} (after ${Math.round(world.elapsed() / 1000)} s)` };
}

/** Whether every job of the workflow has at least begun, so that no other place is left to try. */
function haveAllStarted(world: RunWorld, progress: RunProgress): boolean {
  const begun = new Set([...progress.jobs.values()].map((state) => state.job.id));
  return world.plan.workflow.jobs.every((job) => begun.has(job.id));
}

/** Whether an endpoint is listed, or was when the run failed. */
const wasThere = ({ end }: Endpoint): boolean => end === undefined || end.afterFailure;

/** What is to be said of a run that goes no further: what made its step fail, itself or an endpoint that it ran or waited for. */
function conclusion(world: RunWorld, progress: RunProgress, watch: EndpointWatch): RunFailure {
  const { failure } = progress;
  if (failure === undefined) return whatIsWrong(world, progress, watch);
  const job = failure.jobs[0] ?? '';
  const isWaiting = watch.askedBy().has(job);
  const isHolding = watch.endpoints().some((one) => one.step[0] === job && one.end !== undefined);
  if (failure.unsupported !== undefined) return stepFailed(failure);
  if (!isWaiting && !isHolding && failure.service === 'no') return stepFailed(failure);
  const found = whatIsWrong(world, progress, watch);
  const isOtherwise = found.cause === 'timeout' || (found.cause === 'endpoint-never-listed' && !isWaiting);
  return isOtherwise ? stepFailed(failure) : found;
}

const mostFiles = 5000;
const scriptLimit = 200_000;

/** Whether a script of the workflow has the name of a listed endpoint in it, the run's own part of it left out. */
function awaitsListed(world: RunWorld, watch: EndpointWatch): boolean {
  const { files } = world.ports;
  const starting = new Set(watch.endpoints().map((one) => `${one.step[0]}/step_`));
  const scripts = files
    .listDeep(world.jobDirectory, mostFiles)
    .filter(
      (path) => path.endsWith('/script-unstable.sh') && ![...starting].some((one) => path.includes(one)),
    )
    .map((path) => files.read(joinPath(world.jobDirectory, path), scriptLimit) ?? '');
  return watch.endpoints().some(({ name }) => {
    const parts = name.split(world.slug).filter((part) => part !== '');
    return scripts.some((text) => parts.every((part) => text.includes(part)));
  });
}

/** What is wrong with the endpoints: one does not answer, one has gone, or the awaited one was never there. */
function whatIsWrong(world: RunWorld, progress: RunProgress, watch: EndpointWatch): RunFailure {
  const all = watch.endpoints();
  const silent = all.find((one) => wasThere(one) && one.answer !== undefined && one.answer.kind !== 'good');
  if (silent !== undefined) return endpointNotAnswering(world, silent);
  const gone = all.findLast((one) => one.end !== undefined && !one.end.deleted);
  if (gone?.end !== undefined && !all.some(wasThere)) return endpointGone(world, gone, gone.end);
  const { service, failure } = progress;
  const known = failure?.service === 'script' ? failure.status : service?.ended?.status;
  // a runner that starts the script detached ends well whatever the script does
  const status = known === 0 || known === undefined ? service && statusInTrace(world, service) : known;
  if (all.length === 0 && service !== undefined && status !== undefined && status !== 0) {
    const problem = { cause: 'not-listening', message: 'no endpoint was listed' } as const;
    const watched = { readySince: () => undefined, problem: () => problem, opened: () => [] };
    return scriptEnded(world, service, status, watched);
  }
  return neverListed(world, progress, watch);
}

/** How the script of a service ended whose runner does not tell it, as bash noted or complained of it. */
function statusInTrace(world: RunWorld, service: ServiceScript): number | undefined {
  const copy = runnerCopy(service.directory);
  const records = failuresTraced(world).filter(
    (one) => one.mainShell && (one.program === copy || one.program === './run.sh') && one.status !== 0,
  );
  const ending = records.findLast((one) => one.kind === 'exit' || one.errexit);
  if (ending !== undefined) return ending.status;
  const log = serviceLog(world, service, 50).join('\n');
  return complaint(log, (name) => name === 'run.sh') === undefined ? undefined : 1;
}

function neverListed(world: RunWorld, progress: RunProgress, watch: EndpointWatch): RunFailure {
  const names = watch.endpoints().map((one) => `"${one.name}"`);
  const { length: listed } = names;
  const asking = [...watch.askedBy()];
  const awaiting = [...progress.jobs.values()].find(
    (state) => asking.includes(state.job.id) && state.outcome !== 'passed',
  );
  const step = awaiting?.job.steps.find((one) => one.action.kind !== 'checkout') ?? awaiting?.job.steps[0];
  const at = progress.failure?.at ?? step?.at;
  if (listed > 0 && awaitsListed(world, watch)) {
    const message = `job "${awaiting?.id ?? asking[0] ?? ''}" still waits, and ${names.join(', ')} answers`;
    return {
      cause: 'timeout',
      message,
      at: at ?? world.plan.at,
      help: 'look at what it asks the endpoint for',
    };
  }
  if (listed > 0) {
    return {
      cause: 'endpoint-never-listed',
      message: `job "${awaiting?.id ?? asking[0] ?? ''}" waits for an endpoint that was never listed; listed was ${names.join(', ')}`,
      at: at ?? world.plan.at,
      help: 'wait for the very name that "pw endpoints run --name" gets',
    };
  }
  const registering = placeOfRegistering(world);
  return {
    cause: 'endpoint-never-listed',
    message: 'no endpoint was ever listed: nothing got as far as "pw endpoints run"',
    at: registering ?? at ?? (progress.service && scriptPlace(world, progress.service)) ?? world.plan.at,
    related:
      registering !== undefined && at !== undefined ? [{ span: at, text: 'what waits for it' }] : undefined,
    help: 'look at what runs before it, or start it in the workflow',
  };
}
