import { quotedIfNeeded } from '../base/shell-quoted.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import type { CheckRequest } from './request.ts';

/** The command that makes a run once more and keeps its job directory, for whoever looks for the cause of its failure. */
export function againCommand(plan: RunPlan, request: CheckRequest): string {
  const option = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [name, quotedIfNeeded(value)];
  const folder = /^(.*)\/workflow\.ya?ml$/.exec(plan.path)?.[1] ?? plan.path;
  return [
    'pw-workflow-check run',
    quotedIfNeeded(folder),
    ...option('--mode', plan.mode),
    ...option('--scenario', plan.scenario === 'default' ? undefined : plan.scenario),
    ...option('--config', request.configuration),
    ...option('--inputs', request.inputsFile),
    ...Object.entries(request.inputs).flatMap(([name, value]) => option('-i', `${name}=${value}`)),
    ...option('--timeout', request.timeoutMs === undefined ? undefined : `${request.timeoutMs}ms`),
    '--keep',
  ].join(' ');
}
