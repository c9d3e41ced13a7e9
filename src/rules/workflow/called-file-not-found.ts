import { calledFile, calledTree } from '../../analysis/form/called-form.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { callExample } from '../examples/call-example.ts';
import { defineRule } from '../rule.ts';

/** A called file of the own repository that is not there. */
export const calledFileNotFound = defineRule({
  meta: {
    id: 'called-file-not-found',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"$yaml" names a file that this repository does not have.',
      why: 'The platform cannot find the workflow to call.',
      fix: 'Correct the path; it starts at the top of the repository.',
      examples: {
        bad: [callExample({ '$yaml: tools/tool.yaml': '$yaml: «tools/tol.yaml»' })],
        good: [callExample()],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }, context) {
    const path = calledFile(step, context);
    if (path === undefined || step.uses === undefined) return;
    const { files } = context.workspace;
    if (files.kindOf(path) !== 'missing') return;
    const written = valueAt(step.with, '$yaml');
    const scalar = written?.kind === 'scalar' ? written : undefined;
    const near = suggest(
      path,
      files.paths.filter((other) => /\.ya?ml$/.test(other)),
    );
    yield {
      message: `this repository has no file "${path}"`,
      at: written?.span ?? step.uses.span,
      // another branch or tag than the main one may hold it
      severity: calledTree(step, context.workspace) === 'another' ? 'warning' : undefined,
      ...didYouMean(scalar?.span, near, {
        otherwise: 'the path starts at the top of the repository',
        write: (path) => (scalar === undefined ? path : writtenLike(scalar, path, workflow.root)),
      }),
    };
  },
});
