import { suggest } from '../../base/suggest.ts';
import { folderOfPath, nameOfPath, type PathKey } from '../shell/interpreter/state/job-path.ts';
import type { Coordination, WriteEvent } from './coordination.ts';

/** A file that is written where a coordination file was meant. */
export interface MisspeltMarker {
  readonly write: WriteEvent;
  readonly meant: PathKey;
}

/** Files of almost the same name as a coordination file that is never written. */
export function misspeltMarkers(contract: Coordination): readonly MisspeltMarker[] {
  const found: MisspeltMarker[] = [];
  for (const marker of ['port', 'hostname', 'started'] as const) {
    if (contract[marker].kind !== 'never') continue;
    const key = contract.files[marker];
    const name = nameOfPath(key);
    for (const event of contract.behaviour.events) {
      if (event.kind !== 'write' || event.background) continue;
      if (folderOfPath(event.file) !== folderOfPath(key)) continue;
      const written = nameOfPath(event.file);
      if (written === name || !isNear(written, name)) continue;
      if (found.some((one) => one.write.at.start === event.at.start)) continue;
      found.push({ write: event, meant: key });
    }
  }
  return found;
}

function isNear(written: string, name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  if (plain(written) === plain(name)) return true;
  if (plain(written).replace(/(txt|file|log)$/, '') === plain(name)) return true;
  return suggest(written, [name]) === name;
}
