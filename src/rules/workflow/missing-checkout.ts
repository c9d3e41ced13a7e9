import { repositoryUses } from '../../analysis/repository-uses.ts';
import { sessionPattern } from '../../analysis/session-pattern.ts';
import { shellCommands } from '../../analysis/shell-commands.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

const bringing: ReadonlySet<string> = new Set([
  'git',
  'scp',
  'rsync',
  'curl',
  'wget',
  'cp',
  'ln',
  'tar',
  'unzip',
  'mv',
  'aws',
  'gsutil',
  'rclone',
  'pw',
  'sftp',
  'tee',
]);

/** Files of the repository are used, but nothing brings them to the machine. */
export const missingCheckout = defineRule({
  meta: {
    id: 'missing-checkout',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    what: 'A step uses a file of the repository, but no step brings the repository into the job directory.',
    why: 'A run starts in an empty directory. The file is not there, and the step fails.',
    fix: 'Add a first job with `uses: parallelworks/checkout`, and let the jobs that use the files need it.',
    examples: {
      bad: [
        sessionExample({
          without: ['preprocessing'],
          session_runner: `steps:
  - uses: marketplace/job_runner/v4.0
    early-cancel: any-job-failed
    with:
      resource: \${{ inputs.resource }}
      rundir: \${PW_PARENT_JOB_DIR}
      inject_markers: false
      use_existing_script: true
      script_path: «\${PW_PARENT_JOB_DIR}/workflows/hello/start.sh»
`,
          wait_for_service: `ssh:
  remoteHost: \${{ inputs.resource.ip }}
steps:
  - run: source utils/wait_service.sh
    early-cancel: any-job-failed
`,
        }),
      ],
      good: [sessionExample()],
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.checkouts.length > 0) return;
    const brought = pattern.workflow.scripts.some((script) =>
      context.ask(shellCommands, script).commands.some((command) => {
        if (command.program !== undefined && bringing.has(command.program)) return true;
        // A script may also be written in place.
        return command.redirections.some((each) => each.type === 'Redirect' && each.operator.startsWith('>'));
      }),
    );
    if (brought) return;
    const [first, ...others] = context.ask(repositoryUses, file);
    if (first === undefined) return;
    yield {
      message: `no step checks out the repository, so "${first.path}" is not in the job directory`,
      at: first.span,
      related: others.map((use) => ({ span: use.span, text: `"${use.path}" is missing too` })),
      help: 'add a job with "uses: parallelworks/checkout" on the resource, and let this job need it',
    };
  },
});
