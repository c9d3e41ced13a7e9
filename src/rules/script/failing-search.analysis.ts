import type { AnalysisContext } from '../../analysis/analysis.ts';
import { programOf } from '../../analysis/shell/command-output.ts';
import { errexitAfter, startsWithErrexit } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Command, CommandNode, Statement, SyntaxNode, WordPart } from '../../syntax/bash/tree.ts';

/** A search that ends the script when it finds nothing, although that is a usual answer. */
export interface FailingSearch {
  readonly node: CommandNode;
  readonly program: string;
  /** What ends the script: `set -e` alone, or with `pipefail`. */
  readonly options: 'errexit' | 'errexit and pipefail';
}

interface Options {
  errexit: boolean;
  pipefail: boolean;
}

/** The searches on the way of a script under `set -e`, functions left out, which may be called where a failure is an answer. */
export function failingSearches(script: Script, context: AnalysisContext): readonly FailingSearch[] {
  if (script.role === 'sourced') return [];
  const found: FailingSearch[] = [];
  const options: Options = { errexit: startsWithErrexit(script.shell.text), pipefail: false };
  inList(context.ask(parsedScript, script).tree.commands, options, script, found);
  return found;
}

function inList(
  statements: readonly Statement[],
  options: Options,
  script: Script,
  found: FailingSearch[],
): void {
  for (const { command, background } of statements) {
    if (background) continue;
    switch (command.type) {
      case 'Command':
        if (command.name?.value === 'set') setOptions(command, options);
        else if (options.errexit) found.push(...assignedSearch(command, options, script));
        break;
      case 'Pipeline':
        if (options.errexit && options.pipefail && command.prefixes.length === 0)
          found.push(...killingSearch(command.commands));
        break;
      case 'If':
        for (const part of [command.then, ...command.elif.map((arm) => arm.then), command.else])
          inList(part?.commands ?? [], options, script, found);
        break;
      case 'For':
      case 'While':
      case 'BraceGroup':
        inList(command.body.commands, options, script, found);
        break;
      default:
        break;
    }
  }
}

function setOptions({ args }: Command, options: Options): void {
  const words = args.map((word) => word.text);
  options.errexit = errexitAfter(words, options.errexit);
  for (const [index, word] of words.entries()) {
    const on = word.startsWith('-');
    if (/^[-+]\w*o$/.test(word) && words[index + 1] === 'pipefail') options.pipefail = on;
  }
}

/** `ss … | grep … | xargs kill`: nothing to end is the usual case. */
function* killingSearch(commands: readonly CommandNode[]): Generator<FailingSearch> {
  const stages = commands.map((one) => programOf(one));
  const last = stages.at(-1);
  const ends =
    last?.program === 'xargs' &&
    last.words.some((word) => /^(kill|scancel|qdel|rm|docker|podman|pkill)$/.test(literalOf(word) ?? ''));
  if (!ends) return;
  const index = stages.findIndex(({ program, words }) =>
    isSearch(
      program,
      words.map((word) => word.text),
    ),
  );
  const node = commands[index];
  if (node !== undefined)
    yield { node, program: stages[index]?.program ?? '', options: 'errexit and pipefail' };
}

/** `pid=$(… | grep …)` that is then asked whether it is empty. */
function* assignedSearch(command: Command, options: Options, script: Script): Generator<FailingSearch> {
  if (command.name !== undefined) return;
  for (const part of command.prefix) {
    if (part.type !== 'Assignment' || part.value.type !== 'Word') continue;
    const [only] = part.value.parts ?? [];
    const expansion: WordPart | undefined = only?.type === 'DoubleQuoted' ? only.parts[0] : only;
    if (part.value.parts?.length !== 1 || expansion?.type !== 'CommandExpansion') continue;
    const statements = expansion.script?.commands ?? [];
    const inner: SyntaxNode | undefined = statements.length === 1 ? statements[0]?.command : undefined;
    const stages = inner?.type === 'Pipeline' ? inner.commands : inner?.type === 'Command' ? [inner] : [];
    const index = stages.findIndex((one) => {
      const { program, words } = programOf(one);
      return isSearch(
        program,
        words.map((word) => word.text),
      );
    });
    const node = stages[index];
    if (node === undefined || (index < stages.length - 1 && !options.pipefail)) continue;
    // whoever asks whether there was an answer expects that there may be none
    const counts = programOf(node).words.some((word) => /^-\w*c/.test(word.text));
    const asks = counts ? comparesNumber(part.name) : asksForText(part.name);
    if (!asks.test(script.shell.text.slice(command.end))) continue;
    const how = index < stages.length - 1 ? 'errexit and pipefail' : 'errexit';
    yield { node, program: programOf(node).program ?? '', options: how };
  }
}

/** A test whether a variable is empty. */
function asksForText(name: string): RegExp {
  const escaped = escapePattern(name);
  return new RegExp(`(-[nz]\\s+"?\\$\\{?${escaped}\\b|\\$\\{${escaped}:-)`);
}

/** A comparison of a count with nothing, or one. */
function comparesNumber(name: string): RegExp {
  const variable = `\\$?\\{?${escapePattern(name)}\\}?"?`;
  return new RegExp(`(?<!\\w)${variable}\\s*(-(eq|ne|gt|lt|ge|le)|[=!]=|[<>]=?)\\s*"?[01]\\b`);
}

/** Programs that fail when they find nothing, also where they count it. */
function isSearch(program: string | undefined, words: readonly string[]): boolean {
  if (program === 'lsof') return words.some((word) => /^-\w*t/.test(word));
  if (program === 'pgrep' || program === 'pidof') return true;
  return /^(e|f)?grep$/.test(program ?? '') && !words.some((word) => /^-\w*[qL]/.test(word));
}
