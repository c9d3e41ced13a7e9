import { gitOf, succeeded } from '../changes/git.ts';
import { originAddress } from '../own-repository.ts';
import type { World } from '../world.ts';

/** What a checkout step has to say to get a repository. */
export interface CheckoutAddress {
  /** An `https` address, without the name and password that the remote may hold. */
  readonly repo: string;
  readonly branch: string;
}

/**
 * Where the platform gets this repository from: its origin, and the branch that clones of it get, else the one that is
 * checked out. `undefined` without an origin on a server.
 */
export async function checkoutAddress(
  world: Pick<World, 'root' | 'tools'>,
): Promise<CheckoutAddress | undefined> {
  const repo = httpsAddress((await originAddress(world)) ?? '');
  if (repo === undefined) return undefined;
  const git = gitOf(world);
  const usual = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const current = await git('symbolic-ref', '--quiet', '--short', 'HEAD');
  const names = [usual, current].map((one) => (succeeded(one) ? one.stdout.trim() : ''));
  const branch = names[0]?.replace(/^origin\//, '') || names[1] || 'main';
  return /^[\w./-]+$/.test(branch) ? { repo, branch } : undefined;
}

/** The address by which whoever has no key of this machine gets a repository; `undefined` for a folder. */
function httpsAddress(address: string): string | undefined {
  const match =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/(.+)$/.exec(address) ??
    /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(address);
  const [, host, path = ''] = match ?? [];
  const name = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  return host !== undefined && /^[\w.~-]+(?:\/[\w.~-]+)+$/.test(name)
    ? `https://${host}/${name}.git`
    : undefined;
}
