import { commitOf, gitOf, succeeded } from '../changes/git.ts';
import { originAddress } from '../own-repository.ts';
import type { World } from '../world.ts';

/** `OWNER/REPO@REF` of an action, as `uses` takes it. */
export const actionShape = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/;

/**
 * Where this program came from, as `OWNER/REPO@REF`: what npm noted when it was installed from git, else the remote and
 * the tag or commit of its own clone, else the repository that its package names. `undefined` when nothing says.
 *
 * @param folder the program's package, absolute
 */
export async function programOrigin(
  folder: string,
  world: Pick<World, 'tools' | 'readNamed'>,
): Promise<string | undefined> {
  const installed = dataOf(`${folder}/../.package-lock.json`, world);
  const resolved = installed['packages']?.['node_modules/pw-workflow-check']?.['resolved'];
  const [, address, commit] = /^(git\+.+)#([0-9a-f]{40})$/.exec(String(resolved)) ?? [];
  const noted = address && ownerAndName(address);
  if (noted && commit) return `${noted}@${commit}`;
  return (await originOfClone(folder, world)) ?? originInPackage(dataOf(`${folder}/package.json`, world));
}

async function originOfClone(folder: string, { tools }: Pick<World, 'tools'>): Promise<string | undefined> {
  const git = gitOf({ root: folder, tools });
  const top = await git('rev-parse', '--show-prefix');
  // In somebody else's repository, as in a folder of vendored tools, the remote is not this program's.
  if (!succeeded(top) || top.stdout.trim() !== '') return undefined;
  const name = ownerAndName((await originAddress({ root: folder, tools })) ?? '');
  if (name === undefined) return undefined;
  const tag = await git('describe', '--exact-match', '--tags', 'HEAD');
  const reference = succeeded(tag) ? tag.stdout.trim() : await commitOf(git, 'HEAD');
  return reference && `${name}@${reference}`;
}

function originInPackage(data: JsonData): string | undefined {
  const repository = data['repository'];
  const name = ownerAndName(String(repository?.['url'] ?? repository));
  return name && `${name}@v${String(data['version'])}`;
}

/** `owner/name` of the address of a repository on a server; a folder of this machine has none. */
function ownerAndName(address: string): string | undefined {
  const path =
    /^(?:git\+)?(?:(?:https?|ssh|git):\/\/[^/]+\/|[\w.-]+@[\w.-]+:|github:)(.+?)(?:\.git)?\/?$/.exec(
      address,
    )?.[1];
  return path !== undefined && /^[\w.-]+\/[\w.-]+$/.test(path) ? path : undefined;
}

/** What JSON may hold, with every key optional. */
interface JsonData {
  readonly [key: string]: JsonData | undefined;
}

function dataOf(path: string, { readNamed }: Pick<World, 'readNamed'>): JsonData {
  const content = readNamed(path);
  if (content.kind !== 'text') return {};
  try {
    return JSON.parse(content.text) as JsonData;
  } catch {
    return {};
  }
}
