import { join } from 'node:path';
import { prepareRequest } from '../app/prepare-request.ts';
import { given, readRequest } from '../app/request.ts';
import { formTemplate } from '../app/scenarios/form-template.ts';
import { suggestedScenarios } from '../app/scenarios/scenario-files.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import { nodeWorld } from '../host/node-world.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `template` and `scenarios new`, which are about the form of one workflow. */
export async function formCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [first, ...rest] = line.operands;
  const scenarios = line.command === 'scenarios';
  if (scenarios && first !== 'new') {
    return refuse(streams, 'scenarios needs the word "new" and a workflow, as in scenarios new hello-world');
  }
  const [named, second] = scenarios ? rest : line.operands;
  if (named === undefined || second !== undefined) {
    return refuse(
      streams,
      `${scenarios ? 'scenarios new' : line.command} needs one workflow, by its path or name`,
    );
  }
  const located = locateOperands([named]);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const read = readRequest({ command: 'lint', paths: located.paths, options: {} });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const world = nodeWorld(located.root, process.cwd(), { folders: located.folders });
  const prepared = await prepareRequest(read.request, world);
  if (prepared.kind === 'refused') return refuse(streams, prepared.message);
  const [file, other] = prepared.workspace.workflows;
  if (file?.workflow === undefined || other !== undefined) {
    const why = other === undefined ? 'holds no workflow that can be read' : 'holds several workflows';
    return refuse(streams, `"${named}" ${why}: name one`);
  }
  const { workflow, name, directory } = file;
  if (!scenarios) {
    streams.print(`# Inputs of ${name}. What is commented out has the value that it has in the form.\n`);
    streams.print(formTemplate(workflow));
    return 0;
  }
  const { files, setByMode } = suggestedScenarios({ ...file, workflow }, prepared.workspace);
  for (const one of files) {
    const path = [directory, 'ci', one.name].filter((part) => part !== '').join('/');
    if (kindOfPath(join(located.root, path)) !== 'missing' && !given(line.options.force)) {
      streams.talk(`${path} is there already and stays as it is (--force writes it anew)\n`);
      continue;
    }
    writeWhole(join(located.root, path), one.text);
    streams.print(`${path}\n`);
  }
  streams.talk(`each file is a run of its own: pw-workflow-check run ${name}\n`);
  if (setByMode !== undefined) {
    streams.talk(
      `${setByMode} needs no file, the mode sets it: pw-workflow-check run ${name} --mode slurm\n`,
    );
  }
  return 0;
}
