import { resolve } from 'node:path';
import { sentenceOf, traceLines, traceOf, wantsTraces } from '../diagnostics/fault-trace.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { tool } from '../report/report.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { type CommandLine, readArguments } from './arguments.ts';
import { checkCommand } from './check-command.ts';
import { compareCommand } from './compare-command.ts';
import { completionCommand } from './completion-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { formCommand } from './form-command.ts';
import { gateCommand } from './gate-command.ts';
import { graphCommand } from './graph-command.ts';
import { commandHelp, helpCommand, programHelp } from './help.ts';
import { initCommand } from './init-command.ts';
import { listCommand } from './list-command.ts';
import { lspCommand } from './lsp-command.ts';
import { mergeCommand } from './merge-command.ts';
import { newCommand } from './new-command.ts';
import { ruleCommand } from './rule-commands.ts';
import { schemaCommand } from './schema-command.ts';
import { shardScriptCommand } from './shard-script-command.ts';
import { refuse, type Streams } from './streams.ts';
import { waitCommand } from './wait-command.ts';

/** Carries out a command line and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure. */
export async function main(words: readonly string[], streams: Streams): Promise<number> {
  try {
    const answer = readArguments(words, (path) => kindOfPath(resolve(path)) !== 'missing');
    if (answer.kind === 'refused') return refuse(streams, answer.message);
    if (answer.kind === 'bare') {
      streams.talk(programHelp());
      return 2;
    }
    const { line } = answer;
    if (line.options.version || line.command === 'version')
      return print(streams, `${tool.name} ${tool.version}\n`);
    if (line.options.help)
      return print(streams, words[0]?.startsWith('-') ? programHelp() : commandHelp(line.command));
    return await carryOut(line, streams);
  } catch (error) {
    return sayFault(error, words, streams);
  }
}

/** Says a failure of ours in one sentence, with `--debug` where it arose too, and gives its exit status. */
export function sayFault(error: unknown, words: readonly string[], streams: Streams): 3 {
  // What went wrong may be the reading of the words.
  const traces = words.includes('--debug') || wantsTraces(streams.environment);
  const rows = traces ? traceLines(traceOf(error)) : [];
  const hint = traces ? '' : ' (--debug shows where)';
  const sentence = sentenceOf(error);
  // Node's own words name a function of its library.
  const said = sentence.endsWith('uv_cwd') ? 'the current folder is not there any more' : sentence;
  for (const row of [`pw-workflow-check: fault of this tool: ${said}${hint}`, ...rows])
    streams.talk(`${visible(row)}\n`);
  return 3;
}

async function carryOut(line: CommandLine, streams: Streams): Promise<number> {
  switch (line.command) {
    case 'check':
    case 'lint':
    case 'run':
      return checkCommand(line, streams);
    case 'list':
      return listCommand(line, streams);
    case 'rules':
    case 'explain':
      return ruleCommand(line, streams);
    case 'schema':
      return schemaCommand(line, streams);
    case 'doctor':
      return doctorCommand(line, streams);
    case 'merge':
      return mergeCommand(line, streams);
    case 'shard-script':
      return shardScriptCommand(line, streams);
    case 'graph':
      return graphCommand(line, streams);
    case 'gate':
      return gateCommand(line, streams);
    case 'compare':
      return compareCommand(line, streams);
    case 'new':
      return newCommand(line, streams);
    case 'init':
      return initCommand(line, streams);
    case 'wait':
      return waitCommand(line, streams);
    case 'template':
    case 'scenarios':
      return formCommand(line, streams);
    case 'lsp':
      return lspCommand();
    case 'completion':
      return completionCommand(line, streams);
    case 'version':
      return print(streams, `${tool.name} ${tool.version}\n`);
    case 'help':
      return helpCommand(line, streams);
  }
}

function print(streams: Streams, text: string): number {
  streams.print(text);
  return 0;
}
