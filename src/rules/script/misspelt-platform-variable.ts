import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { scriptTexts, workflowTexts } from '../../analysis/workflow/workflow-texts.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { environmentVariables } from '../../facts/tables/environment-variables.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

const names: readonly string[] = environmentVariables.map((variable) => variable.name);

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
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const written = script.shell.text.match(/\bPW_\w+/g) ?? [];
    if (written.every((name) => name.startsWith('PW_INPUT_') || names.includes(name))) return;
    const seen = new Set<string>();
    for (const { variable, start, end } of context.ask(shellOccurrences, script)) {
      if (variable === undefined || !/^PW_(?!INPUT_)/.test(variable) || names.includes(variable)) continue;
      if (seen.has(variable)) continue;
      const near = suggest(variable, names);
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
