import type { Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { pairOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { pathWritten } from '../expressions/expressions-within.ts';
import { inputAt } from './job-files.ts';

/** A port that is written out where the language takes one. */
export interface FixedPort {
  readonly text: string;
  readonly at: Span;
  /** Where the port is used, when it is written elsewhere: as the default of a field. */
  readonly readAt?: Span | undefined;
}

/** Whether a number is one of the ports that there are. */
export function isPort(text: string): boolean {
  const port = Number(text);
  return port >= 1 && port <= 65535;
}

/** Every port that a workflow writes out: of sessions, behind the hosts of `ssh`, in the addresses of links. */
export function fixedPorts(workflow: Workflow): readonly FixedPort[] {
  const found: FixedPort[] = [];
  const add = (port: FixedPort | undefined) => {
    if (port !== undefined) found.push(port);
  };
  for (const { value } of pairsOf(valueAt(workflow.root, 'links')))
    add(portBehind(valueAt(value, 'url'), address));
  for (const job of workflow.jobs) {
    for (const node of [job.node, ...job.steps.map((step) => step.node)]) {
      const ssh = valueAt(node, 'ssh');
      add(portBehind(valueAt(ssh, 'remoteHost'), host));
      add(portBehind(valueAt(ssh, 'jumpNodeHost'), host));
    }
    for (const step of job.steps) {
      if (step.uses?.value !== 'parallelworks/update-session') continue;
      for (const key of ['remotePort', 'localPort', 'local_port'])
        add(portIn(valueAt(step.with, key), workflow));
      add(portBehind(valueAt(step.with, 'url'), address));
    }
  }
  return found;
}

function pairsOf(node: YamlNode | undefined) {
  return node?.kind === 'map' ? node.pairs : [];
}

/** A host and one colon; addresses of IPv6 have more. */
const host = /^[^:\s]+:(-?\d+)$/;
const address = /^(?:https?:\/\/)?[\w.-]+:(-?\d+)(?:[/?#]|$)/;

function portBehind(node: YamlNode | undefined, pattern: RegExp): FixedPort | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const match = pattern.exec(node.text.text);
  const port = match?.[1];
  if (match === null || port === undefined) return undefined;
  const start = match[0].lastIndexOf(port);
  return { text: port, at: node.text.spanOf(start, start + port.length) };
}

/** The port that a value is, or that the field which it reads has as its default. */
function portIn(node: YamlNode | undefined, workflow: Workflow): FixedPort | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const text = node.text.text.trim();
  // a reference without its braces is told by another rule
  if (/^([+-]?\d+|[A-Za-z_]\w*)$/.test(text)) return { text, at: node.span };
  const names = pathWritten(workflow, node);
  const field = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
  const preset = pairOf(field?.node, 'default')?.value;
  if (preset?.kind !== 'scalar' || !/^\d+$/.test(preset.text.text)) return undefined;
  // a default of zero is what a condition tests for
  return Number(preset.text.text) === 0
    ? undefined
    : { text: preset.text.text, at: preset.span, readAt: node.span };
}
