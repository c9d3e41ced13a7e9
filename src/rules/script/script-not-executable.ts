import { bringsFilesOtherwise, ownCheckouts, usesOwnTree } from '../../analysis/workflow/sparse-checkouts.ts';
import { dedent } from '../../base/dedent.ts';
import type { Script } from '../../model/script.ts';
import type { FilePath } from '../../source/span.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';
import { executedFiles } from './executed-files.analysis.ts';

const preparedBy = (command: string) => ({
  '- run: source tools/prepare.sh': dedent`
    - run: |
        ${command}
  `,
});

/** A script that is run by its path without the mode for it. */
export const scriptNotExecutable = defineRule({
  meta: {
    id: 'script-not-executable',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A file of this repository is run by its path, and it is not executable.',
      why: 'The checkout gives every file the mode that git keeps of it, and bash says "Permission denied".',
      fix: 'Run `git update-index --chmod=+x FILE` and commit it, or start the file with `bash FILE`.',
      examples: {
        bad: [
          checkoutExample(preparedBy('«./tools/prepare.sh» fast')),
          checkoutExample(preparedBy('nohup «"${PW_PARENT_JOB_DIR}/tools/prepare.sh"» > prepare.log 2>&1 &')),
          sessionExample({
            start: { before: '«tools/prepare.sh» > prepare.log' },
            files: { 'tools/prepare.sh': 'date\n' },
          }),
          checkoutExample(
            preparedBy(dedent`
              chmod 600 "$HOME/.netrc"
              cd tools
              if ! «./prepare.sh»; then exit 1; fi
            `),
          ),
        ],
        good: [
          checkoutExample(preparedBy('bash ./tools/prepare.sh')),
          checkoutExample(preparedBy('./tools/made.sh'), { 'tools/made.sh*': 'date\n' }),
          checkoutExample(preparedBy('chmod +x tools/*.sh; ./tools/prepare.sh')),
          checkoutExample(preparedBy('chmod 755 tools/prepare.sh && ./tools/prepare.sh')),
          checkoutExample(preparedBy('if [ -x tools/prepare.sh ]; then tools/prepare.sh; fi')),
          checkoutExample(preparedBy('cd "$HOME/build" && ./tools/prepare.sh')),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const { workspace } = context;
    if (file?.workflow === undefined || script.role === 'written') return;
    const executed = executedFiles(script, file, context).filter(
      ({ path }) => workspace.files.recordedKind?.(path)?.kind === 'plain',
    );
    if (executed.length === 0 || !usesOwnTree(file, context) || bringsFilesOtherwise(file.workflow)) return;
    const elsewhere = context.ask(ownCheckouts, file).some(({ tree }) => tree === 'another');
    const modes = linesAboutModes([script, ...file.scripts, ...file.workflow.scripts]);
    for (const { path, at } of executed) {
      if (mayBecomeExecutable(path, modes)) continue;
      const named = script.text.text.includes(`./${path}`) ? `./${path}` : path;
      yield {
        message: `"${path}" is run by its path, and it is not executable`,
        at,
        fault: path,
        // on another branch or tag it may be
        severity: elsewhere ? 'warning' : undefined,
        help: `run \`git update-index --chmod=+x ${path}\` and commit it, or start it with \`bash ${named}\``,
      };
    }
  },
});

/** The lines that set the mode of a file, or ask whether it can be executed. */
function linesAboutModes(scripts: readonly Script[]): readonly string[] {
  const lines = scripts.flatMap((script) => script.shell.text.split('\n'));
  return lines.filter((line) => /\b(chmod|install)\b|(^|\s)-x\s/.test(line));
}

/** Whether one of these lines is about a file, or about files that are not known. */
function mayBecomeExecutable(path: FilePath, lines: readonly string[]): boolean {
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  return lines.some(
    (line) => line.includes(name) || line.includes(folder) || /[*{]|\s-R|\$(?!HOME\b)/.test(line),
  );
}
