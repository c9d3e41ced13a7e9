import { spawnSync } from 'node:child_process';
import type { FilePath } from '../source/span.ts';
import { repositoryOrigin } from './files/repository-origin.ts';

/** Milliseconds that a program may take to say its version. */
const patienceMs = 5000;

/** What this machine knows of where a report comes from. */
export interface MachineProvenance {
  readonly repository?: { readonly name: string; readonly address?: string | undefined } | undefined;
  readonly branch?: string | undefined;
  readonly date: string;
  readonly durationMs: number;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
}

/**
 * Where a report comes from: the repository and its branch, when this process began and how long it has taken, and the
 * programs that matter for what is found.
 *
 * @param root the repository's top folder
 * @param environment says the branch where a commit and no branch is checked out, as GitHub does
 */
export function machineProvenance(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  now = Date.now(),
): MachineProvenance {
  const durationMs = Math.round(process.uptime() * 1000);
  const address = said('git', ['-C', root, 'config', '--get', 'remote.origin.url']);
  const web = webAddress(address);
  const name = web === undefined ? repositoryOrigin(root).names.at(-1) : new URL(web).pathname.slice(1);
  const { GITHUB_HEAD_REF, GITHUB_REF_NAME } = environment;
  const own = said('git', ['-C', root, 'symbolic-ref', '--short', '--quiet', 'HEAD']);
  const branch = own || GITHUB_HEAD_REF || GITHUB_REF_NAME || '';
  const versions = [
    { name: 'Node', version: process.versions.node },
    { name: 'bash', version: /version (\S+)/.exec(said('bash', ['--version']))?.[1] },
    { name: 'ShellCheck', version: /^version: (\S+)/m.exec(said('shellcheck', ['--version']))?.[1] },
  ].flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]));
  return {
    ...(name !== undefined && { repository: { name, address: web } }),
    ...(branch !== '' && { branch }),
    date: new Date(now - durationMs).toISOString(),
    durationMs,
    versions,
  };
}

/** The page of a line at a commit, on the forges whose addresses are known; `undefined` elsewhere. */
export function forgeLink(
  repository: string | undefined,
  commit: string | undefined,
): ((path: FilePath | string, line: number) => string | undefined) | undefined {
  if (repository === undefined || commit === undefined) return undefined;
  const { hostname } = new URL(repository);
  const blob = /gitlab/.test(hostname) ? '-/blob' : /github/.test(hostname) ? 'blob' : undefined;
  if (blob === undefined) return undefined;
  return (path, line) =>
    `${repository}/${blob}/${commit}/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`;
}

/** The page of a repository from the address of its remote, without a user's name or a token in it. */
export function webAddress(remote: string): string | undefined {
  const match =
    /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|git@)([\w.-]+)(?::\d+(?=\/))?[:/]\/*([\w./-]+?)(?:\.git)?\/*$/.exec(
      remote,
    );
  return match === null ? undefined : `https://${match[1]}/${match[2]}`;
}

function said(command: string, words: readonly string[]): string {
  const { status, stdout } = spawnSync(command, words, {
    encoding: 'utf8',
    timeout: patienceMs,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : '';
}
