/**
 * A word as the shell would expand it: `~`, `$NAME` and `${NAME}` from the environment, an unset variable as nothing.
 * `undefined` when it needs more of a shell than that, such as `$(…)`.
 */
export function expandWord(word: string, env: Readonly<Record<string, string>>): string | undefined {
  const home = word === '~' || word.startsWith('~/') ? `${env['HOME'] ?? ''}${word.slice(1)}` : word;
  if (/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(home)) return undefined;
  return home.replace(
    /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,
    (_, braced: string, bare: string) => env[braced ?? bare] ?? '',
  );
}
