import { expandWord } from '../engine/expand-word.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { runnerCopy } from './failing-line.ts';
import { lastLines } from './neutralise.ts';

const maxBytes = 65_536;
const mostLines = 40;
const mostFiles = 10;

/** The files that a line of a script sends output to; descriptors and the null device are none. */
const redirect = /(?:^|[^<>&\d])(?:[12&]?>>?\|?|&>>?)\s*("[^"\n]+"|'[^'\n]+'|[^\s;|&<>()"']+)/g;

/** The last lines of what one line of a script, or all of them, redirected to files. */
export function redirectedLogs(
  world: RunWorld,
  service: ServiceScript | undefined,
  line?: string | undefined,
): readonly string[] {
  if (service === undefined) return [];
  const { files } = world.ports;
  const text = line ?? files.read(runnerCopy(service.directory), 1_000_000) ?? '';
  const env = { ...world.env, PWD: service.directory };
  const paths = [...text.matchAll(redirect)].flatMap((match) => {
    const word = (match[1] ?? '').replace(/^["']|["']$/g, '');
    const path = word.startsWith('/dev/') ? undefined : expandWord(word, env);
    return path === undefined || /(?:^|\/)(?:HOSTNAME|SESSION_PORT|job\.\w+)$/.test(path) ? [] : [path];
  });
  return [...new Set(paths)].slice(0, mostFiles).flatMap((path) => {
    const log = files.readEnd(joinPath(service.directory, path), maxBytes);
    return log === undefined ? [] : lastLines(log, mostLines);
  });
}
