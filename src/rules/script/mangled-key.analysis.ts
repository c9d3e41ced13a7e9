import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import type { Command } from '../../syntax/bash/tree.ts';

/** A key of an output that a filter changes. */
export interface MangledKey {
  readonly node: Command;
  /** The filter that changes it. */
  readonly program: string;
  readonly key: string;
  readonly becomes: string;
}

/** The `tr` or `sed` between an `echo "KEY=…"` and the command that writes `$OUTPUTS`, when it changes the key. */
export function mangledKey(command: ShellCommand): MangledKey | undefined {
  if (command.program !== 'echo' && command.program !== 'printf') return undefined;
  // Behind the first command that writes to the file, another one may print it as well.
  const end = command.pipedTo.findIndex(
    (node) => node.type === 'Command' && /\$\{?OUTPUTS\b/.test(lastText(node)),
  );
  if (end === -1) return undefined;
  const first = command.words.find((word) => !/^-\w+$/.test(word.text));
  const key = /^["']?([A-Za-z_][\w.-]*)=/.exec(first?.text ?? '')?.[1];
  if (key === undefined) return undefined;
  for (const node of command.pipedTo.slice(0, end + 1)) {
    if (node.type !== 'Command') continue;
    const program = node.name?.value ?? '';
    const words = node.args.map((word) => (word.type === 'Word' ? word.value : ''));
    const becomes: string | undefined =
      program === 'tr'
        ? translated(key, words)
        : program === 'sed'
          ? substituted(key, words)
          : program === 'awk'
            ? recased(key, words)
            : undefined;
    if (becomes !== undefined && becomes !== key) return { node, program, key, becomes };
  }
  return undefined;
}

/** A key behind `sed 's/one/other/'`, for plain letters; it stands first in its line, so it is what is changed first. */
function substituted(key: string, words: readonly string[]): string | undefined {
  const [command, ...others] = words;
  if (others.length > 0) return undefined;
  const [, , from = '', to = '', flags] = /^s([/|,#])([\w-]+)\1([\w-]*)\1(g?)$/.exec(command ?? '') ?? [];
  if (from === '') return undefined;
  return flags === 'g' ? key.replaceAll(from, to) : key.replace(from, to);
}

/** A key behind `awk '{print toupper($0)}'`. */
function recased(key: string, words: readonly string[]): string | undefined {
  const how = /^\{\s*print\s+to(upper|lower)\(\$0\)\s*;?\s*\}$/.exec(words[0] ?? '')?.[1];
  if (how === undefined) return undefined;
  return how === 'upper' ? key.toUpperCase() : key.toLowerCase();
}

function lastText(node: Command): string {
  return [...node.args, ...node.redirects]
    .map((part) =>
      part.type === 'Word' ? part.text : part.type === 'Redirect' ? (part.target?.text ?? '') : '',
    )
    .join(' ');
}

/** A key behind `tr`, for the sets that people write: a few characters, `a-z`, `[:upper:]` and `[:lower:]`. */
function translated(key: string, words: readonly string[]): string | undefined {
  const [first, second] = words;
  if (first === '-d' && second !== undefined) {
    const set = characters(second);
    return set && [...key].filter((character) => !set.includes(character)).join('');
  }
  if (first === undefined || second === undefined || /^-./.test(first)) return undefined;
  const from = characters(first);
  const to = characters(second);
  if (from === undefined || to === undefined || to.length === 0) return undefined;
  return [...key]
    .map((character) => {
      const index = from.lastIndexOf(character);
      return index === -1 ? character : (to[Math.min(index, to.length - 1)] ?? character);
    })
    .join('');
}

function characters(set: string): string | undefined {
  const lower = 'abcdefghijklmnopqrstuvwxyz';
  if (set === 'a-z' || set === '[:lower:]' || set === '[a-z]') return lower;
  if (set === 'A-Z' || set === '[:upper:]' || set === '[A-Z]') return lower.toUpperCase();
  if (/^(\\[nrt])+$/.test(set) || set === '[:space:]') return '\n\r\t ';
  return /[\\[\]]|.-./.test(set) ? undefined : set;
}
