import type { Finding } from '../diagnostics/finding.ts';
import type { RunCause, RunFailure, RunRecord, SessionVisit } from '../trace/run-record.ts';
import type { Subjects } from './rule.ts';

/**
 * The findings of a run that have one cause, each at its place, else at the start of the workflow file. `help` is said
 * where the run itself does not know better.
 */
export function* failuresWith(cause: RunCause, subject: Subjects['run'], help?: string): Generator<Finding> {
  for (const failure of failuresOf(subject.record)) {
    if (failure.cause !== cause) continue;
    yield {
      message: `${failure.message}${occasion(subject.record)}`,
      at: failure.at ?? { file: subject.record.path, start: 0, end: 0 },
      related: failure.related,
      help: failure.help ?? help,
      ...(failure.severity !== undefined && { severity: failure.severity }),
    };
  }
}

function failuresOf(record: RunRecord): readonly RunFailure[] {
  return record.failure === undefined ? record.observations : [record.failure, ...record.observations];
}

/** Says in which mode or scenario it happened when it is not the usual one. */
function occasion(record: RunRecord): string {
  const parts = [
    ...(record.mode === 'controller' ? [] : [`mode ${record.mode}`]),
    ...(record.scenario === 'default' ? [] : [`scenario "${record.scenario}"`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Whether a session was pointed at a port where nothing answers, while its service listens on another. */
export const leadsNowhere = (session: SessionVisit, port: number): boolean =>
  session.port !== port && (session.status === undefined || session.status === 502);
