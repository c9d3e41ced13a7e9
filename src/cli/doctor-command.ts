import { examineMachine } from '../app/doctor.ts';
import { given } from '../app/request.ts';
import { nodeMachine } from '../host/machine.ts';
import { nodeSchedulers } from '../host/processes/schedulers.ts';
import { nodeToolRunner } from '../host/processes/tool-runner.ts';
import { palette } from '../report/terminal/palette.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { CommandLine } from './arguments.ts';
import { colourFor, type Streams } from './streams.ts';

/** Carries out `doctor`; what is missing is no failure, because it is emulated or skipped by name. */
export async function doctorCommand(line: CommandLine, streams: Streams): Promise<number> {
  const tools = nodeToolRunner();
  const schedulers = nodeSchedulers(nodeMachine(), tools);
  const rows = [
    { what: 'Node', state: 'found' as const, detail: process.version },
    ...(await examineMachine({ tools, schedulers })),
  ];
  if (given(line.options.json)) {
    streams.print(`${JSON.stringify(rows, undefined, 2)}\n`);
    return 0;
  }
  const colours = palette(colourFor('stdout', streams, given(line.options['no-color'])));
  const width = Math.max(...rows.map((row) => row.what.length));
  for (const { what, state, detail } of rows) {
    const sign = state === 'found' ? colours.green('✓') : colours.yellow('-');
    streams.print(`${sign} ${what.padEnd(width)}  ${visible(detail)}\n`);
  }
  return 0;
}
