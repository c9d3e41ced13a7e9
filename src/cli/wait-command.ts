import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { given, last, readRequest } from '../app/request.ts';
import { usualWaitMs, waitInDirectory } from '../app/wait.ts';
import { nodeClock } from '../host/clock.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { nodeRunFiles } from '../host/files/run-files.ts';
import { nodeNetwork } from '../host/network/network.ts';
import { listenForInterruption } from '../host/processes/interruption.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { CommandLine } from './arguments.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `wait`: prints where the service is, and hands it to the other jobs through `$OUTPUTS`. */
export async function waitCommand(line: CommandLine, streams: Streams): Promise<number> {
  const { PW_PARENT_JOB_DIR, OUTPUTS } = streams.environment;
  const named = last(line.options['job-dir']) ?? PW_PARENT_JOB_DIR;
  if (named === undefined || named === '')
    return refuse(streams, 'wait needs --job-dir DIR, or PW_PARENT_JOB_DIR');
  const directory = resolve(named);
  if (kindOfPath(directory) !== 'directory') return refuse(streams, `no such folder: "${named}"`);
  const read = readRequest({ command: 'wait', paths: [], options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const interruption = listenForInterruption((sentence) => streams.talk(`${sentence}\n`));
  const ports = { files: nodeRunFiles(), network: nodeNetwork(), clock: nodeClock() };
  const timeoutMs = read.request.timeoutMs ?? usualWaitMs;
  const tell = (sentence: string): void =>
    given(line.options.quiet) ? undefined : streams.talk(`waiting: ${visible(sentence)}\n`);
  const answer = await waitInDirectory(directory, timeoutMs, ports, tell, interruption.signal).finally(
    interruption.dispose,
  );
  if (answer.kind === 'failed') {
    streams.talk(`pw-workflow-check: ${visible(answer.message)}\n`);
    return interruption.status() ?? 1;
  }
  streams.print(answer.lines);
  if (OUTPUTS) appendFileSync(OUTPUTS, answer.lines);
  return 0;
}
