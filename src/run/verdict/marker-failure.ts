import type { RunFailure } from '../../trace/run-record.ts';
import { coordinationFiles } from '../watch/coordination.ts';
import { scriptProcesses, withDescendants } from '../watch/script-processes.ts';
import { missingMarker } from '../watch/service-target.ts';
import { placeOfChange, placeOfWriting, scriptPlace } from './place-in-script.ts';
import { expectsService, type VerdictSources } from './verdict-sources.ts';

const written = coordinationFiles.filter((file) => file !== 'job.ended');
/** A script whose service listens may be about to write: so long it gets the time to do so. */
const patienceMs = 5000;

/** The failure of a coordination file that stands elsewhere, is no file, or can no longer appear. */
export function markerFailure(sources: VerdictSources): RunFailure | undefined {
  const { world, progress, watch } = sources;
  const { service } = progress;
  if (!expectsService(world.plan)) return undefined;
  const isFinal = cannotAppear(sources);
  const elsewhere = watch.elsewhere(isFinal);
  if (elsewhere !== undefined) {
    const { file, folder } = elsewhere;
    const at = placeOfWriting(world, service, file);
    const change = at === undefined ? undefined : placeOfChange(world, service, at);
    return {
      cause: 'marker-missing',
      message: `${file} was written to ${folder}, not to the job directory`,
      at: change ?? at ?? scriptPlace(world, service),
      related:
        change === undefined || at === undefined
          ? undefined
          : [{ span: at, text: `${file} is written here` }],
      help: `write it to the job directory: "$PW_PARENT_JOB_DIR/${file}", or change directory after it`,
    };
  }
  const missing = written.find((file) => watch.coordination.content(file) === undefined);
  if (missing === undefined) return undefined;
  const instead = watch.coordination.notAFile(missing);
  if (instead === undefined && !isFinal) return undefined;
  const { cause, message, help } = missingMarker(missing, instead);
  return { cause, message, help, at: placeOfWriting(world, service, missing) ?? scriptPlace(world, service) };
}

/**
 * Whether a script has come to where it writes no more: its service listens, and either `exec` has put that in the
 * script's place, or all that the script has started is that service.
 */
function cannotAppear({ world, progress, watch }: VerdictSources): boolean {
  const { service } = progress;
  const owners = watch
    .opened()
    .flatMap((socket) => world.scope.ownerOf(socket) ?? [])
    .filter((owner) => owner.inScope && service !== undefined && owner.step?.startsWith(`${service.job}/`));
  if (service === undefined || owners.length === 0 || service.ended !== undefined) {
    progress.servingSince = undefined;
    return false;
  }
  const members = world.scope.members();
  const { shell, children } = scriptProcesses(members, service);
  const serving = children.every((child) =>
    withDescendants(members, [child.pid]).some((one) => owners.some((owner) => owner.pid === one.pid)),
  );
  if (shell !== undefined && !serving) progress.servingSince = undefined;
  else progress.servingSince ??= world.elapsed();
  return progress.servingSince !== undefined && world.elapsed() - progress.servingSince >= patienceMs;
}
