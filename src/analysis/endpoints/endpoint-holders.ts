import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { literalOf } from '../shell/shell-words.ts';
import { scriptWord } from '../workflow/repository-uses.ts';
import { endpointCommands, writtenByEndpointScripts } from './endpoint-commands.ts';

/** A command of a `run` block that lasts as long as an endpoint. */
export interface EndpointHolder {
  readonly script: Script;
  readonly at: Span;
}

/**
 * The commands of the blocks of a workflow that wait for the end of an endpoint: `pw endpoints run` itself, and scripts
 * that run it in their foreground, those too which the workflow makes from such a script by `cat` or `sed`.
 */
export function endpointHolders(file: WorkflowFile, context: AnalysisContext): readonly EndpointHolder[] {
  const calls = context
    .ask(endpointCommands, file)
    .filter(({ verb, inBackground, command }) => verb !== 'delete' && !inBackground && !command.conditional);
  const holding = new Set<string>(
    calls.flatMap(({ script }) => (script.role === 'sourced' ? [lastPart(script.path)] : [])),
  );
  for (const { script, destination } of context.ask(writtenByEndpointScripts, file)) {
    const isHolding = calls.some((call) => call.script === script);
    if (isHolding && destination.kind === 'file') holding.add(lastPart(destination.name));
  }
  const blocks = file.workflow?.scripts.filter((script) => script.role === 'run') ?? [];
  for (const script of blocks) addMade(context.ask(shellCommands, script).commands, holding);
  return blocks.flatMap((script) => {
    const own = calls.filter((call) => call.script === script).map(({ at }) => ({ script, at }));
    const launched = context.ask(shellCommands, script).commands.flatMap((command) => {
      const word = scriptWord(command);
      const isHeld =
        word !== undefined &&
        holding.has(lastPart(word.text.replaceAll(/["']/g, ''))) &&
        !command.conditional &&
        !/^\s*&(?!&)/.test(script.shell.text.slice(command.node.end));
      return isHeld ? [{ script, at: script.text.spanOf(command.node.pos, command.node.end) }] : [];
    });
    return [...own, ...launched];
  });
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Adds the files that commands write whose words name a script that holds an endpoint. */
function addMade(commands: readonly ShellCommand[], holding: Set<string>): void {
  for (const { words, redirections } of commands) {
    const isCopied = words.some((word) => holding.has(lastPart(word.text.replaceAll(/["']/g, ''))));
    if (!isCopied) continue;
    for (const redirect of redirections) {
      if (redirect.type !== 'Redirect' || redirect.target === undefined) continue;
      const { operator, target } = redirect;
      const name = literalOf(target) ?? target.text.replaceAll(/["']/g, '');
      if (/^>/.test(operator)) holding.add(lastPart(name));
    }
  }
}
