import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutAddress } from '../app/adoption/checkout-address.ts';
import { last } from '../app/request.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import { nodeWorld } from '../host/node-world.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';
import { templateFiles, templateNames } from './template.ts';

/** Carries out `new`: writes the folder of a new workflow; nothing that is there is touched. */
export async function newCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [name, second] = line.operands;
  if (name === undefined || second !== undefined)
    return refuse(streams, 'new needs one name, as in new my-service');
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(name) || name.length > 60) {
    return refuse(
      streams,
      `"${name}" is no name for a workflow: expected small letters, digits and dashes, as in my-service`,
    );
  }
  const located = locateOperands([]);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const { root } = located;
  if (kindOfPath(join(root, 'workflows', name)) !== 'missing') {
    return refuse(streams, `workflows/${name} is there already`);
  }
  const written: string[] = [];
  const asked = last(line.options.template) ?? 'hello-world';
  const template = templateNames.find((one) => one === asked);
  if (template === undefined) {
    return refuse(streams, `unknown template "${asked}": expected one of ${templateNames.join(', ')}`);
  }
  const address = await checkoutAddress(nodeWorld(root, process.cwd()));
  for (const { path, text, executable } of templateFiles(name, template, address)) {
    const target = join(root, path);
    if (kindOfPath(target) !== 'missing') continue;
    writeWhole(target, text);
    if (executable) chmodSync(target, 0o755);
    written.push(path);
  }
  streams.print(written.map((path) => `${path}\n`).join(''));
  streams.talk(
    address === undefined
      ? 'this repository has no origin: put its address in the place of "your-org/your-repo" in workflow.yaml\n'
      : `it checks out ${address.repo}, branch ${address.branch}\n`,
  );
  streams.talk(`check it with: pw-workflow-check check workflows/${name}\n`);
  return 0;
}
