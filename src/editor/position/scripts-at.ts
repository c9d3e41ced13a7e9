import type { Script } from '../../model/script.ts';
import type { Workspace } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';
import { offsetIn } from './offset-in.ts';

/** A script and an offset into its text. */
export interface PlaceInScript {
  readonly script: Script;
  readonly offset: number;
}

/** The scripts of a workspace that are written in a file: itself, or the blocks of a workflow. */
export function scriptsIn(workspace: Workspace, path: FilePath): readonly Script[] {
  const all = workspace.workflows.flatMap((file) => [...file.scripts, ...(file.workflow?.scripts ?? [])]);
  return [...all, ...workspace.loneScripts].filter((script) => script.path === path);
}

/** The script that is written at an offset of a file. */
export function scriptAt(workspace: Workspace, path: FilePath, offset: number): PlaceInScript | undefined {
  for (const script of scriptsIn(workspace, path)) {
    const inside = offsetIn(script.text, offset);
    if (inside !== undefined) return { script, offset: inside };
  }
  return undefined;
}
