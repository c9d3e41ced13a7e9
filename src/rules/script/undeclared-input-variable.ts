import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A `PW_INPUT_` variable without a field in the form. */
export const undeclaredInputVariable = defineRule({
  meta: {
    id: 'undeclared-input-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A script reads a PW_INPUT_ variable for which the form has no field.',
      why: 'The platform makes these variables from the fields of the form: without the field the variable is empty.',
      fix: 'Name the field with its groups in capitals, `PW_INPUT_GROUP_FIELD`, or add it to the form.',
      examples: {
        bad: [
          sessionExample({
            inputs: dedent`
              server:
                type: group
                items:
                  title:
                    type: string
                    default: x
            `,
            start: {
              before: dedent`
                cat > title.txt <<EOF
                «\${PW_INPUT_SERVER_TITEL:-Hello}»
                EOF
              `,
            },
          }),
          sessionExample({
            inputs: dedent`
              settings:
                type: group
                items:
                  greeting:
                    type: string
                    default: hello
            `,
            start: { before: 'echo "«${PW_INPUT_GREETING}»"' },
          }),
        ],
        good: [
          sessionExample({
            inputs: dedent`
              server:
                type: group
                items:
                  title:
                    type: string
                    default: x
            `,
            start: { before: 'echo "${PW_INPUT_MODE:-fast}"' },
          }),
          sessionExample({
            inputs: dedent`
              settings:
                type: group
                items:
                  greeting:
                    type: string
                    default: hello
            `,
            start: { before: 'echo "${PW_INPUT_SETTINGS_GREETING}"' },
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const workflow = file?.workflow;
    if (workflow === undefined) return;
    const reads = context
      .ask(shellOccurrences, script)
      .flatMap(({ variable, start, end }) =>
        variable !== undefined && /^PW_INPUT_\w/.test(variable) ? [{ variable, start, end }] : [],
      );
    if (reads.length === 0) return;
    const known = new Set<string>();
    const resources = new Set<string>();
    for (const input of workflow.form.all) {
      for (const path of [input.path, input.reference]) {
        const name = `PW_INPUT_${path.join('_').replace(/\W/g, '_')}`.toUpperCase();
        known.add(name);
        if (input.items.length === 0) resources.add(name);
      }
    }
    for (const { variable, start, end } of reads) {
      if (known.has(variable.toUpperCase())) continue;
      // The fields of a resource follow its own name.
      if ([...resources].some((name) => variable.toUpperCase().startsWith(`${name}_`))) continue;
      const texts = [file?.source.text ?? '', ...(file?.scripts ?? []).map((one) => one.text.text)];
      if ([...texts, script.text.text].some((text) => setsVariable(text, variable))) continue;
      const near = suggest(variable, known) ?? [...known].find((name) => name.endsWith(variable.slice(8)));
      // With a default of its own it may be meant for another workflow.
      if (near === undefined && /:?[-=?+]/.test(script.shell.text.slice(start, end))) continue;
      yield {
        message: `"${variable}" belongs to no field of the form`,
        at: script.text.spanOf(start, end),
        ...didYouMean(undefined, near),
      };
    }
  },
});
