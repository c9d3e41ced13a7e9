import type { Finding, Label } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';
import type { Moment } from '../shell/interpreter/state/events.ts';
import { nameOfPath } from '../shell/interpreter/state/job-path.ts';
import { pathEvidence } from '../shell/interpreter/state/path-evidence.ts';
import { type Coordination, writesElsewhere } from './coordination.ts';
import { misspeltMarkers } from './misspelt-markers.ts';
import { writtenAfterService } from './written-after-service.ts';

/** A coordination file by its role. */
export type Marker = 'port' | 'hostname' | 'started';

const remedies: Readonly<Record<Marker, string>> = {
  port: 'write it before the service starts: `echo "$port" > SESSION_PORT`',
  hostname: 'write it before the service starts: `hostname > HOSTNAME`',
  started: 'write it last before the service starts: `touch job.started`',
};

/** The finding for a coordination file that no path writes; none when another rule says why. */
export function* neverWritten(contract: Coordination, marker: Marker): Iterable<Finding> {
  const writing = contract[marker];
  if (writing.kind !== 'never') return;
  const key = contract.files[marker];
  if (writesElsewhere(contract.behaviour, key).length > 0) return;
  if (misspeltMarkers(contract).some((one) => one.meant === key)) return;
  const name = nameOfPath(key);
  const at = writing.service?.at ?? lastCommand(contract);
  yield {
    message:
      writing.service === undefined
        ? `the script ends without ever writing "${name}"`
        : `the service is started, but no path of the script writes "${name}"`,
    at,
    related: readers(contract, marker),
    help: remedies[marker],
  };
}

/** The finding for a coordination file that some paths to the service do not write. */
export function* sometimesWritten(contract: Coordination, marker: Marker): Iterable<Finding> {
  const writing = contract[marker];
  if (writing.kind !== 'sometimes') return;
  // What is late together with the port is said there.
  if (
    writtenAfterService(contract, 'port') !== undefined &&
    writtenAfterService(contract, marker) !== undefined
  )
    return;
  const name = nameOfPath(contract.files[marker]);
  const at = (isStart(writing.missing) ? undefined : writing.missing.service?.at) ?? writing.missing.at;
  yield {
    message: `the service can be running without "${name}" having been written`,
    at,
    related: [
      ...pathEvidence(writing.missing.path),
      ...writing.written.slice(0, 2).map((span): Label => ({ span, text: `"${name}" is written here` })),
    ],
    help: 'write it on every path to the service, or end the other paths with a status other than zero',
  };
}

/** Whether the service is started at this very moment, so that what was started before is another thing. */
function isStart(moment: Moment): boolean {
  return 'kind' in moment && moment.kind === 'service';
}

/** Where the workflow reads a coordination file, to show beside a finding. */
export function readers(contract: Coordination, marker: Marker): readonly Label[] {
  const key = contract.files[marker];
  return (contract.session?.reads(key) ?? []).slice(0, 2).map((event) => ({
    span: event.at,
    text: `"${nameOfPath(key)}" is read here`,
  }));
}

function lastCommand(contract: Coordination): Span {
  const { text } = contract.script;
  const statement = parseBash(contract.script.shell).tree.commands.at(-1);
  if (statement === undefined) return text.spanOf(0, 0);
  return text.spanOf(statement.pos, statement.end);
}
