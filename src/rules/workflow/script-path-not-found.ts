import { pathInJobDirectory, withDefaults } from '../../analysis/workflow/job-files.ts';
import { inFolderOfNearName, namesFolder } from '../../analysis/workflow/near-folders.ts';
import { bringsFilesOtherwise, ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** A script to start that the repository does not have. */
export const scriptPathNotFound = defineRule({
  meta: {
    id: 'script-path-not-found',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"script_path" names a file of this repository that is not there.',
      why: 'The runner ends with an error before the service starts.',
      fix: 'Correct the path.',
      examples: {
        bad: [
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflows/hello/wrok.sh»',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflows/helo/work.sh»',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflow/hello/work.sh»',
          }),
        ],
        good: [
          checkoutExample(),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: ${PW_PARENT_JOB_DIR}/made.sh',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: ${PW_PARENT_JOB_DIR}/rendered/hello/work.sh',
          }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow, file }, context) {
    const scalar = step.uses === undefined ? undefined : valueAt(step.with, 'script_path');
    const checkouts = context.ask(ownCheckouts, file);
    if (scalar?.kind !== 'scalar' || checkouts.length === 0) return;
    if (bringsFilesOtherwise(workflow)) return;
    const resolved = withDefaults(workflow, scalar);
    const path = resolved && pathInJobDirectory(resolved.path);
    if (path === undefined || !path.includes('/')) return;
    const folder = path.split('/').slice(0, -1).join('/');
    const name = path.split('/').at(-1) ?? '';
    const { files } = context.workspace;
    if (files.paths.includes(path)) return;
    // another branch or tag than the main one may hold it
    const severity = checkouts.some(({ tree }) => tree === 'another') ? 'warning' : undefined;
    const isWritten = (word: string): boolean =>
      workflow.scripts.some((script) => script.text.text.includes(word));
    if (files.paths.every((known) => !known.startsWith(`${folder}/`))) {
      // a step may make a folder that the repository does not have, so only a slip in the name of one is told
      const meant = inFolderOfNearName(path, files.paths);
      if (meant === undefined || workflow.scripts.some(({ text }) => namesFolder(text.text, meant.slip)))
        return;
      const message = `this repository has no folder "${folder}"`;
      yield { message, at: scalar.span, severity, help: helpWith(meant.path, '') };
      return;
    }
    // a step may write the script itself
    if (isWritten(name)) return;
    const beside = files.paths.filter((known) => known.startsWith(`${folder}/`));
    const near = suggest(
      name,
      beside.map((known) => known.split('/').at(-1) ?? ''),
    );
    yield {
      message: `this repository has no file "${path}"`,
      at: scalar.span,
      severity,
      help: helpWith(near && `${folder}/${near}`, `"${folder}" has no such file`),
    };
  },
});
