import type { AnalysisContext } from '../../analysis/analysis.ts';
import { nearPlatformVariable } from '../../analysis/environment/near-platform-variable.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { scriptTexts, workflowTexts } from '../../analysis/workflow/workflow-texts.ts';
import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** Whether a workflow or a script beside it sets the variable. */
function isSetSomewhere(name: string, context: AnalysisContext): boolean {
  const { workspace } = context;
  const texts = [
    ...context.ask(workflowTexts, workspace).values(),
    ...context.ask(scriptTexts, workspace),
    ...workspace.loneScripts.map(({ text }) => text.text),
  ];
  return texts.some((text) => setsVariable(text, name));
}

/** A `PW_` variable that is almost one of the platform's. */
export const misspeltPlatformVariable = defineRule({
  meta: {
    id: 'misspelt-platform-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script reads a PW_ variable that the platform does not set and that resembles one it does.',
      why: 'The shell puts nothing in its place: paths then start at the wrong directory.',
      fix: 'Correct the name; docs/reference/environment.md lists them.',
      examples: {
        bad: [startExample({ before: 'cd "«${PW_PARENT_JOBDIR}»"' })],
        good: [
          startExample({ before: 'cd "${PW_PARENT_JOB_DIR}"' }),
          startExample({
            before: dedent`
              PW_PARENT_DIR=here
              echo "$PW_PARENT_DIR"
            `,
          }),
          startExample({ before: 'cd "${PW_NOVNC_DIR:-$HOME/novnc}"' }),
          startExample({ before: 'echo "${PW_ENDPOINT_NAME} answers at ${PW_ENDPOINT_PORT}"' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const written = script.shell.text.match(/\bPW_\w+/g) ?? [];
    if (written.every((name) => name.startsWith('PW_INPUT_') || nearPlatformVariable(name) === undefined))
      return;
    const seen = new Set<string>();
    for (const { variable, start, end } of context.ask(shellOccurrences, script)) {
      if (variable === undefined || variable.startsWith('PW_INPUT_') || seen.has(variable)) continue;
      const near = nearPlatformVariable(variable);
      if (near === undefined || isSetSomewhere(variable, context)) continue;
      seen.add(variable);
      yield {
        message: `"${variable}" is not set by the platform`,
        at: script.text.spanOf(start, end),
        ...didYouMean(undefined, near),
      };
    }
  },
});
