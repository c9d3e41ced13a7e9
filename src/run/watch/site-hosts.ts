import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

const shortName = (name: string): string => name.split('.')[0]?.toLowerCase() ?? '';

/**
 * Whether a name is put together from the machine's own, as `$(hostname -s).cluster.example` or `$(hostname)-ib0`: only the
 * site resolves it.
 */
function isMadeFrom(hostname: string, name: string): boolean {
  const first = shortName(name);
  if (name.toLowerCase() === hostname.toLowerCase() || name === 'localhost') return false;
  return [shortName(hostname), 'localhost'].some(
    (own) => own !== '' && (first === own || first.startsWith(`${own}-`) || first.endsWith(`-${own}`)),
  );
}

/** Whether a name is one of the configuration's `run.hosts`, in which `*` stands for any characters. */
function isNamedIn(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
  });
}

/** Whether a name that HOSTNAME holds is one that only the site has for this machine. */
export const isOfSite = (world: RunWorld, name: string): boolean =>
  /^[A-Za-z0-9._-]+$/.test(name) &&
  (isNamedIn(world.plan.hosts, name) || isMadeFrom(world.ports.machine.hostname, name));

/**
 * Answers for a name of the site that HOSTNAME holds: that it does not resolve here is our difference, not the author's
 * fault. The file is written again with a name under which the steps of the job reach this machine.
 *
 * @param replacing called with the new content before it is written
 */
export async function answerForSite(
  world: RunWorld,
  announced: string,
  replacing: (content: string) => void,
): Promise<void> {
  const { machine, network, files } = world.ports;
  if (!isOfSite(world, announced)) return;
  // A wait step may have read the name already: curl reads this at each of its questions.
  const curlrc = joinPath(world.home, '.curlrc');
  const before = files.read(curlrc, 100_000) ?? '';
  const line = `connect-to = "${announced}::localhost:"\n`;
  if (!before.includes(line)) files.write(curlrc, `${before}${line}`);
  world.filesBefore.add('.curlrc');
  const wanted = isNamedIn(world.plan.hosts, announced);
  if (!wanted && (await network.resolve(announced)).length > 0) return;
  const own = await network.resolve(machine.hostname);
  const reachable = own.some((one) => machine.addresses.includes(one) || one.startsWith('127.'));
  const path = joinPath(world.jobDirectory, 'HOSTNAME');
  if (world.over.aborted || files.read(path, 4096)?.trim() !== announced) return;
  const content = `${reachable ? machine.hostname : 'localhost'}\n`;
  replacing(content);
  files.write(path, content);
  world.note({
    what: `host ${announced}`,
    how: 'stand-in',
    why: 'a name of the site, which does not resolve here; this machine answers for it',
  });
}
