import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type Reference, referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { isFormFound } from '../../analysis/form/form-found.ts';
import {
  fieldsByName,
  guessInput,
  type InputGuess,
  inputReads,
  inputTree,
} from '../../analysis/form/input-tree.ts';
import { workflowTexts } from '../../analysis/workflow/workflow-texts.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import { readWorkflowAt } from '../../model/workspace.ts';
import type { FilePath } from '../../source/span.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { renamedInput } from './renamed-input.analysis.ts';

/** An input that is read and that the form does not have. */
export const undeclaredInput = defineRule({
  meta: {
    id: 'undeclared-input',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression reads an input that the form does not declare.',
      why: 'The value is empty or the text `undefined`; conditions on it silently take the other branch. A workflow without sessions may be called by others that pass the input undeclared, so there it is a warning.',
      fix: 'Correct the name, add the name of the group before it, or declare the input under `on.execute.inputs`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ «inputs.mod» == fast }}
              - if: \${{ inputs.mode == slow }}
            inputs:
              mode:
                type: string
          `,
          workflowExample`
            steps:
              - if: \${{ «inputs.mode» == fast }}
              - if: \${{ inputs.config.mode == slow }}
            inputs:
              config:
                type: group
                items:
                  mode:
                    type: string
          `,
          workflowExample`
            steps:
              - if: \${{ inputs.mode == slow }}
                run: |
                  # \${{ «inputs.speed» }}
                  date
            inputs:
              mode:
                type: string
          `,
          workflowExample`
            steps:
              - if: \${{ «inputs.slurm».time != '' }}
                run: echo "\${{ inputs.slurm.partition }}"
            inputs:
              batch:
                type: group
                items:
                  time:
                    type: string
                  partition:
                    type: string
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.mode == fast }}
            inputs:
              advanced:
                type: group
                flatten: true
                items:
                  mode:
                    type: string
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow, file }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const resolution = context.ask(inputReads, workflow).get(reference);
      if (resolution?.kind !== 'undeclared' || !context.ask(isFormFound, workflow)) continue;
      const { at, parent } = resolution;
      const [name] = reference.segments;
      const isCalled = workflow.sessions.length === 0;
      if (isCalled && name?.kind === 'name' && mayBePassed(name.name, file, context)) continue;
      const last = reference.segments[at] ?? reference.path;
      const range = { start: reference.path.start, end: last.end };
      const near = guessInput(context.ask(fieldsByName, workflow), reference, at);
      const renamed =
        near.candidates.length > 0 ? undefined : renamedInput(reference, at, parent, workflow, context);
      const guess: InputGuess = renamed ? { candidates: [renamed.reference.join('.')], through: at } : near;
      const message = `input "${writtenIn(site, range).replace(/^inputs\./, '')}" is not declared in the form`;
      yield {
        message,
        fault: message,
        at: spanIn(site, range),
        help: helpFor(guess, context.ask(inputTree, workflow).children.size === 0),
        fix: fixFor(reference, guess),
        severity: isCalled ? 'warning' : undefined,
      };
    }
  },
});

/** Whether another workflow of this repository passes a name to one that it calls, which may be this one. */
function mayBePassed(name: string, file: WorkflowFile, context: AnalysisContext): boolean {
  const passes = context.ask(passedNames, context.workspace);
  return [...context.ask(workflowTexts, context.workspace)].some(
    ([path, text]) => path !== file.source.path && text.includes(name) && passes(path).has(name),
  );
}

/** What a workflow passes to those that it calls, each read once; undeclared names reach these all the same. */
function passedNames(workspace: Workspace): (path: FilePath) => ReadonlySet<string> {
  const open = new Map(workspace.workflows.map((file) => [file.source.path, file]));
  const known = new Map<FilePath, ReadonlySet<string>>();
  return (path) => {
    const names = known.get(path) ?? namesPassedBy(open.get(path) ?? readWorkflowAt(path, workspace.files));
    known.set(path, names);
    return names;
  };
}

function namesPassedBy({ workflow }: WorkflowFile): ReadonlySet<string> {
  const steps = workflow?.jobs.flatMap((job) => job.steps) ?? [];
  const calls = steps.filter(({ uses }) => uses !== undefined && !uses.value.startsWith('parallelworks/'));
  return new Set(calls.flatMap((step) => step.with?.pairs.map((pair) => pair.key.text.text) ?? []));
}

function helpFor({ candidates }: InputGuess, isEmpty: boolean): string {
  if (isEmpty) return 'the form has no inputs; declare it under "on", "execute", "inputs"';
  const [first, ...others] = candidates.map((candidate) => `"inputs.${candidate}"`);
  if (first === undefined) return 'declare it under "on", "execute", "inputs", or remove what reads it';
  if (others.length === 0) return `did you mean ${first}?`;
  return `the form has it as ${[first, ...others].slice(0, 4).join(' and ')}`;
}

function fixFor(reference: Reference, { candidates, through }: InputGuess): Fix | undefined {
  const [candidate, other] = candidates;
  const first = reference.path.parts[0];
  const last = reference.path.parts[through];
  if (candidate === undefined || other !== undefined || first === undefined || last === undefined)
    return undefined;
  const span = spanIn(reference.site, { start: first.start, end: last.end });
  return {
    title: `Read inputs.${candidate}`,
    safety: 'unsafe',
    edits: [{ span, replacement: candidate }],
  };
}
