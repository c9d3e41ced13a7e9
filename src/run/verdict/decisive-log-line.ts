/** The line of a log that tells why a script failed, and what to do when it is this machine that lacks something. */
export interface DecisiveLogLine {
  readonly said: string;
  readonly help?: string | undefined;
}

/** What programs print when they cannot reach a server; what fails after it fails for that reason. */
const unreachable = [
  // After a bar of progress on the same line.
  /curl: \((?:5|6|7|28)\) .*$/,
  /wget: (?:unable to resolve|failed:).*$/,
  /(?:fatal: )?unable to access '.*$/,
  /^.*(?:could not resolve host|temporary failure in name resolution|name or service not known|network is unreachable).*$/i,
  /^.*(?:failed to establish a new connection|CondaHTTPError|EAI_AGAIN|ENOTFOUND|dial tcp: lookup|temporary failure resolving|no route to host).*$/i,
];

/** Words by which a line speaks of a fault. */
const fault =
  /\b(?:error|fatal|failed|failure|cannot|can't|could not|couldn't|unable|denied|no such|not found|invalid|unrecogni[sz]ed|missing|refused|traceback|exception|abort(?:ed)?|killed|exited with|usage)\b/i;

/** A service of this machine is no network. */
const here = /localhost|127\.0\.0\.1|\[::1\]/;

const longest = 200;

/** What a program said of a server on another machine that it did not reach; `undefined` when none did. */
export function unreachableServer(lines: readonly string[]): string | undefined {
  const found = lines
    .map((line) => line.trim())
    .filter((line) => !here.test(line))
    .flatMap((line) => unreachable.flatMap((pattern) => pattern.exec(line)?.[0] ?? [])[0] ?? [])[0];
  return found?.slice(0, longest);
}

/** Whether a line has one of the words by which programs say what is wrong. */
export const namesFault = (line: string): boolean => fault.test(line);

/** Finds it; `undefined` when nothing was printed. */
export function decisiveLogLine(lines: readonly string[]): DecisiveLogLine | undefined {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '');
  const network = unreachableServer(words);
  if (network !== undefined) {
    return {
      said: network,
      help: 'the run could not reach the network: provide what it fetches with "run.before", or the program that fetches it with "run.stubs"',
    };
  }
  const said = words.findLast((line) => fault.test(line)) ?? words.at(-1);
  return said === undefined ? undefined : { said: said.slice(0, longest) };
}
