import { suggest } from '../../base/suggest.ts';
import { environmentVariables } from '../../facts/tables/environment-variables.ts';

const names: readonly string[] = environmentVariables.map((variable) => variable.name);

/**
 * The variable of the platform that a `PW_` name resembles, or `undefined` when it is one or resembles none.
 *
 * What all of them begin with tells nothing: `PW_NOVNC_DIR` is the author's own, not a slip in `PW_JOB_DIR`.
 */
export function nearPlatformVariable(name: string): string | undefined {
  if (!name.startsWith(prefix) || names.includes(name)) return undefined;
  const near = suggest(name.slice(prefix.length), ownParts);
  return near === undefined ? undefined : prefix + near;
}

const prefix = 'PW_';
const ownParts = names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
