import { filePath, type Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../parsed-script.ts';
import type { Coordination } from './coordination.ts';
import { jobDirectory } from './job-path.ts';

/** A file that is looked for beside the start script. */
export interface FileBeside {
  readonly at: Span;
  readonly name: string;
  /** Where it is from the job directory. */
  readonly path: string;
}

const itself = /\$\{?(BASH_SOURCE|0)\b/;

/** The files of the script's own folder that it names by `$0` or `BASH_SOURCE`, when it runs somewhere else. */
export function besideItself(contract: Coordination, context: AnalysisContext): readonly FileBeside[] {
  const { script, start } = contract;
  if (start?.runner === undefined || start.directory !== jobDirectory) return [];
  const folder = script.path.split('/').slice(0, -1).join('/');
  if (folder === '') return [];
  const { tree } = context.ask(parsedScript, script);
  const names = new Set<string>();
  const found: FileBeside[] = [];
  for (const node of allNodes(tree)) {
    if (node.type === 'Assignment' && node.value.type === 'Word') {
      if (itself.test(node.value.text) && /dirname|%\/\*/.test(node.value.text)) names.add(node.name);
      continue;
    }
    if (node.type !== 'Word') continue;
    const name = fileNamed(node, names);
    if (
      name === undefined ||
      found.some((one) => one.at.start === script.text.spanOf(node.pos, node.end).start)
    )
      continue;
    const { files } = context.workspace;
    const there = files.kindOf(filePath(`${folder}/${name}`)) !== 'missing';
    if (!there || files.kindOf(filePath(name)) !== 'missing') continue;
    found.push({ at: script.text.spanOf(node.pos, node.end), name, path: `${folder}/${name}` });
  }
  return found;
}

/** The file behind `$here/…` or `$(dirname "$0")/…`. */
function fileNamed(word: Word, names: ReadonlySet<string>): string | undefined {
  const text = word.text.replace(/"/g, '');
  const own = /^\$\{?(\w+)\}?\/([\w./-]+)$/.exec(text);
  if (own !== null && names.has(own[1] ?? '')) return plain(own[2]);
  const inline = /^\$\(dirname (?:-- )?\$\{?(?:0|BASH_SOURCE(?:\[0\])?)\}?\)\/([\w./-]+)$/.exec(text);
  return plain(inline?.[1]);
}

function plain(name: string | undefined): string | undefined {
  return name === undefined || name.includes('..') ? undefined : name.replace(/^\.\//, '');
}
