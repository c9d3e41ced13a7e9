import { sessionPattern, stepsOf } from '../../analysis/contract/session-pattern.ts';
import { waitsForService } from '../../analysis/contract/waiting-steps.ts';
import { outputTargets } from '../../analysis/shell/command-output.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { suggest } from '../../base/suggest.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The script writes its coordination files where nobody looks for them. */
export const missingRunDirectory = defineRule({
  meta: {
    id: 'missing-run-directory',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`job_runner` is not told to run the script in the job directory, where the waiting job looks for its files.',
      why: 'Without `rundir` the script runs in a directory of `job_runner` itself, below `subworkflows/`. `SESSION_PORT` and `job.started` are written there, and the wait never sees them.',
      fix: 'Pass `rundir: ${PW_PARENT_JOB_DIR}`, or let the script change to that directory first.',
      examples: {
        bad: [
          sessionExample({
            session_runner: {
              '- uses: marketplace/job_runner/v4.0': '- uses: «marketplace/job_runner/v4.0»',
              'rundir: ${PW_PARENT_JOB_DIR}': '',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const script = pattern?.startScript;
    const [runner, second] = pattern?.runners ?? [];
    if (
      pattern === undefined ||
      script === undefined ||
      runner?.step.uses === undefined ||
      second !== undefined
    )
      return;
    const { step, job } = runner;
    const keys = (step.with?.pairs ?? []).map((pair) => pair.key.text.text);
    if (keys.some((key) => key === 'rundir' || suggest(key, ['rundir']) !== undefined)) return;
    if (textOf(valueAt(step.with, 'use_existing_script')) !== 'true') return;
    if (valueAt(job.node, 'working-directory') !== undefined) return;
    const { commands } = context.ask(shellCommands, script);
    if (
      commands.some(
        ({ program }) => program === 'cd' || program === 'pushd' || program === 'source' || program === '.',
      )
    )
      return;
    const announces = commands.some((command) =>
      outputTargets(command).some(
        (target) => target.kind === 'file' && literalOf(target.name) === 'SESSION_PORT',
      ),
    );
    const wait = stepsOf(pattern.workflow).find((each) => waitsForService(each.step, context));
    if (!announces || wait === undefined) return;
    yield {
      message: `no "rundir": "${script.path}" writes SESSION_PORT in a directory of job_runner, where "${wait.job.id.value}" does not look`,
      at: runner.step.uses.span,
      related: [{ span: wait.job.id.span, text: 'waits in the job directory' }],
      help: 'add "rundir: ${PW_PARENT_JOB_DIR}"',
    };
  },
});
