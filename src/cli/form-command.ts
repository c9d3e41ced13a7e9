import { join } from 'node:path';
import { branchesOf, formTemplate } from '../app/form-template.ts';
import { prepareRequest } from '../app/prepare-request.ts';
import { given, readRequest } from '../app/request.ts';
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
  const head = `# Inputs of ${name}. What is commented out has the value that it has in the form.\n`;
  if (!scenarios) {
    streams.print(head + formTemplate(workflow));
    return 0;
  }
  const files = [
    { file: 'default.yaml', text: `# The form as it is.\n${commented(formTemplate(workflow))}` },
    ...branchesOf(workflow).map((branch) => ({
      file: `${fileName(`${branch.reference.join('-')}-${branch.value}`)}.yaml`,
      text: `# The branch in which ${branch.reference.join('.')} is ${JSON.stringify(branch.value)}.\n${formTemplate(workflow, branch)}`,
    })),
  ];
  for (const one of files) {
    const path = [directory, 'ci', one.file].filter((part) => part !== '').join('/');
    if (kindOfPath(join(located.root, path)) !== 'missing' && !given(line.options.force)) {
      streams.talk(`${path} is there already and stays as it is (--force writes it anew)\n`);
      continue;
    }
    writeWhole(join(located.root, path), one.text);
    streams.print(`${path}\n`);
  }
  streams.talk(`each file is a run of its own: pw-workflow-check run ${name}\n`);
  if (files.some(({ file }) => /scheduler|slurm|pbs/i.test(file))) {
    streams.talk('one that submits to a scheduler needs it: --mode slurm, or --mode pbs\n');
  }
  return 0;
}

/** All of a template in comments: a scenario without values is the form as it is. */
function commented(text: string): string {
  return text.replaceAll(/^(\s*)(?!\s*#)(?=\S)/gm, '$1# ');
}

function fileName(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
