import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/host/cache-folder.ts';

/** The tools that this one is measured beside, with the versions that are installed for it. */
export const peerVersions = { yamllint: '1.38.0', zizmor: '1.32.0', actionlint: '1.7.12' } as const;

/** A tool that this one is measured beside. */
export type PeerName = keyof typeof peerVersions;

/**
 * Installs the tools into a folder of the user's cache, those of PyPI in an environment of their own and actionlint
 * through the Go module proxy, once for each set of versions.
 *
 * @returns the path of each program
 * @throws when python3 or go is missing, or what they install cannot be had
 */
export function installPeers(): Readonly<Record<PeerName, string>> {
  const { yamllint, zizmor, actionlint } = peerVersions;
  const home = join(cacheFolder(), `peers-${yamllint}-${zizmor}-${actionlint}`);
  const bin = join(home, 'bin');
  if (!existsSync(join(bin, 'actionlint'))) {
    rmSync(home, { recursive: true, force: true });
    run('python3', ['-m', 'venv', home]);
    run(join(bin, 'pip'), ['install', '--quiet', `yamllint==${yamllint}`, `zizmor==${zizmor}`]);
    const fresh = join(home, 'go');
    run('go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${actionlint}`], { GOBIN: fresh });
    renameSync(join(fresh, 'actionlint'), join(bin, 'actionlint'));
  }
  return {
    yamllint: join(bin, 'yamllint'),
    zizmor: join(bin, 'zizmor'),
    actionlint: join(bin, 'actionlint'),
  };
}

function run(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  execFileSync(command, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
