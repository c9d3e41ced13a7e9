import { conventionalVariables } from './tables/conventional-variables.ts';

const exact = new Set<string>();
const beginnings: string[] = [];
const ends: string[] = [];
for (const name of conventionalVariables.flatMap(({ names }): readonly string[] => names)) {
  if (name.startsWith('*')) ends.push(name.slice(1));
  else if (name.endsWith('*')) beginnings.push(name.slice(0, -1));
  else exact.add(name);
}

/**
 * Whether bash, a login, a scheduler, an environment module or the platform may set a variable of this name, so that a
 * script need not. What every rule asks that accuses a variable of being unset.
 */
export function isConventionalVariable(name: string): boolean {
  return (
    exact.has(name) ||
    beginnings.some((beginning) => name.startsWith(beginning)) ||
    ends.some((end) => name.endsWith(end))
  );
}
