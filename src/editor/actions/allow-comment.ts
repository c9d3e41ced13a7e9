import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Diagnostic, Edit } from '../../diagnostics/finding.ts';
import type { Script } from '../../model/script.ts';
import type { FilePath } from '../../source/span.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { scriptAt } from '../position/scripts-at.ts';
import { lineAt } from '../typing/text-change.ts';

/**
 * The comment that allows a finding, on a line of its own above the one that is blamed; `undefined` where no comment can
 * stand: inside of a text that goes on over several lines.
 */
export function allowComment(
  { at, rule }: Diagnostic,
  text: string,
  context: AnalysisContext,
): Edit | undefined {
  let line = lineAt(at.file, text, at.start);
  for (;;) {
    const above = text.slice(0, line.start).replace(/\r?\n$|\r$/, '');
    if (line.start === 0 || !/(^|[^\\])(\\\\)*\\$/.test(above)) break;
    line = lineAt(at.file, text, above.length);
  }
  const start = text.charCodeAt(line.start) === 0xfeff ? line.start + 1 : line.start;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  if (!mayBeginComment(at.file, start + indent.length, context)) return undefined;
  const name = rule.replace(/^shellcheck\//, '');
  const isFirstOfScript = text.startsWith('#!', start);
  if (isFirstOfScript) return undefined;
  return {
    span: { file: at.file, start, end: start },
    replacement: `${indent}# pw-check: allow ${name} -- reason${lineBreakOf(text)}`,
  };
}

/** The line break that a text uses. */
function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function mayBeginComment(path: FilePath, offset: number, context: AnalysisContext): boolean {
  const { workspace } = context;
  const script = scriptAt(workspace, path, offset);
  if (script !== undefined) return !isInsideWord(script.script, script.offset, context);
  const file = workspace.workflows.find((one) => one.source.path === path);
  return file !== undefined && !isInsideScalar(file.tree, offset);
}

/** Whether a word or a here-document goes on over a place. */
function isInsideWord(script: Script, offset: number, context: AnalysisContext): boolean {
  for (const node of context.ask(parsedScript, script).nodes('HereDoc', 'Word')) {
    const text = node.type === 'HereDoc' ? node.body : node;
    if (text.pos < offset && offset < text.end) return true;
    if (node.type === 'HereDoc' && node.body.pos === offset) return true;
  }
  return false;
}

function isInsideScalar(node: YamlNode | undefined, offset: number): boolean {
  if (node === undefined || offset <= node.span.start || offset >= node.span.end) return false;
  switch (node.kind) {
    case 'scalar':
      return true;
    case 'sequence':
      return node.items.some((item) => isInsideScalar(item, offset));
    case 'map':
      return node.pairs.some(
        (pair) => isInsideScalar(pair.key, offset) || isInsideScalar(pair.value, offset),
      );
  }
}
