import { join } from 'node:path';
import { baselineFile, githubWorkflow, startingConfiguration } from '../app/adoption-files.ts';
import { baselineText } from '../app/baseline-text.ts';
import { check } from '../app/check.ts';
import { readRequest } from '../app/request.ts';
import { nodeWorld } from '../host/node-world.ts';
import { kindOfPath } from '../host/path-kind.ts';
import { writeWhole } from '../host/write-whole.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `init`: writes what adopting takes; nothing that is there is touched. */
export async function initCommand(_line: CommandLine, streams: Streams): Promise<number> {
  const located = locateOperands([]);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const { root } = located;
  const world = nodeWorld(root, process.cwd());
  const read = readRequest({ command: 'lint', paths: [], options: {} });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const watcher = { say: () => {}, watch: () => {} };
  const result = await check(read.request, world, watcher, new AbortController().signal);
  if (result.kind === 'refused') return refuse(streams, result.message);
  const { diagnostics, workflows } = result.report;
  const known = diagnostics.length > 0;
  const files: readonly (readonly [string, string])[] = [
    ['.github/workflows/pw-workflow-check.yml', githubWorkflow(known ? 'with-baseline' : 'without-baseline')],
    ['.pw-workflow-check.yaml', startingConfiguration(workflows.map(({ path }) => path))],
    ...(known ? [[baselineFile, baselineText(diagnostics)] as const] : []),
  ];
  for (const [path, text] of files) {
    if (kindOfPath(join(root, path)) === 'missing') {
      writeWhole(join(root, path), text);
      streams.print(`${path}\n`);
    } else streams.talk(`${path} is there already and stays as it is\n`);
  }
  if (known) {
    streams.talk(
      `${diagnostics.length} findings are in the baseline and are not reported until their lines change\n`,
    );
  }
  return 0;
}
