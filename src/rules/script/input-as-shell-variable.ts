import { foreignVariables, mentionedVariables } from '../../analysis/script/foreign-variables.ts';
import { allInputs } from '../../model/workflow.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const inputAsShellVariable = defineRule({
  meta: {
    id: 'input-as-shell-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'A step reads a field of the form as if it were a shell variable.',
    why: 'Fields are pasted as expressions, not set as variables of the shell: the text is empty.',
    fix: 'Write `${{ inputs.NAME }}`, or hand the field over in `env`.',
    examples: {
      bad: [
        sessionExample({
          complete: 'needs: [update_session]\nsteps:\n  - run: echo "«$greeting»"\n',
          inputs:
            'resource:\n  type: compute-clusters\n  autoselect: true\ngreeting:\n  type: string\n  default: hello\n',
        }),
      ],
      good: [
        sessionExample({
          complete: 'needs: [update_session]\nsteps:\n  - run: echo "${{ inputs.greeting }}"\n',
          inputs:
            'resource:\n  type: compute-clusters\n  autoselect: true\ngreeting:\n  type: string\n  default: hello\n',
        }),
        sessionExample({
          complete:
            'needs: [update_session]\nsteps:\n  - run: |\n      source inputs.sh\n      echo "$greeting"\n',
          inputs:
            'resource:\n  type: compute-clusters\n  autoselect: true\ngreeting:\n  type: string\n  default: hello\n',
        }),
      ],
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const workflow = file?.workflow;
    if (workflow === undefined || (script.role !== 'run' && script.role !== 'cleanup')) return;
    const fields = new Map(
      [...allInputs(workflow.form.inputs)].map((input) => [
        input.path.at(-1) ?? '',
        input.reference.join('.'),
      ]),
    );
    // Following a script is dear; most mention no field at all.
    if (![...context.ask(mentionedVariables, script)].some((name) => fields.has(name))) return;
    for (const variable of context.ask(foreignVariables, script)) {
      const reference = fields.get(variable.name);
      if (reference === undefined || !/^[a-z]/.test(variable.name)) continue;
      yield {
        message: `"${variable.name}" is a field of the form, but nothing sets a shell variable of this name`,
        at: variable.at,
        help: `write \`\${{ inputs.${reference} }}\`, or hand it over in \`env\``,
      };
    }
  },
});
