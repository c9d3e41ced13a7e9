import type { AnalysisContext } from '../../analysis/analysis.ts';
import { assignsVariable } from '../../analysis/shell/variable-texts.ts';
import { jobOutputs } from '../../analysis/workflow/job-outputs.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { calledWorkflowOf } from '../../facts/called-workflows.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { environmentVariables } from '../../facts/tables/environment-variables.ts';
import type { Job, Workflow } from '../../model/workflow.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

const port = 'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}';
const host = 'remoteHost: ${{ needs.wait_for_service.outputs.HOSTNAME }}';
const folder = 'rundir: ${PW_PARENT_JOB_DIR}';

/** An argument that is written for a shell, where none reads it. */
export const shellVariableInArgument = defineRule({
  meta: {
    id: 'shell-variable-in-argument',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A value in `with` is a variable or a command of a shell, where no shell of this workflow reads it.',
      why: 'The platform hands it on as it is written: the session gets "$SESSION_PORT" for its port. Variables of a step end with it, and a called workflow does not know them.',
      fix: 'Write the value to `$OUTPUTS` in the step that knows it, and read it as `${{ needs.JOB.outputs.NAME }}`.',
      examples: {
        bad: [
          sessionExample({ update_session: { [port]: 'remotePort: «${SESSION_PORT}»' } }),
          sessionExample({ update_session: { [host]: 'remoteHost: «$(cat HOSTNAME)»' } }),
          sessionExample({
            preprocessing: {
              'steps:':
                'steps:\n  - run: |\n      partition=$(sinfo -h -o %R | head -n 1)\n      echo "$partition"',
            },
            session_runner: { [folder]: `${folder}\nslurm:\n  partition: «$partition»` },
          }),
        ],
        good: [
          sessionExample(),
          sessionExample({
            update_session: { [port]: `${port}\nslug: "?user=\${PW_USER}"` },
            session_runner: { [folder]: 'rundir: $HOME/pw/jobs/${PW_JOB_ID}' },
          }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step, job, workflow }, context) {
    const uses = step.uses?.value ?? '';
    const isUpdate = uses === 'parallelworks/update-session';
    if (!isUpdate && calledWorkflowOf(uses) === undefined) return;
    for (const [key, scalar] of scalarsOf(step.with)) {
      const written = isUpdate ? shellWords(scalar)[0] : ownVariable(key, scalar, workflow);
      if (written === undefined) continue;
      const isPort = /^(?:remote|local)Port$/.test(key);
      if (!isUpdate || isPort || !isOfPlatform(written.text)) {
        yield refused(written.text, scalar, written.start, { job, workflow, isUpdate, isPort }, context);
      }
    }
  },
});

interface Place {
  readonly job: Job;
  readonly workflow: Workflow;
  readonly isUpdate: boolean;
  readonly isPort: boolean;
}

function refused(
  text: string,
  scalar: YamlScalar,
  start: number,
  { job, workflow, isUpdate, isPort }: Place,
  context: AnalysisContext,
): Finding {
  const name = /(\w+)[^\w]*$/.exec(text)?.[1] ?? '';
  const read = outputNamed(name, job, workflow, context);
  return {
    severity: isPort ? 'error' : undefined,
    message: isUpdate
      ? `no shell reads "${text}": the session gets it as it is written`
      : `"${text}" is a variable of this workflow's scripts, which a called workflow does not have`,
    at: scalar.text.spanOf(start, start + text.length),
    help:
      read === undefined
        ? 'write it to $OUTPUTS in the step that knows it, and read it as ${{ needs.JOB.outputs.NAME }}'
        : `write \${{ ${read} }}`,
  };
}

/** The output of this name in a job that this one needs, or in itself. */
function outputNamed(
  name: string,
  job: Job,
  workflow: Workflow,
  context: AnalysisContext,
): string | undefined {
  for (const one of workflow.jobs) {
    if (one !== job && !job.needs.some(({ value }) => value === one.id.value)) continue;
    const { written } = context.ask(jobOutputs, one);
    const found = written.find(({ key }) => key.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return `needs.${one.id.value}.outputs.${found.key}`;
  }
  return undefined;
}

/** What only a shell would replace in a value. */
function shellWords(scalar: YamlScalar): readonly { readonly text: string; readonly start: number }[] {
  const shell = /\$\{[A-Za-z_]\w*(?:[:\-/%#^,][^{}]*)?\}|\$[A-Za-z_]\w*|\$\([^()]*\)|`[^`]+`/g;
  return [...scalar.text.text.matchAll(shell)].map(({ 0: text, index }) => ({ text, start: index }));
}

const platform: ReadonlySet<string> = new Set(environmentVariables.map(({ name }) => name));

const isOfPlatform = (text: string): boolean => platform.has(/^\$\{?(\w+)/.exec(text)?.[1] ?? '');

/** A value that is a variable which a step of this workflow sets for itself, and nobody else. */
function ownVariable(
  key: string,
  scalar: YamlScalar,
  workflow: Workflow,
): { readonly text: string; readonly start: number } | undefined {
  // scripts that are passed on have variables of their own
  if (/script$|directives$|^inputs_sh$|^shebang$/.test(key)) return undefined;
  const text = scalar.text.text.trim();
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(text)?.[1];
  if (name === undefined || isConventionalVariable(name)) return undefined;
  if (!workflow.scripts.some((script) => assignsVariable(script.shell.text, name))) return undefined;
  return { text, start: scalar.text.text.indexOf(text) };
}

/** The scalars of arguments with their keys, those of groups included. */
function* scalarsOf(node: YamlNode | undefined, key = ''): Generator<readonly [string, YamlScalar]> {
  if (node?.kind === 'scalar' && typeof node.value === 'string') yield [key, node];
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) yield* scalarsOf(pair.value, pair.key.text.text);
}
