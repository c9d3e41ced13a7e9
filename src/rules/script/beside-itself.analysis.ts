import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { Coordination } from '../../analysis/contract/coordination.ts';
import { ownerOf } from '../../analysis/contract/owner.ts';
import { jobDirectory } from '../../analysis/shell/interpreter/state/job-path.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { bringsFilesOtherwise, ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { filePath, type Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';

/** A file that is looked for beside the start script. */
export interface FileBeside {
  readonly at: Span;
  readonly name: string;
  /** Where it is from the job directory. */
  readonly path: string;
  /** Whether it is named from the script's own place, or from the directory in which the script runs. */
  readonly from: 'script' | 'working-directory';
}

const itself = /\$\{?(BASH_SOURCE|0)\b/;

/** The files of the script's own folder that it names by `$0` or `BASH_SOURCE`, when it runs somewhere else. */
export function besideItself(contract: Coordination, context: AnalysisContext): readonly FileBeside[] {
  const { script, start } = contract;
  if (start?.runner === undefined || start.directory !== jobDirectory) return [];
  const folder = script.path.split('/').slice(0, -1).join('/');
  if (folder === '') return [];
  const { nodes } = context.ask(parsedScript, script);
  // Variables that hold the script's folder, with the way from there that is added to it.
  const names = new Map<string, string>();
  const found: FileBeside[] = [];
  for (const node of nodes('Assignment', 'Word')) {
    if (node.type === 'Assignment') {
      const way = node.value.type === 'Word' ? wayFromItself(node.value.text) : undefined;
      if (way !== undefined) names.set(node.name, way);
      continue;
    }
    const name = fileNamed(node, names);
    if (
      name === undefined ||
      found.some((one) => one.at.start === script.text.spanOf(node.pos, node.end).start)
    )
      continue;
    const { files } = context.workspace;
    const path = joined(folder, name);
    if (/^(\.\.?\/?)+$/.test(name)) continue;
    if (path === undefined || files.kindOf(filePath(path)) === 'missing') continue;
    const beside = joined('', name);
    if (beside !== undefined && files.kindOf(filePath(beside)) !== 'missing') continue;
    found.push({ at: script.text.spanOf(node.pos, node.end), name, path, from: 'script' });
  }
  return [...found, ...besideInRepository(contract, folder, context)];
}

/** Programs that run the file that is their first word. */
const interpreters = /^(python[\d.]*|bash|sh|source|\.|node|Rscript|julia|perl|ruby)$/;

/** The files beside the script in the repository that it runs as if it ran there. */
function besideInRepository(
  { script }: Coordination,
  folder: string,
  context: AnalysisContext,
): readonly FileBeside[] {
  const workflow = ownerOf(script, context)?.workflow;
  const owner = ownerOf(script, context);
  if (workflow === undefined || owner === undefined || bringsFilesOtherwise(workflow)) return [];
  const checkouts = context.ask(ownCheckouts, owner);
  if (checkouts.length === 0 || checkouts.some(({ step }) => pairOf(step.with, 'path') !== undefined))
    return [];
  const texts = [script, ...workflow.scripts].map((one) => one.shell.text.replace(/^[ \t]*#.*/gm, ''));
  // Whatever moves files about, or goes elsewhere, may have brought it here.
  const moves = /(^|[\s;&|({])(cp|mv|ln|rsync|install|tar|unzip|scp|git|wget)\s/m;
  const goes = /(^|[\s;&|({])(cd|pushd)\s+(?!["']?\$[({][^\n]*(BASH_SOURCE|\b0\b))/m;
  if (texts.some((text) => moves.test(text)) || goes.test(texts[0] ?? '')) return [];
  const found: FileBeside[] = [];
  for (const { program, words } of context.ask(shellCommands, script).commands) {
    if (program === undefined || !interpreters.test(program)) continue;
    const [word] = words;
    const name = literalOf(word);
    if (word === undefined || name === undefined || !/^[\w.][\w./-]*\.\w+$/.test(name)) continue;
    const path = joined(folder, name);
    const here = joined('', name);
    const { files } = context.workspace;
    if (path === undefined || files.kindOf(filePath(path)) !== 'file') continue;
    if (here === undefined || files.kindOf(filePath(here)) !== 'missing') continue;
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (texts.reduce((count, text) => count + text.split(base).length - 1, 0) > 1) continue;
    found.push({ at: script.text.spanOf(word.pos, word.end), name, path, from: 'working-directory' });
  }
  return found;
}

/** What an assignment such as `$(cd "$(dirname "$0")/.." && pwd)` adds to the script's folder; `undefined`: no folder. */
function wayFromItself(text: string): string | undefined {
  if (!itself.test(text) || !/dirname|%\/\*/.test(text)) return undefined;
  const plainText = text.replace(/"/g, '');
  return /(?:\)|%\/\*\})((?:\/\.\.)+)/.exec(plainText)?.[1]?.slice(1) ?? '';
}

/** A path of the repository; `undefined` where it leaves it. */
function joined(folder: string, name: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The file behind `$here/…`, `$(dirname "$0")/…` or `${0%/*}/…`. */
function fileNamed(word: Word, names: ReadonlyMap<string, string>): string | undefined {
  const text = word.text.replace(/"/g, '');
  const own = /^\$\{?(\w+)\}?\/([\w./-]+)$/.exec(text);
  const way = names.get(own?.[1] ?? '');
  if (own?.[2] !== undefined && way !== undefined)
    return way === '' ? plain(own[2]) : `${way}/${plain(own[2])}`;
  const inline =
    /^\$\(dirname (?:-- )?\$\{?(?:0|BASH_SOURCE(?:\[0\])?)\}?\)\/([\w./-]+)$/.exec(text) ??
    /^\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}\/([\w./-]+)$/.exec(text);
  return inline?.[1] === undefined ? undefined : plain(inline[1]);
}

function plain(name: string): string {
  return name.replace(/^\.\//, '');
}
