import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { isBlock, type Script } from '../../model/script.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { scriptBehaviour } from '../contract/behaviour.ts';
import { coordination } from '../contract/coordination.ts';
import { ownerOf } from '../contract/owner.ts';

/** A variable that a block reads without anybody having set it for it. */
export interface ForeignVariable {
  readonly name: string;
  readonly at: Span;
}

/**
 * Whether a script may set variables whose names are not in it: from files, from the output of a command, through
 * references, or by loading an environment.
 */
export function maySetAnything(text: string): boolean {
  return (
    /(^|[\s;&|({])(source|\\?\.|eval)\s+\S/m.test(text) ||
    /\b(export|declare|typeset|readonly|local)\s+(-\w+\s+)*["']?\w*[$`]/.test(text) ||
    /\b(declare|local|typeset)\s+-\w*n/.test(text) ||
    /\bprintf\s+-v\s*["']?\w*[$`]/.test(text) ||
    /\b(read|mapfile|readarray)\s+(-\w+\s+)*["']?\w*[$`]/.test(text) ||
    /(^|[\s;&|({])(module|ml|spack|conda|mamba|micromamba|pyenv|nvm)\s+\w/m.test(text)
  );
}

/**
 * The variables that a `run` block takes from its environment without looking whether they are set, those that the
 * workflow's `env` gives it left out; none when the block reads files that may set any.
 */
export function foreignVariables(script: Script, context: AnalysisContext): readonly ForeignVariable[] {
  const { text } = script.shell;
  const readsLines = /(^|[\s;&|({])(read|mapfile)\s/m.test(text);
  if (readsLines || maySetAnything(text)) return [];
  const file = ownerOf(script, context);
  const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
  const step = job?.steps[script.stepIndex ?? -1];
  const given = new Set<string>();
  for (const node of [valueAt(file?.tree, 'env'), valueAt(job?.node, 'env'), valueAt(step?.node, 'env')])
    addKeys(node, given);
  const found = new Map<string, ForeignVariable>();
  const { events } = context.ask(scriptBehaviour, script);
  for (const event of events) {
    // who asks whether a variable is set knows that it may not be
    if (event.kind === 'variable' && event.guarded) given.add(event.name);
  }
  for (const [, name = ''] of text.matchAll(/-[nz]\s+"?\$\{?([A-Za-z_]\w*)/g)) given.add(name);
  for (const event of events) {
    if (event.kind !== 'variable' || event.set !== 'environment') continue;
    if (event.at.file !== script.path || given.has(event.name) || found.has(event.name)) continue;
    if (isConventionalVariable(event.name)) continue;
    found.set(event.name, { name: event.name, at: event.at });
  }
  return [...found.values()];
}

/**
 * Whether a workflow tells all that a script finds set when it begins: a block does, and so does a start script of a job
 * runner that no block makes or completes.
 */
export function knowsItsVariables(script: Script, workflow: Workflow, context: AnalysisContext): boolean {
  if (script.role === 'written') return false;
  if (isBlock(script)) return true;
  return context.ask(coordination, script)?.start?.runner !== undefined && !isMade(script, workflow);
}

/** Whether a block of the workflow names the script's file, and so may write something into it. */
function isMade(script: Script, workflow: Workflow): boolean {
  const name = script.path.slice(script.path.lastIndexOf('/') + 1);
  return workflow.scripts.some((one) => one.text.text.includes(name));
}

/** The variables that a script's text mentions as `$name` or `${name`, without following the script. */
export function mentionedVariables(script: Script): ReadonlySet<string> {
  return new Set(Array.from(script.shell.text.matchAll(/\$\{?[#!]?([A-Za-z]\w*)/g), ([, name = '']) => name));
}

function addKeys(node: YamlNode | undefined, keys: Set<string>): void {
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const key = textOf(pair.key);
    if (key !== undefined) keys.add(key);
  }
}
