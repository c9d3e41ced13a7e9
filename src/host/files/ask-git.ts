import { spawnSync } from 'node:child_process';

/** Milliseconds that git may take. */
const patienceMs = 10_000;
/** The longest answer, in bytes: the index of some hundred thousand files. */
const maxAnswerBytes = 50_000_000;

/**
 * What git prints, without running anything that the repository's configuration names; `undefined` when it fails, as
 * outside of a repository or where there is no git.
 *
 * @param top the folder to run in, absolute
 */
export function askGit(top: string, ...words: readonly string[]): string | undefined {
  const harmless = ['--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const { status, stdout } = spawnSync('git', ['-C', top, ...harmless, ...words], {
    encoding: 'utf8',
    timeout: patienceMs,
    maxBuffer: maxAnswerBytes,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
