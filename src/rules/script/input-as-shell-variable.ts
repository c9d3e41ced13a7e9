import {
  foreignVariables,
  knowsItsVariables,
  mentionedVariables,
} from '../../analysis/shell/foreign-variables.ts';
import { dedent } from '../../base/dedent.ts';
import { isBlock } from '../../model/script.ts';
import type { Workflow } from '../../model/workflow.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A field of the form read as a variable of the shell. */
export const inputAsShellVariable = defineRule({
  meta: {
    id: 'input-as-shell-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step or the start script reads a field of the form as if it were a shell variable.',
      why: 'Fields are pasted as expressions, not set as variables of the shell: the text is empty.',
      fix: 'Write `${{ inputs.NAME }}`, or hand the field over in `env`.',
      examples: {
        bad: [
          sessionExample({
            inputs: dedent`
              notebook_dir:
                type: string
                default: /tmp
            `,
            start: { service: 'exec python3 -m http.server "$port" --directory "«$notebook_dir»"' },
          }),
          sessionExample({
            afterwards: '- run: echo "«$greeting»"',
            inputs: dedent`
              greeting:
                type: string
                default: hello
            `,
          }),
        ],
        good: [
          sessionExample({
            inputs: dedent`
              notebook_dir:
                type: string
                default: /tmp
            `,
            start: { service: 'exec python3 -m http.server "$port" --directory "${notebook_dir:-$HOME}"' },
          }),
          sessionExample({
            inputs: dedent`
              notebook_dir:
                type: string
                default: /tmp
            `,
            start: {
              before: 'source inputs.sh',
              service: 'exec python3 -m http.server "$port" --directory "$notebook_dir"',
            },
          }),
          sessionExample({
            afterwards: '- run: echo "${{ inputs.greeting }}"',
            inputs: dedent`
              greeting:
                type: string
                default: hello
            `,
          }),
          sessionExample({
            afterwards: dedent`
              - run: |
                  source inputs.sh
                  echo "$greeting"
            `,
            inputs: dedent`
              greeting:
                type: string
                default: hello
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
    const fields = context.ask(inBlock ? fieldsByName : fieldsByAnyName, workflow);
    // Following a script is dear; most mention no field at all.
    if (![...context.ask(mentionedVariables, script)].some((name) => fields.has(name))) return;
    for (const variable of context.ask(foreignVariables, script)) {
      const reference = fields.get(variable.name);
      if (reference === undefined || !/^[a-z]/.test(variable.name)) continue;
      yield {
        message: `"${variable.name}" is a field of the form, but nothing sets a shell variable of this name`,
        at: variable.at,
        help: inBlock
          ? `write \`\${{ inputs.${reference} }}\`, or hand it over in \`env\``
          : `read "\${PW_INPUT_${reference.replace(/\W/g, '_').toUpperCase()}}", or source a file that a step writes from \`\${{ inputs.${reference} }}\``,
      };
    }
  },
});

/** The references of the fields of a form, by the last names of the fields. */
function fieldsByName(workflow: Workflow): ReadonlyMap<string, string> {
  return new Map(workflow.form.all.map((input) => [input.path.at(-1) ?? '', input.reference.join('.')]));
}

/** The same, also by the names that a file of fields would give them. */
function fieldsByAnyName(workflow: Workflow): ReadonlyMap<string, string> {
  return new Map(
    workflow.form.all.flatMap((input) => {
      const reference = input.reference.join('.');
      return [
        [input.path.at(-1) ?? '', reference],
        [input.path.join('_'), reference],
      ];
    }),
  );
}
