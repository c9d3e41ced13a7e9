import type { Finding, Fix } from '../../diagnostics/finding.ts';
import { nameOfPath } from '../shell/interpreter/state/job-path.ts';
import type { Coordination, WriteEvent } from './coordination.ts';
import { lineMovedAfter } from './line-edits.ts';

/** The finding for a start script that says job.started before what is read next can be read. */
export function* startedTooEarly(contract: Coordination, marker: 'port' | 'hostname'): Iterable<Finding> {
  if (contract.start?.runner?.injectsMarkers === 'yes' || contract.behaviour.opaque) return;
  const { started } = contract.files;
  const key = contract.files[marker];
  const harmless = contract.session !== undefined && !isReadOnce(contract, marker);
  const writes = contract.behaviour.events.filter((event): event is WriteEvent => event.kind === 'write');
  const early = writes.find(
    (event) => event.file === started && event.files.get(started) === 'no' && event.files.get(key) === 'no',
  );
  if (early === undefined) return;
  const late = writes.find(
    (event) => event.file === key && event.files.get(key) === 'no' && event.files.get(started) === 'yes',
  );
  if (late === undefined) return;
  const name = nameOfPath(key);
  const gap = late.slept - early.slept;
  const slow = late.slow.filter((command) => !early.slow.includes(command));
  const fix = fixOf(contract, early, late);
  const between =
    gap > 0 ? `, at least ${gap} s later` : slow.length > 0 ? `, after \`${slow.join('`, `')}\`` : '';
  yield {
    severity: harmless ? 'note' : gap > 0 || slow.length > 0 ? 'error' : 'warning',
    message: `"job.started" is written before "${name}"${between}`,
    at: early.at,
    related: [{ span: late.at, text: `"${name}" is written only here` }],
    help: harmless
      ? `write job.started last; this wait step looks for ${name} itself, others do not`
      : `write job.started last: the wait step reads ${name} as soon as job.started is there`,
    ...(fix !== undefined && { fix }),
  };
}

/** Whether a reader looks once, without having waited for the file itself. */
function isReadOnce(contract: Coordination, marker: 'port' | 'hostname'): boolean {
  const key = contract.files[marker];
  const reads = contract.session?.reads(key) ?? [];
  return reads.some(
    (read) =>
      read.files.get(key) === 'maybe' &&
      !read.repeated &&
      !reads.some((other) => other.at.start === read.at.start && other.files.get(key) === 'yes'),
  );
}

function fixOf(contract: Coordination, early: WriteEvent, late: WriteEvent): Fix | undefined {
  const edits = lineMovedAfter(contract.script, early.at, late.at);
  return edits === undefined ? undefined : { title: 'Write job.started last', safety: 'safe', edits };
}
