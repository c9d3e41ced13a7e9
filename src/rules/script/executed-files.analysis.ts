import type { AnalysisContext } from '../../analysis/analysis.ts';
import { startScript } from '../../analysis/contract/start-script.ts';
import { jobDirectory } from '../../analysis/shell/interpreter/state/job-path.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { pathInJobDirectory } from '../../analysis/workflow/job-files.ts';
import { inShell } from '../../analysis/workflow/repository-uses.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';

/** A file that a script runs by its path, not through an interpreter. */
export interface ExecutedFile {
  /** From the job directory. */
  readonly path: FilePath;
  readonly at: Span;
}

/** The files below the job directory that a script of a workflow runs by their paths, as far as they are known. */
export function executedFiles(
  script: Script,
  file: WorkflowFile,
  context: AnalysisContext,
): readonly ExecutedFile[] {
  const { workflow } = file;
  const job = workflow?.jobs.find((one) => one.steps.some(({ run }) => run === script));
  const step = job?.steps.find(({ run }) => run === script);
  if (workflow !== undefined && job !== undefined && step !== undefined) {
    const moved = pairOf(job.node, 'working-directory') !== undefined;
    return inShell(workflow, step, moved, context)
      .filter(({ command, span }) => isAt(command.name, script, span))
      .map(({ path, span }) => ({ path, at: span }));
  }
  return inFile(script, file, context);
}

function isAt(word: Word | undefined, script: Script, span: Span): boolean {
  return word !== undefined && script.text.spanOf(word.pos, word.end).start === span.start;
}

/** What a file runs by `$PW_PARENT_JOB_DIR`, and a start script that stays in the job directory by a path from there. */
function inFile(script: Script, file: WorkflowFile, context: AnalysisContext): readonly ExecutedFile[] {
  const { commands } = context.ask(shellCommands, script);
  const start = context.ask(startScript, file);
  const stays =
    start?.script === script &&
    start.directory === jobDirectory &&
    commands.every(({ program }) => program !== 'cd' && program !== 'pushd');
  return commands.flatMap(({ name }) => {
    const written = name?.text.replaceAll('"', '') ?? '';
    if (name === undefined || !written.includes('/')) return [];
    if (!stays && !/^\$\{?PW_PARENT_JOB_DIR/.test(written)) return [];
    const path = pathInJobDirectory(written);
    return path === undefined ? [] : [{ path, at: script.text.spanOf(name.pos, name.end) }];
  });
}
