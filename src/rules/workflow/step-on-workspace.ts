import { sessionPattern, stepsOf } from '../../analysis/contract/session-pattern.ts';
import { waitsForService } from '../../analysis/contract/waiting-steps.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import { movesFiles } from '../../analysis/workflow/side-channels.ts';
import { stepHost } from '../../analysis/workflow/step-host.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

// What a block says that tells the others about the service, and nothing else.
const writesMarker = /^\s*(set -\w+\s*[\n;]\s*)?touch\s+\S*job\.(started|ended)\s*$/;

/** A step works on the user workspace with the files of a service that runs on the cluster. */
export const stepOnWorkspace = defineRule({
  meta: {
    id: 'step-on-workspace',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step that waits for the service, or writes its marker files, runs on the user workspace, while the service runs on the resource.',
      why: 'Without `ssh` a step runs on the user workspace, whose files are not those of the cluster: the files that it waits for never appear there.',
      fix: 'Add `ssh: {remoteHost: ${{ inputs.resource.ip }}}` to the step or to its job.',
      examples: {
        bad: [
          sessionExample({
            wait_for_service: {
              'ssh:': '',
              'remoteHost: ${{ inputs.resource.ip }}': '',
              '- run: source utils/wait_service.sh': dedent`
                - run: |
                    «while [ ! -f job.started ]; do sleep 3; done
                    echo "HOSTNAME=$(cat HOSTNAME)" >> "$OUTPUTS"
                    echo "SESSION_PORT=$(cat SESSION_PORT)" >> "$OUTPUTS"»
              `,
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
    if (pattern?.resource === undefined || movesFiles(file, context)) return;
    const { resource, workflow } = pattern;
    for (const { step, job } of stepsOf(workflow)) {
      const { run } = step;
      if (run === undefined || stepHost(step, job, workflow).kind !== 'workspace') continue;
      const waits = waitsForService(step, context);
      if (!waits && !writesMarker.test(run.shell.text)) continue;
      // A file of the repository that is not there is another fault, told by another rule.
      if (context.ask(repositoryUses, file).some((use) => use.step === step)) continue;
      yield {
        message: waits
          ? `this step waits on the user workspace for a service that runs on "inputs.${resource}"`
          : `this step writes a marker on the user workspace, but the service runs on "inputs.${resource}"`,
        at: run.text.spanOf(0, run.text.text.trimEnd().length),
        help: `add "ssh: {remoteHost: \${{ inputs.${resource}.ip }}}" to the step or to its job`,
      };
    }
  },
});
