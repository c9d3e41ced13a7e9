import type { Step, WorkflowFile } from '../../model/workflow.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { repositoryUses, scriptWord } from '../workflow/repository-uses.ts';

// Words without which no shell script waits for anything on a network or in a folder.
const waitingWords =
  /\b(sleep|while|until|wait|curl|wget|nc|ncat|socat|timeout|retry|tail|inotifywait|python3?|perl|ssh)\b|\/dev\/tcp/;

/**
 * Whether a step may wait for something: it retries, calls another workflow, uses a word of waiting, or runs a script
 * that is not known. `false` is certain, `true` is not.
 */
export function mayWait(step: Step, file: WorkflowFile, context: AnalysisContext): boolean {
  if (valueAt(step.node, 'retry') !== undefined) return true;
  if (step.uses !== undefined) {
    return !['parallelworks/checkout', 'parallelworks/update-session'].includes(step.uses.value);
  }
  const { run } = step;
  if (run === undefined) return false;
  if (waitingWords.test(run.shell.text)) return true;
  const known = context
    .ask(repositoryUses, file)
    .filter(({ step: user, by }) => user === step && by === 'run');
  const named = context
    .ask(shellCommands, run)
    .commands.filter((command) => scriptWord(command) !== undefined);
  if (named.length > known.length) return true;
  return known.some((use) => {
    const content = context.workspace.files.read(use.path);
    return content.kind !== 'text' || waitingWords.test(content.text);
  });
}

// A loop that goes on until the script has announced itself, or until something answers.
const waitingLoop = /\b(while|until)\b[^\n]*(job\.started|SESSION_PORT|HOSTNAME|\bcurl\b|\bnc\b|\/dev\/tcp)/;

/** Whether a step waits for the service for certain: it loops until the service is there, or sources what does. */
export function waitsForService(step: Step, context: AnalysisContext): boolean {
  const { run } = step;
  if (run === undefined) return false;
  const { text } = run.shell;
  if (text.includes('wait_service.sh')) {
    const { commands } = context.ask(shellCommands, run);
    if (commands.some((command) => scriptWord(command)?.text.includes('wait_service.sh'))) return true;
  }
  return /SESSION_PORT|job\.started/.test(text) && waitingLoop.test(text) && /\bsleep\b/.test(text);
}
