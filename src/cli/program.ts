import { resolve } from 'node:path';
import { sentenceOf, traceLines, traceOf, wantsTraces } from '../diagnostics/fault-trace.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { tool } from '../report/report.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { type CommandLine, readArguments } from './arguments.ts';
import { commandHelp, programHelp } from './help.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out a command line and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure. */
export async function main(words: readonly string[], streams: Streams): Promise<number> {
  try {
    const answer = readArguments(words, (path) => kindOfPath(resolve(path)) !== 'missing');
    if (answer.kind === 'refused') return refuse(streams, answer.message);
    const { line } = answer;
    if (line.options.version) return print(streams, `${tool.name} ${tool.version}\n`);
    if (line.options.help)
      return print(streams, words[0]?.startsWith('-') ? programHelp() : commandHelp(line.command));
    return await carryOut(line, streams);
  } catch (error) {
    // What went wrong may be the reading of the words.
    const traces = words.includes('--debug') || wantsTraces(streams.environment);
    const rows = traces ? traceLines(traceOf(error)) : [];
    const hint = traces ? '' : ' (--debug shows where)';
    for (const row of [`pw-workflow-check: fault of this tool: ${sentenceOf(error)}${hint}`, ...rows])
      streams.talk(`${visible(row)}\n`);
    return 3;
  }
}

/** The command's own part is loaded only when it is asked for, so that a small request starts quickly. */
async function carryOut(line: CommandLine, streams: Streams): Promise<number> {
  switch (line.command) {
    case 'check':
    case 'lint':
    case 'run':
      return (await import('./check-command.ts')).checkCommand(line, streams);
    case 'list':
      return (await import('./list-command.ts')).listCommand(line, streams);
    case 'rules':
    case 'explain':
      return (await import('./rule-commands.ts')).ruleCommand(line, streams);
    case 'schema':
      return (await import('./schema-command.ts')).schemaCommand(line, streams);
    case 'doctor':
      return (await import('./doctor-command.ts')).doctorCommand(line, streams);
    case 'merge':
      return (await import('./merge-command.ts')).mergeCommand(line, streams);
    case 'graph':
      return (await import('./graph-command.ts')).graphCommand(line, streams);
    case 'gate':
      return (await import('./gate-command.ts')).gateCommand(line, streams);
    case 'compare':
      return (await import('./compare-command.ts')).compareCommand(line, streams);
    case 'new':
      return (await import('./new-command.ts')).newCommand(line, streams);
    case 'init':
      return (await import('./init-command.ts')).initCommand(line, streams);
    case 'wait':
      return (await import('./wait-command.ts')).waitCommand(line, streams);
  }
}

function print(streams: Streams, text: string): number {
  streams.print(text);
  return 0;
}
