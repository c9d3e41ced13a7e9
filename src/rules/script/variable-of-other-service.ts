import { givenEnvironment } from '../../analysis/shell/given-environment.ts';
import { setVariables } from '../../analysis/shell/set-variables.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { asksForVariable } from '../../analysis/shell/variable-texts.ts';
import { counterparts, foreignVariables } from '../../facts/tables/foreign-variables.ts';
import { isBlock } from '../../model/script.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that another service sets, and this platform does not. */
export const variableOfOtherService = defineRule({
  meta: {
    id: 'variable-of-other-service',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step or a start script reads a variable that only another service sets, such as `GITHUB_ENV`.',
      why: 'It is empty here: a redirection to it fails, and a path that begins with it leads somewhere else.',
      fix: 'Use what this platform has: `$OUTPUTS`, `$PW_PARENT_JOB_DIR`, `env`.',
      examples: {
        bad: [
          inSteps(stepsExample`- run: echo "DATA=$HOME/data" >> «$GITHUB_ENV»`),
          inSteps(stepsExample`- run: cd "«\${GITHUB_WORKSPACE}»/tools"`),
        ],
        good: [
          inSteps(workflowExample`
            env:
              GITHUB_SHA: v1
            steps:
              - run: |
                  curl --output data "https://example.org/\${GITHUB_SHA}"
                  [ -z "$GITHUB_REF" ] || echo "$GITHUB_REF" > ref
                  CI_FOLDER=$HOME/ci
                  mkdir -p "$CI_FOLDER"
                  git clone "https://$GITHUB_TOKEN@example.org/a.git" "$CI_FOLDER/a"
          `),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!isBlock(script) && script.role !== 'start') return;
    const set = context.ask(setVariables, script);
    if (set === 'any') return;
    const given = context.ask(givenEnvironment, script);
    for (const { variable = '', start, end } of context.ask(shellOccurrences, script)) {
      const service = foreignVariables.find(({ begins }) => variable.startsWith(begins))?.service;
      // the file of outputs has a rule of its own, and tokens are secrets that users set themselves
      if (service === undefined || /^GITHUB_OUTPUT$|TOKEN|KEY|PASSWORD|USER(NAME)?$/.test(variable)) continue;
      if (set.has(variable) || given.has(variable)) continue;
      // who says what holds without it, or asks whether it is set, knows
      if (asksForVariable(script.shell.text, variable)) continue;
      const at = script.text.spanOf(start, end);
      yield {
        message: `"${variable}" is set by ${service}, not by this platform`,
        at,
        fault: variable,
        help: counterparts.get(variable) ?? 'set it in `env`, or use a variable of this platform',
      };
    }
  },
});

function inSteps(workflow: string) {
  return { 'workflows/hello/workflow.yaml': workflow };
}
