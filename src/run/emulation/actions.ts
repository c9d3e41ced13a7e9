import type { Span } from '../../source/span.ts';
import { type ExpressionValue, isList, renderValue } from '../../syntax/expression/value.ts';
import { joinPath, pathBelow } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { WorkflowExecution } from '../engine/workflow-execution.ts';

type Given = Readonly<Record<string, ExpressionValue>>;

const text = (value: ExpressionValue): string => (value === undefined ? '' : renderValue(value).trim());

/**
 * `parallelworks/checkout` from the working tree into the directory of the workflow that asks for it, which of a called
 * one is its own; gives the problem when a path is not there.
 */
export function checkOut({ world, directory }: WorkflowExecution, given: Given): string | undefined {
  const { files } = world.ports;
  const wanted = given['path'] === undefined ? '' : text(given['path']);
  const to = joinPath(directory, wanted);
  if (pathBelow(world.home, to) === undefined)
    return `checkout path "${wanted}" leads out of the job directory`;
  const sparse = given['sparse_checkout'];
  const only = sparse !== undefined && isList(sparse) ? sparse.map(text).filter((path) => path !== '') : [];
  const other = otherRepository(world, text(given['repo']), only);
  if (other !== undefined) {
    world.note({
      what: `checkout of ${other}`,
      how: 'skipped',
      why: 'it is another repository; provide its files with "run.before"',
    });
    return undefined;
  }
  const { missing } = files.copyRepository({
    from: world.options.root,
    to,
    only: only.map((path) => path.replace(/^\/+|\/+$/g, '')),
  });
  // The platform checks out what there is; a script that then misses its file says so.
  for (const path of missing) {
    world.note({
      what: `sparse_checkout "${path}"`,
      how: 'skipped',
      why: 'there is no such path in the working tree',
    });
  }
  return undefined;
}

/**
 * The name of a repository when it is not this one. A fork and a mirror go by the same name, and what stands in the
 * working tree is taken from there, whatever the name.
 */
function otherRepository(world: RunWorld, address: string, only: readonly string[]): string | undefined {
  const named = /([^/:]+\/[^/:]+?)(?:\.git)?\/*$/.exec(address)?.[1];
  const own = world.plan.repository;
  const last = (name: string): string => name.toLowerCase().split('/').at(-1) ?? '';
  if (named === undefined || own === undefined || last(named) === last(own)) return undefined;
  const here = only.some(
    (path) => world.ports.files.kindOf(joinPath(world.options.root, path.replace(/^\/+/, ''))) !== 'missing',
  );
  return here ? undefined : named;
}

/** `parallelworks/update-session`; gives the problem when a required value is missing. */
export function updateSession(
  execution: WorkflowExecution,
  given: Given,
  at: { readonly step: Span; readonly slug: Span | undefined },
): string | undefined {
  const session = text(given['name']);
  if (session === '' || session === 'undefined') return 'update-session was given no session name';
  if (text(given['type']) === 'link') {
    const url = text(given['url']);
    if (url === '' || url === 'undefined') return 'update-session of a link was given no "url"';
    execution.world.note({ what: `session ${session}`, how: 'skipped', why: `a link is not opened: ${url}` });
    return undefined;
  }
  execution.sinks.sessionUpdated({
    session,
    host: text(given['remoteHost']),
    port: text(given['remotePort']),
    slug: text(given['slug']),
    slugAt: at.slug,
    at: at.step,
    atMs: execution.world.elapsed(),
  });
  return undefined;
}

/** `parallelworks/cancel-jobs`: the named jobs of this workflow, all others when none is named. */
export function cancelJobs(execution: WorkflowExecution, given: Given): void {
  const { jobs } = given;
  const another = anotherRun(execution.world, given);
  if (another !== undefined) {
    execution.world.note({
      what: `cancel-jobs of ${another}`,
      how: 'skipped',
      why: 'there is no other run here',
    });
    return;
  }
  const names = jobs === undefined ? undefined : isList(jobs) ? jobs.map(text) : [text(jobs)];
  for (const job of execution.jobs.values()) {
    if (names === undefined || names.includes(job.job.id)) job.stop.abort();
  }
}

/** The run that is meant when it is not this one. */
function anotherRun(world: RunWorld, given: Given): string | undefined {
  const slug = text(given['slug']);
  if (slug !== '') return slug === world.slug ? undefined : `run ${slug}`;
  const workflow = text(given['workflow']);
  const number = text(given['run']);
  if (workflow === '' && number === '') return undefined;
  const same =
    (workflow === '' || workflow === world.plan.name) &&
    (number === '' || Number(number) === Number(world.jobNumber));
  return same ? undefined : `run ${number} of ${workflow === '' ? world.plan.name : workflow}`;
}
