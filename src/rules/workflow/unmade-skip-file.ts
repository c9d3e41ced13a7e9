import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { nameInRunDirectory } from '../../analysis/workflow/made-files.ts';
import { writtenFiles } from '../../analysis/written/written-files.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { isSlip } from '../../base/one-edit.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const steps = (argument: string, made: string) => stepsExample`
  - uses: marketplace/script_submitter/v3.6
    early-cancel: any-job-failed
    with:
      resource: \${{ inputs.resource }}
      rundir: \${PW_PARENT_JOB_DIR}
      script: ./serve.sh
      define_cleanup_script: false
      cleanup_script_path: ''
      ${argument}
  - run: ${made}
`;

/** A file for which the submitter looks at its end, and that is made under nearly its name. */
export const unmadeSkipFile = defineRule({
  meta: {
    id: 'unmade-skip-file',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '`skip_cleanups_file` or `cleanup_script_path` names a file that nothing makes, while nearly that file is made.',
      why: 'script_submitter does not find it: it ends the service that was to live on, or does not clean up after it.',
      fix: 'Write one name in both places.',
      examples: {
        bad: [
          steps('skip_cleanups_file: «${PW_PARENT_JOB_DIR}/SKIP_CLEANUPS»', 'touch SKIP_CLEANUP'),
          steps('skip_cleanups_file: «SKIP_CLEANUPS»', 'echo yes > "${PW_PARENT_JOB_DIR}/skip-cleanups"'),
        ],
        good: [
          steps('skip_cleanups_file: ${PW_PARENT_JOB_DIR}/SKIP_CLEANUPS', 'touch SKIP_CLEANUPS'),
          steps('skip_cleanups_file: ${PW_PARENT_JOB_DIR}/SKIP_CLEANUPS', 'touch SKIP_CLEANUP_DONE'),
          steps('skip_cleanups_file: ${PW_PARENT_JOB_DIR}/KEEP', 'touch SKIP_CLEANUPS'),
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow, file }, context) {
    if (!/^marketplace\/script_submitter[/@]/.test(step.uses?.value ?? '')) return;
    for (const key of ['skip_cleanups_file', 'cleanup_script_path']) {
      const path = valueAt(step.with, key);
      const name = nameInRunDirectory(textOf(path)?.trim() ?? '');
      if (path === undefined || !/^[\w.-]{4,}$/.test(name)) continue;
      const word = new RegExp(`(?<![\\w.-])${escapePattern(name)}(?![\\w.-])`, 'g');
      // named once more, it may be made there
      if ((file.source.text.match(word)?.length ?? 0) > 1) continue;
      const near = [...workflow.scripts, ...file.scripts]
        .flatMap((script) => made(script, context))
        .find((one) => letters(one.name) === letters(name) || isSlip(name, one.name));
      if (near === undefined || isNamedBeside(word, file, context)) continue;
      yield {
        message: `nothing makes "${name}": the workflow makes "${near.name}"`,
        at: path.span,
        related: [{ span: near.at, text: 'it is made here' }],
        help: helpWith(near.name, ''),
      };
    }
  },
});

const letters = (name: string): string => name.toLowerCase().replace(/[-_.]/g, '');

/** Whether another file of the repository names a word, workflows that this one does not call left out. */
function isNamedBeside(word: RegExp, { source }: WorkflowFile, { workspace }: AnalysisContext): boolean {
  return workspace.files.paths.some((path) => {
    if (path === source.path || /\.(?:md|rst|png|svg|ico)$/.test(path)) return false;
    if (/\.ya?ml$/.test(path) && !source.text.includes(path)) return false;
    const content = workspace.files.read(path);
    return content.kind === 'text' && content.text.search(word) !== -1;
  });
}

/** The files that a script makes in the directory of the run, by writing or touching them. */
function made(
  script: Script,
  context: AnalysisContext,
): readonly { readonly name: string; readonly at: Span }[] {
  const touched = context
    .ask(shellCommands, script)
    .commands.flatMap(({ program, words }) => (program === 'touch' ? words : []));
  const written = writtenFiles(script, context).flatMap(({ destination }) =>
    destination.kind === 'file' ? [destination.word] : [],
  );
  return [...touched, ...written].map((word) => ({
    name: nameInRunDirectory(word.text),
    at: script.text.spanOf(word.pos, word.end),
  }));
}
