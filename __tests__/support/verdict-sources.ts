import type { JobState, ServiceScript, StepFailure } from '../../src/run/engine/job-state.ts';
import type { VerdictSources } from '../../src/run/verdict/verdict-sources.ts';
import { runProgress } from '../../src/run/watch/run-progress.ts';
import type { ServiceProblem } from '../../src/run/watch/service-state.ts';
import type { WatchEnd } from '../../src/run/watch/service-watch.ts';
import { filePath } from '../../src/source/span.ts';

const at = { file: filePath('workflow.yaml'), start: 0, end: 1 };

/** The script of a service that `runs` hands to the job runner. */
export const serviceScript: ServiceScript = {
  job: 'runs',
  source: undefined,
  directory: '/run',
  injectsMarkers: false,
  at,
};

/** A step that failed in a job at the top. */
export const failureOf = (job: string, change: Partial<StepFailure> = {}): StepFailure => ({
  jobs: [job],
  step: 'step',
  atMs: 1000,
  message: 'step "step" failed with status 1',
  at,
  log: [],
  service: 'no',
  ...change,
});

/** How a run stands; all that is not said is as in a run that has just begun. */
export interface Standing {
  readonly nowMs?: number;
  readonly expectsService?: boolean;
  readonly isOver?: boolean;
  readonly end?: WatchEnd;
  readonly problem?: ServiceProblem;
  readonly goneSince?: number;
  readonly readySince?: number;
  readonly service?: ServiceScript;
  readonly failure?: StepFailure;
  readonly problemThen?: ServiceProblem;
  /** The names of the coordination files that are there. */
  readonly written?: readonly string[];
  /** The jobs of the workflow, with what they need and whether they hand a script to the job runner. */
  readonly jobs?: Readonly<
    Record<string, { readonly needs?: readonly string[]; readonly runsService?: boolean }>
  >;
  /** How those jobs stand that have begun. */
  readonly outcomes?: Readonly<Record<string, JobState['outcome']>>;
}

/** What a verdict is reached from, in a world without processes and files. */
export function verdictSources(standing: Standing): VerdictSources {
  const { nowMs = 0, written = [], jobs = {}, outcomes = {} } = standing;
  const planned = Object.entries(jobs).map(([id, { needs = [], runsService = false }]) => ({
    id,
    needs: needs.map((job) => ({ job, any: false })),
    steps: [{ action: { kind: 'subworkflow', call: { runsService, workflow: { jobs: [] } } } }],
  }));
  const progress = runProgress();
  for (const [id, outcome] of Object.entries(outcomes))
    progress.jobs.set(id, { id, job: { id }, outcome, endedMs: outcome === 'running' ? 0 : 1 } as JobState);
  Object.assign(progress, {
    failure: standing.failure,
    service: standing.service,
    problemThen: standing.problemThen,
  });
  const sources = {
    world: {
      slug: 'x-00001',
      jobDirectory: '/job',
      plan: {
        at,
        waitJob: 'waits',
        sitePrograms: [],
        sessions: standing.expectsService === false ? [] : [{ kind: 'tunnel' }],
        workflow: { jobs: planned },
      },
      ports: {
        files: {
          kindOf: (path: string) => (written.some((name) => path === `/job/${name}`) ? 'file' : 'missing'),
          read: () => undefined,
          readEnd: () => undefined,
          listDeep: () => [],
        },
      },
      scope: { listeners: () => [], ownerOf: () => undefined },
      elapsed: () => nowMs,
    },
    progress,
    watch: {
      coordination: {
        content: (name: string) => (written.includes(name) ? '' : undefined),
        notAFile: () => undefined,
      },
      problem: () => standing.problem ?? { cause: 'marker-missing', message: 'no SESSION_PORT' },
      goneSince: () => standing.goneSince,
      readySince: () => standing.readySince,
      service: () => undefined,
      opened: () => [],
    },
    workflow: { over: () => standing.isOver === true },
    end: () => standing.end,
  };
  return sources as unknown as VerdictSources;
}
