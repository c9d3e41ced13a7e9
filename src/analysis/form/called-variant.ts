import { withSpecials } from '../../facts/tables/with-specials.ts';
import type { Step } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { keyName } from '../structure/key-name.ts';
import { calledFile, calledForm, formAt } from './called-form.ts';

/** A workflow file beside the called one that has what the called one lacks. */
export interface CalledVariant {
  /** The file that the step calls. */
  readonly called: FilePath;
  /** The file that was meant, as it seems. */
  readonly meant: FilePath;
  /** The inputs that only that one has. */
  readonly inputs: readonly string[];
}

/**
 * The variant of a called workflow that a step was written for: it passes inputs that the called file does not know and
 * that another file of the same folder declares, all of them.
 */
export function calledVariant(step: Step, context: AnalysisContext): CalledVariant | undefined {
  const called = calledFile(step, context);
  const form = context.ask(calledForm, step);
  if (called === undefined || form === undefined) return undefined;
  const inputs = (step.with?.pairs ?? [])
    .map((pair) => keyName(pair))
    .filter((name) => !name.includes('.') && !withSpecials.some((special) => special.name === name))
    .filter((name) => !form.reads([name]) && form.inputs.every((input) => input.name !== name));
  if (inputs.length === 0) return undefined;
  const folder = called.slice(0, called.lastIndexOf('/') + 1);
  const meant = context.workspace.files.paths.find(
    (path) =>
      path !== called &&
      path.startsWith(folder) &&
      /^[^/]+\.ya?ml$/.test(path.slice(folder.length)) &&
      declaresAll(path, inputs, context),
  );
  return meant && { called, meant, inputs };
}

function declaresAll(path: FilePath, inputs: readonly string[], context: AnalysisContext): boolean {
  const declared = formAt(path, context)?.inputs.map((input) => input.name) ?? [];
  return inputs.every((name) => declared.includes(name));
}
