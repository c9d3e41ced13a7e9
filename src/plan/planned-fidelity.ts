import type { Workflow } from '../model/workflow.ts';
import type { Fidelity } from '../trace/run-record.ts';
import { stepsWithin } from './planned-steps.ts';
import type { PlannedWorkflow } from './run-plan.ts';
import { pathsRead } from './template.ts';

/** What of a workflow is emulated, left out or replaced here, each once. */
export function fidelityOf(planned: PlannedWorkflow): readonly Fidelity[] {
  const found = new Map<string, Fidelity>();
  for (const { step } of stepsWithin(planned)) {
    const { action } = step;
    switch (action.kind) {
      case 'script':
        break;
      case 'stream-output':
        break;
      case 'checkout':
        found.set('parallelworks/checkout', {
          what: 'parallelworks/checkout',
          how: 'emulated',
          why: 'files come from the working tree',
        });
        break;
      case 'update-session':
      case 'cancel-jobs':
        found.set(action.kind, { what: `parallelworks/${action.kind}`, how: 'emulated' });
        break;
      case 'subworkflow':
        found.set(action.uses, {
          what: action.uses,
          how: action.call.runsService ? 'emulated' : 'ran',
          ...(action.call.differs !== undefined && { why: action.call.differs }),
        });
        break;
      case 'stand-in':
      case 'refused':
        found.set(action.uses, {
          what: action.uses,
          how: action.kind === 'refused' ? 'skipped' : 'stand-in',
          why: action.why,
        });
        break;
    }
  }
  return [...found.values()];
}

/** Variables of the organization and the user: there are none here, they read as the empty text. */
export function emptyVariables(workflow: Workflow): readonly Fidelity[] {
  const names = new Set<string>();
  for (const { expression } of workflow.expressions) {
    if (expression !== undefined) {
      for (const root of ['org', 'var']) {
        for (const path of pathsRead(expression, root)) names.add([root, ...path].join('.'));
      }
    }
  }
  return [...names].sort().map((what) => ({
    what,
    how: 'stand-in',
    why: 'a local run has no variables of an organization or a user; it reads as the empty text',
  }));
}
