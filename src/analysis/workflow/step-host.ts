import type { Job, Step, Workflow } from '../../model/workflow.ts';
import { pairOf, textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { pathWritten } from '../expressions/expressions-within.ts';

/** Where a step runs: the user workspace, the machine of a form field, or something that is not known before the run. */
export type StepHost =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'resource'; readonly reference: string }
  | { readonly kind: 'unknown' };

/**
 * Where a step runs. A step's `ssh` overrides the job's; `ssh: null` and an absent or empty `remoteHost` mean the
 * user workspace; `${{ inputs.X.ip }}` is the machine of the field `inputs.X`.
 */
export function stepHost(step: Step, job: Job, workflow: Workflow): StepHost {
  if (valueAt(job.node, 'runs-on') !== undefined) return { kind: 'unknown' };
  const own = pairOf(step.node, 'ssh');
  const ssh: YamlNode | undefined = own === undefined ? valueAt(job.node, 'ssh') : own.value;
  if (ssh === undefined || (ssh.kind === 'scalar' && ssh.value === null)) return { kind: 'workspace' };
  if (ssh.kind !== 'map') return { kind: 'unknown' };
  const host = valueAt(ssh, 'remoteHost');
  if (host === undefined || textOf(host) === undefined || textOf(host) === '') return { kind: 'workspace' };
  const names = pathWritten(workflow, host);
  if (names === undefined || names[0] !== 'inputs' || names.at(-1) !== 'ip') return { kind: 'unknown' };
  return { kind: 'resource', reference: names.slice(1, -1).join('.') };
}
