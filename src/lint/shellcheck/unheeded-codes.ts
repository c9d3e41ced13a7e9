/** A remark of ShellCheck that is not shown unless somebody asks for it. */
export interface UnheededCode {
  readonly code: number;
  /** Why nobody acts on it. */
  readonly reason: string;
  /** How often it spoke in the 118 workflows and scripts of seven public repositories (2026-11-29), each a working one. */
  readonly seen: number;
}

/**
 * What ShellCheck is right about and nobody changes: 56 of its 58 remarks on those repositories. Configured levels,
 * `--only`, and `shellcheck: { profile: all }` bring them back.
 */
export const unheededCodes: readonly UnheededCode[] = [
  {
    code: 2164,
    reason:
      '`cd` without `|| exit`: mostly behind the `mkdir -p` of the same folder; where a lost `cd` does harm, rules of ours follow the folder',
    seen: 38,
  },
  {
    code: 2155,
    reason:
      '`export NAME=$(…)` hides a status that no script looks at; where one does, "pipeline-status-lost" and its kin tell',
    seen: 16,
  },
  {
    code: 2064,
    reason: '`trap "kill ${pid}" EXIT` behind `pid=$!` wants the number of that moment',
    seen: 2,
  },
  {
    code: 2088,
    reason: 'a quoted `~` is a default that is expanded later, as by `${DIR/#\\~/$HOME}`',
    seen: 0,
  },
  {
    code: 2163,
    reason: '`while read LINE; do export "$LINE"; done` exports what the line says, which is meant',
    seen: 0,
  },
  {
    code: 2211,
    reason:
      '`./tool-*/install.sh` is a command whose folder has its version in its name; 58 of 58 on other public files were meant so',
    seen: 0,
  },
  {
    code: 2010,
    reason: '`ls | grep` is right for the names that programs give their files',
    seen: 0,
  },
  {
    code: 2119,
    reason: 'a function that may be called without its arguments has defaults for them',
    seen: 0,
  },
  { code: 2120, reason: 'the other end of SC2119', seen: 0 },
  { code: 2139, reason: 'an alias in a script that nobody types into', seen: 0 },
  {
    code: 2166,
    reason: '`[ a -a b ]` is old, and works in every shell that runs these scripts',
    seen: 0,
  },
  {
    code: 2174,
    reason: '`mkdir -p -m` gives its mode to the last folder, which is the one that is meant',
    seen: 0,
  },
  { code: 2188, reason: '`> file` empties a file, and is the usual way to do so', seen: 0 },
];

const codes: ReadonlySet<number> = new Set(unheededCodes.map(({ code }) => code));

/** Whether a remark is shown only to those who ask for it. */
export function isUnheeded(code: number): boolean {
  return codes.has(code);
}
