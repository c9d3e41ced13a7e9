import { type AnalysisContext, analysisContext } from '../../src/analysis/analysis.ts';
import type { Script } from '../../src/model/script.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';

/** A `run:` block of a workflow with a form, and a context to ask about it. */
export interface Block {
  readonly script: Script;
  readonly context: AnalysisContext;
  /** The text between two offsets of the block. */
  textAt(start: number, end: number): string;
}

/** Opens a block as the only step of a workflow; `inputs` and `env` are lines of YAML without indentation. */
export function openBlock(run: string, { inputs = '', env = '' } = {}): Block {
  const set = (text: string, blanks: number): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `${' '.repeat(blanks)}${line}\n`)
      .join('');
  const workflow = [
    'jobs:\n  main:\n    steps:\n      - run: |\n',
    set(run, 10),
    env === '' ? '' : `        env:\n${set(env, 10)}`,
    `'on':\n  execute:\n    inputs:${inputs === '' ? ' {}\n' : `\n${set(inputs, 6)}`}`,
  ].join('');
  const { workspace } = openWorkspace(memoryFiles({ 'workflows/one/workflow.yaml': workflow }));
  const script = workspace.workflows[0]?.workflow?.scripts[0];
  if (script === undefined) throw new Error(`no block in\n${workflow}`);
  return {
    script,
    context: analysisContext(workspace),
    textAt: (start, end) => script.text.text.slice(start, end),
  };
}
