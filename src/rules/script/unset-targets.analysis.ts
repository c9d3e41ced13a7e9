import type { AnalysisContext } from '../../analysis/analysis.ts';
import { maySetAnything } from '../../analysis/shell/foreign-variables.ts';
import { assignedNames } from '../../analysis/shell/interpreter/loops/assigned-names.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { CommandReader } from '../../analysis/shell/shell-command-reader.ts';
import { shellCommands, shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { scriptFile } from '../../model/read-script.ts';
import type { Script } from '../../model/script.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';

/** A variable that names what is to be ended, and that nothing sets. */
export interface UnsetTarget {
  readonly name: string;
  /** Offsets into the script's text. */
  readonly start: number;
  readonly end: number;
  /** The program that ends it. */
  readonly program: string;
  /** Of a quoted here-document that becomes cancel.sh: the variable is set in the script, and not in there. */
  readonly inCancelScript: boolean;
}

/** The variables behind `kill` and the like that nothing sets: in commands, in traps, in a cancel.sh that is written. */
export function unsetTargets(script: Script, context: AnalysisContext): readonly UnsetTarget[] {
  const found: UnsetTarget[] = [];
  const add = (
    occurrences: readonly Occurrence[],
    assigned: ReadonlySet<string>,
    base: number,
    cancel: boolean,
  ) => {
    for (const { variable, command, start, end } of occurrences) {
      if (variable === undefined || command === undefined || !endsSomething(command)) continue;
      if (!/^[A-Za-z_]\w*$/.test(variable) || isConventionalVariable(variable)) continue;
      if (assigned.has(variable)) continue;
      const program = command.program ?? '';
      found.push({ name: variable, start: start + base, end: end + base, program, inCancelScript: cancel });
    }
  };
  const { tree, nodes } = context.ask(parsedScript, script);
  const { assigned } = assignedNames(tree, tree);
  if (!maySetAnything(script.shell.text) && assigned !== 'any') {
    add(context.ask(shellOccurrences, script), assigned, 0, false);
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      const [body] = words;
      // A body in single quotes, whose letters stand in the script as they are carried out.
      if (program !== 'trap' || body === undefined || !/^'[^']*'$/.test(body.text)) continue;
      const text = body.text.slice(1, -1);
      const own = namesSetIn(text, script);
      if (own === 'any') continue;
      add(occurrencesOf(text, script), new Set([...assigned, ...own]), body.pos + 1, false);
    }
  }
  for (const node of nodes('Command')) {
    const toCancel = node.redirects.some(
      (one) => one.type === 'Redirect' && /(^|\/)cancel\.sh["']?$/.test(one.target?.text ?? ''),
    );
    if (!toCancel) continue;
    for (const one of node.redirects) {
      if (one.type !== 'HereDoc' || one.delimiter?.quoted !== true || one.operator === '<<-') continue;
      const text = script.shell.text.slice(one.body.pos, one.body.end);
      if (maySetAnything(text)) continue;
      const own = namesSetIn(text, script);
      if (own !== 'any') add(occurrencesOf(text, script), own, one.body.pos, true);
    }
  }
  return found;
}

function namesSetIn(text: string, { path }: Script): ReadonlySet<string> | 'any' {
  const { tree } = parseBash(scriptFile({ path, text }, 'sourced').shell);
  return assignedNames(tree, tree).assigned;
}

function occurrencesOf(text: string, { path }: Script): readonly Occurrence[] {
  const inner = scriptFile({ path, text }, 'sourced');
  const reader = new CommandReader(inner);
  reader.script(parseBash(inner.shell).tree);
  return reader.occurrences;
}

/** Whether a command ends a process, a job of the scheduler or a container. */
function endsSomething({ program, words }: ShellCommand): boolean {
  if (program === 'kill' || program === 'scancel' || program === 'qdel') return true;
  const action = words[0]?.value ?? '';
  return (program === 'docker' || program === 'podman') && /^(stop|kill|rm)$/.test(action);
}
