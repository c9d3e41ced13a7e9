import {
  foreignVariables,
  knowsItsVariables,
  mentionedVariables,
} from '../../analysis/shell/foreign-variables.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { isBlock } from '../../model/script.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that only the shell of another step sets. */
export const variableOfAnotherStep = defineRule({
  meta: {
    id: 'variable-of-another-step',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step reads a shell variable that only another step sets.',
      why: 'Each step is a shell of its own: the variable is empty here.',
      fix: 'Write it to `$OUTPUTS` there and read `${{ needs.JOB.outputs.NAME }}` here, or set it here.',
      examples: {
        bad: [
          sessionExample({
            afterwards: '- run: export site_folder=/opt/site',
            start: { service: 'exec python3 -m http.server "$port" --directory "«$site_folder»"' },
          }),
          sessionExample({
            afterwards: dedent`
              - run: base_path="/me/session"
              - run: echo "«$base_path»/"
            `,
          }),
        ],
        good: [
          sessionExample({
            afterwards: '- run: export site_folder=/opt/site',
            start: {
              before: 'site_folder=site',
              service: 'exec python3 -m http.server "$port" --directory "$site_folder"',
            },
          }),
          sessionExample({
            afterwards: dedent`
              - run: |
                  base_path="/me/session"
                  echo "$base_path/"
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const workflow = file?.workflow;
    if (workflow === undefined) return;
    if (!knowsItsVariables(script, workflow, context)) return;
    const inBlock = isBlock(script);
    const mayBeSetElsewhere = [...context.ask(mentionedVariables, script)].some((name) =>
      workflow.scripts.some((one) => one !== script && one.shell.text.includes(`${name}=`)),
    );
    if (!mayBeSetElsewhere) return;
    const fields = new Set(workflow.form.all.map((input) => input.path.at(-1)));
    for (const variable of context.ask(foreignVariables, script)) {
      if (fields.has(variable.name)) continue;
      const sets = new RegExp(
        `(^|[;&|]|\\b(?:export|readonly|declare|local)\\b)\\s*${escapePattern(variable.name)}=`,
        'm',
      );
      const other = workflow.scripts.find((one) => one !== script && sets.test(one.shell.text));
      const place = other === undefined ? undefined : sets.exec(other.shell.text);
      if (other === undefined || place === null || place === undefined) continue;
      const end = place.index + place[0].length;
      yield {
        message: inBlock
          ? `"${variable.name}" is set by another step, and each step is a shell of its own`
          : `"${variable.name}" is set by a step of the workflow, and this script is a shell of its own`,
        at: variable.at,
        related: [
          { span: other.text.spanOf(end - variable.name.length - 1, end - 1), text: 'it is set here' },
        ],
        help: inBlock
          ? 'write it to "$OUTPUTS" there and read `${{ needs.JOB.outputs.NAME }}` here, or set it here as well'
          : 'write it to a file there and source that file here, or set it here as well',
      };
    }
  },
});
