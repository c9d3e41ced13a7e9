import { gitOf, succeeded } from './changes/git.ts';
import type { World } from './world.ts';

/** Where a repository lies and what it is called: `host/owner/name`, in small letters. */
export function repositoryName(address: string): string | undefined {
  const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)[:/](?:\d+\/)?(.+?)(?:\.git)?\/?$/i.exec(
    address.trim(),
  );
  return match === null ? undefined : `${match[1]}/${match[2]}`.toLowerCase();
}

/** The address of the origin of this repository, when it has one. */
export async function originAddress(world: Pick<World, 'root' | 'tools'>): Promise<string | undefined> {
  const origin = await gitOf(world)('remote', 'get-url', 'origin');
  const address = origin.stdout.trim();
  return succeeded(origin) && address !== '' ? address : undefined;
}

/**
 * How this repository may be called: its origin as it is written, and as git reads it where a configuration puts another
 * address in the place of it. Empty without an origin.
 */
export async function originNames(world: Pick<World, 'root' | 'tools'>): Promise<ReadonlySet<string>> {
  const written = await gitOf(world)('config', '--get', 'remote.origin.url');
  const addresses = [succeeded(written) ? written.stdout.trim() : '', (await originAddress(world)) ?? ''];
  return new Set(addresses.flatMap((address) => (address === '' ? [] : (repositoryName(address) ?? []))));
}

/** `owner/name` of this repository as its origin tells it. */
export async function ownRepository(world: Pick<World, 'root' | 'tools'>): Promise<string | undefined> {
  const address = await originAddress(world);
  const match = /[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(address ?? '');
  return match?.[1];
}
