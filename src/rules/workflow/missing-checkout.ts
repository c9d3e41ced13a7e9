import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { isOutputsFile, outputTargets } from '../../analysis/shell/command-output.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import type { FilePath } from '../../source/span.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

const bringing: ReadonlySet<string> = new Set(
  'git scp rsync curl wget cp ln tar unzip mv aws gsutil rclone sftp ssh'.split(' '),
);

/** Files of the repository are used, but nothing brings them to the machine. */
export const missingCheckout = defineRule({
  meta: {
    id: 'missing-checkout',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step uses a file of the repository, but no step brings the repository into the job directory.',
      why: 'A run starts in an empty directory. The file is not there, and the step fails.',
      fix: 'Add a first job with `uses: parallelworks/checkout`, and let the jobs that use the files need it.',
      examples: {
        bad: [
          sessionExample({
            without: ['preprocessing'],
            session_runner: {
              'needs: [preprocessing]': '',
              'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/start.sh':
                'script_path: «${PW_PARENT_JOB_DIR}/workflows/hello/start.sh»',
            },
            wait_for_service: { 'needs: [preprocessing]': '' },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.checkouts.length > 0) return;
    const [first, ...others] = context.ask(repositoryUses, file);
    if (first === undefined) return;
    const brought = pattern.workflow.scripts.some((script) =>
      context.ask(shellCommands, script).commands.some((command) => brings(command, first.path)),
    );
    if (brought) return;
    yield {
      message: `no step checks out the repository, so "${first.path}" is not in the job directory`,
      at: first.span,
      related: others.map((use) => ({ span: use.span, text: `"${use.path}" is missing too` })),
      help: 'add a job with "uses: parallelworks/checkout" on the resource, and let this job need it',
    };
  },
});

/** Whether a command may bring a file: it copies or downloads, or writes a file that may be this one. */
function brings(command: ShellCommand, path: FilePath): boolean {
  const { program, words } = command;
  if (program === undefined && command.node.name !== undefined) return true;
  if (program === 'scp' && literalOf(words[0]) === 'inputs.sh') return false;
  if (program !== undefined && bringing.has(program)) return true;
  if (program === 'pw' && literalOf(words[0]) !== 'agent') return true;
  return outputTargets(command).some((target) => {
    if (target.kind !== 'file' || isOutputsFile(target.name)) return false;
    const name = literalOf(target.name);
    return name === undefined || name.split('/').at(-1) === path.split('/').at(-1);
  });
}
