import { join } from 'node:path';
import { baselineFile, githubWorkflow, startingConfiguration } from '../app/adoption-files.ts';
import { baselineText } from '../app/baseline.ts';
import { check } from '../app/check.ts';
import { loadConfiguration } from '../app/load-configuration.ts';
import { readRequest } from '../app/request.ts';
import { plural } from '../base/plural.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import { nodeWorld } from '../host/node-world.ts';
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
  const loaded = loadConfiguration(undefined, world);
  if (loaded.kind === 'refused') return refuse(streams, loaded.message);
  const watcher = { say: () => {}, watch: () => {} };
  const result = await check(read.request, world, watcher, new AbortController());
  // With a configuration that holds, only a repository without workflows is refused; it may be adopted all the same.
  const { diagnostics, workflows } =
    result.kind === 'refused' ? { diagnostics: [], workflows: [] } : result.report;
  const files: readonly (readonly [string, string])[] = [
    ['.github/workflows/pw-workflow-check.yml', githubWorkflow],
    ['.pw-workflow-check.yaml', startingConfiguration(workflows.map(({ path }) => path))],
    [baselineFile, baselineText(diagnostics)],
  ];
  const written: string[] = [];
  for (const [path, text] of files) {
    if (kindOfPath(join(root, path)) === 'missing') {
      writeWhole(join(root, path), text);
      written.push(path);
      streams.print(`${path}\n`);
    } else streams.talk(`${path} is there already and stays as it is\n`);
  }
  if (result.kind === 'refused') {
    streams.talk('there is no workflow yet, and until there is one the check fails: "new NAME" makes one\n');
  } else if (diagnostics.length > 0 && written.includes(baselineFile)) {
    streams.talk(
      `${plural(diagnostics.length, 'finding')} in the baseline: not reported until the line is changed\n`,
    );
  }
  return 0;
}
