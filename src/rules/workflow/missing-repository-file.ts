import type { AnalysisContext } from '../../analysis/analysis.ts';
import { folderOfNearName, inFolderOfNearName, namesFolder } from '../../analysis/workflow/near-folders.ts';
import { foldersEntered, inShell } from '../../analysis/workflow/repository-uses.ts';
import { bringsFilesOtherwise, ownCheckouts, usesOwnTree } from '../../analysis/workflow/sparse-checkouts.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Step, Workflow } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** A file to run that the repository does not have. */
export const missingRepositoryFile = defineRule({
  meta: {
    id: 'missing-repository-file',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step sources, runs or copies a file in a folder of this repository that has no such file.',
      why: 'The step fails on the cluster: "No such file or directory".',
      fix: 'Correct the path.',
      examples: {
        bad: [
          checkoutExample({
            'session_runner:': dedent`
                  - run: source «tools/prepaer.sh»
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                  - run: bash «\${PW_PARENT_JOB_DIR}/tools/run.sh»
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                    - run: cat «workflows/helo/work.sh» >> start.sh
                session_runner:
              `,
          }),
          checkoutExample(
            {
              'session_runner:': dedent`
                    - run: cp «tools/page.html» .
                session_runner:
              `,
            },
            { 'tools/pages/page.html': '<p>' },
          ),
          checkoutExample({
            'session_runner:': dedent`
                  - run: cd «workflow/hello» && bash setup.sh
              session_runner:
            `,
          }),
          {
            'workflow.yaml': dedent`
              jobs:
                prepare:
                  working-directory: \${{ inputs.folder }}
                  ssh:
                    remoteHost: \${{ inputs.resource.ip }}
                  steps:
                    - uses: parallelworks/checkout
                      with:
                        repo: https://github.com/org/repo.git
                        branch: main
                        sparse_checkout: [scripts]
                    - run: |
                        cat scripts/head.sh > job.sh
                        for turn in 1 2; do
                          if [ "$turn" = 1 ]; then
                            cat «scrtips/main.sh» >> job.sh
                          fi
                        done
              on:
                execute:
                  inputs:
                    folder:
                      type: string
                    resource:
                      type: compute-clusters
            `,
            'scripts/head.sh': 'date',
            'scripts/main.sh': 'date',
          },
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                preprocessing:
                  ssh:
                    remoteHost: \${{ inputs.resource.ip }}
                  steps:
                    - uses: parallelworks/checkout
                      with:
                        repo: https://github.com/org/repo.git
                        branch: main
                        sparse_checkout:
                          - workflows/hello
                          - tools
                    - run: source tools/prepare.sh
                    - run: |
                        cd workflows/\${{ inputs.folder }}
                        bash «set-up.sh»
              on:
                execute:
                  inputs:
                    folder:
                      type: string
                      default: hello
                      hidden: true
                    resource:
                      type: compute-clusters
            `,
            'workflows/hello/setup.sh': 'date\n',
            'tools/prepare.sh': 'echo prepare\n',
          },
        ],
        good: [
          checkoutExample({
            'session_runner:': dedent`
                  - run: |
                      mkdir -p workflow/hello
                      cd workflow/hello && bash made.sh
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                  - run: |
                      make -C tools
                      cp tools/solver .
                      cat workflows/helo/work.sh > log || true
              session_runner:
            `,
          }),
          checkoutExample(
            {
              'session_runner:': dedent`
                    - run: |
                        (cd workflows/hello && bash setup.sh)
                        bash made.sh
                session_runner:
              `,
            },
            { 'workflows/hello/setup.sh': 'date' },
          ),
          checkoutExample({
            'session_runner:': dedent`
                  - run: bash tools/prepare.sh
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                  - run: "echo echo > tools/made.sh; bash tools/made.sh"
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                  - run: "[ -f tools/site.sh ] && source tools/site.sh"
              session_runner:
            `,
          }),
          checkoutExample({
            'session_runner:': dedent`
                  - run: "cd elsewhere; source tools/other.sh"
              session_runner:
            `,
          }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step, job, workflow, file }, context) {
    if (step.run === undefined || !usesOwnTree(file, context) || bringsFilesOtherwise(workflow)) return;
    const checkouts = context.ask(ownCheckouts, file);
    const elsewhere = checkouts.some(({ tree }) => tree === 'another');
    // where the job itself checks out, its own directory mirrors the repository
    const isMoved = pairOf(job.node, 'working-directory') !== undefined;
    const mirrors = checkouts.some(
      (one) => one.job === job && pairOf(one.step.node, 'working-directory') === undefined,
    );
    const findings = [
      ...missingFiles(step, isMoved && !mirrors, workflow, context),
      ...missingFolders(step, isMoved && !mirrors, workflow, context),
    ];
    for (const finding of findings) {
      // another branch or tag than the main one may hold it
      yield elsewhere ? { ...finding, severity: 'warning' } : finding;
    }
  },
});

/** A change of directory that ends again before the block does. */
const comesBack = /[({]\s*(cd|pushd)\b|\bpopd\b|\bcd\s+-/;

function* missingFiles(
  step: Step,
  movedJob: boolean,
  workflow: Workflow,
  context: AnalysisContext,
): Generator<Finding> {
  const { run } = step;
  if (run === undefined || comesBack.test(run.shell.text)) return;
  const { files } = context.workspace;
  for (const { path, span, command, word, isRead } of inShell(workflow, step, movedJob, context)) {
    if (command.inCondition || !path.includes('/')) continue;
    const folder = path.split('/').slice(0, -1).join('/');
    const name = path.split('/').at(-1) ?? '';
    // a whole path that users give may be one on their cluster
    if (!run.text.text.slice(word.pos, word.end).replace(/["']$/, '').endsWith(name)) continue;
    if (files.kindOf(path) !== 'missing') continue;
    if (files.kindOf(filePath(folder)) !== 'directory') {
      const meant = inFolderOfNearName(path, files.paths);
      if (meant === undefined) continue;
      const names = workflow.scripts.filter(({ text }) => namesFolder(text.text, meant.slip));
      if (names.some((script) => script !== run)) continue;
      if (run.text.text.split(meant.slip).length > 2) continue;
      const message = `this repository has no folder "${folder}"`;
      yield { message, at: span, help: helpWith(meant.path, '') };
      continue;
    }
    // a name that is said elsewhere may be that of a file which a step makes
    if (workflow.scripts.reduce((count, script) => count + script.text.text.split(name).length - 1, 0) > 1)
      continue;
    const beside = files.paths.filter((known) => known.startsWith(`${folder}/`));
    const near = suggest(
      name,
      beside.map((known) => known.split('/').at(-1) ?? ''),
    );
    const deeper = beside.find((known) => known.endsWith(`/${name}`));
    // what is only read may have been made by a program, and a branch may be for the case that it is there
    if ((isRead || command.conditional) && near === undefined && deeper === undefined) continue;
    yield {
      message: `this repository has no file "${path}"`,
      at: span,
      help: helpWith(deeper ?? (near && `${folder}/${near}`), `"${folder}" has no such file`),
    };
  }
}

function* missingFolders(
  step: Step,
  movedJob: boolean,
  workflow: Workflow,
  context: AnalysisContext,
): Generator<Finding> {
  const { run } = step;
  if (run === undefined || movedJob || pairOf(step.node, 'working-directory') !== undefined) return;
  const { files } = context.workspace;
  for (const { path, span, word } of foldersEntered(workflow, run, filePath(''), context)) {
    if (files.kindOf(path) !== 'missing') continue;
    const meant = folderOfNearName(path, files.paths);
    // a folder that is named elsewhere, too, may be made there
    if (meant === undefined || !word.text.includes(meant.slip)) continue;
    const besides = workflow.scripts.map((one) => {
      const { text } = one.text;
      return one === run ? `${text.slice(0, word.pos)} ${text.slice(word.end)}` : text;
    });
    if (besides.some((text) => namesFolder(text, meant.slip))) continue;
    yield { message: `this repository has no folder "${path}"`, at: span, help: helpWith(meant.path, '') };
  }
}
