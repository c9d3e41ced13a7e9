import type { Span } from '../../source/span.ts';
import type { OutsideReference } from '../../trace/run-record.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import { isNoVnc } from '../session/outside-references.ts';
import { placeOfCommand, placeOfText } from './place-in-script.ts';

/** A shorter path stands in a script for too many other reasons. */
const shortest = 4;

/**
 * Where something that leaves the session is best put right: for noVNC the address that names its page, in the slug or
 * in the script; else the line of the script that writes the target, or that starts the service; else the step that
 * updated the session.
 *
 * @param commands the command lines of the service's processes that listen
 */
export function placeOfOutsideReference(
  world: RunWorld,
  service: ServiceScript | undefined,
  target: SessionTarget,
  reference: OutsideReference | undefined,
  commands: readonly string[],
): Span {
  if (reference === undefined) return target.at;
  if (reference.kind === 'websocket' && isNoVnc(reference.from)) {
    const page = reference.from.slice(reference.from.lastIndexOf('/') + 1);
    if (target.slug.includes(page) && target.slugAt !== undefined) return target.slugAt;
    return placeOfText(world, service, page) ?? target.slugAt ?? target.at;
  }
  const path = reference.target.split('?')[0] ?? reference.target;
  const written = path.length < shortest ? undefined : placeOfText(world, service, path);
  if (written !== undefined) return written;
  for (const command of commands) {
    const place = placeOfCommand(world, service, command);
    if (place !== undefined) return place;
  }
  return target.at;
}
