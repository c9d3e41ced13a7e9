import { dedent } from '../../base/dedent.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { sessionExample } from '../examples/session-example.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { impossibleTests } from './impossible-test.analysis.ts';

const inputs = dedent`
  engine:
    type: dropdown
    options: [mesa, egl]
    default: mesa
  install:
    type: boolean
    default: true
`;

const preprocessing = {
  '- uses: parallelworks/checkout': dedent`
    - run: |
        cat > inputs.sh <<'END'
        export engine="\${{ inputs.engine }}"
        export install="\${{ inputs.install }}"
        END
    - uses: parallelworks/checkout
  `,
};

/** A script compares a choice of the form with a text that is none of its options. */
export const impossibleTest = defineRule({
  meta: {
    id: 'impossible-test',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A script compares the value of a form field, or a variable that holds it, with a text that is none of its options.',
      why: 'The test never holds: what is behind it never runs, and the option that was meant gets the treatment of the others or an error.',
      fix: 'Compare with the option as its `value` is written in the form; a boolean is the text `true` or `false`.',
      examples: {
        bad: [
          sessionExample({
            preprocessing,
            inputs,
            start: {
              before: dedent`
                source inputs.sh
                case "$engine" in
                  mesa) export LIBGL_ALWAYS_SOFTWARE=1 ;;
                  «hardware») module load egl ;;
                esac
              `,
            },
          }),
          sessionExample({
            preprocessing,
            inputs,
            start: {
              before: dedent`
                source inputs.sh
                if [ "\${install}" = «yes» ]; then
                  python3 -m pip install --user flask
                fi
              `,
            },
          }),
          sessionExample({
            inputs: dedent`
              engine:
                type: dropdown
                options: [mesa, egl]
                default: mesa
            `,
            afterwards: dedent`
              - env:
                  ENGINE: \${{ inputs.engine }}
                run: |
                  if [[ $ENGINE == «"EGL"» ]]; then
                    echo "on the graphics card"
                  else
                    echo "in software"
                  fi
            `,
          }),
          {
            'workflows/hello/workflow.yaml': workflowExample`
              steps:
                - run: |
                    kind="\${{ inputs.engine }}"
                    case $kind in
                      mesa)
                        echo software
                        ;;
                      «eglx»)
                        echo hardware
                        ;;
                      *)
                        echo "unknown engine $kind" >&2
                        exit 1
                        ;;
                    esac
              inputs:
                engine:
                  type: radio
                  options: [mesa, egl]
            `,
          },
        ],
        good: [
          sessionExample({
            preprocessing,
            inputs,
            start: {
              before: dedent`
                source inputs.sh
                case "$engine" in
                  mesa|software) export LIBGL_ALWAYS_SOFTWARE=1 ;;
                  egl|EGL) module load egl ;;
                esac
                if [ "$install" = true ] || [ "$install" = 1 ]; then
                  python3 -m pip install --user flask
                fi
                [ "$engine" = undefined ] && engine=mesa
              `,
            },
          }),
          sessionExample({
            preprocessing,
            inputs,
            start: {
              before: dedent`
                source inputs.sh
                if command -v nvidia-smi > log; then
                  engine=$(nvidia-smi -L | head -n 1)
                fi
                if [ "$engine" = "Tesla" ]; then
                  module load egl
                fi
              `,
            },
          }),
          {
            'workflows/hello/workflow.yaml': workflowExample`
              steps:
                - run: |
                    if [ "\${{ inputs.engine }}" = vulkan ]; then
                      echo later
                    elif [ "\${{ inputs.engine }}" = egl ]; then
                      echo hardware
                    else
                      echo software
                    fi
              inputs:
                engine:
                  type: dropdown
                  options: [mesa, egl]
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { literal, text, choice, near } of context.ask(impossibleTests, script)) {
      const at = script.text.spanOf(literal.pos, literal.end);
      const list = choice.values.slice(0, 8).map((value) => `"${value}"`);
      yield {
        message: `${choice.words} is never "${text}"`,
        at,
        help: helpWith(
          near,
          `it can be ${list.join(', ')}${choice.values.length > list.length ? ', …' : ''}`,
        ),
        ...(choice.field !== undefined && {
          related: [{ span: choice.field.name.span, text: 'the input is declared here' }],
        }),
        ...(near !== undefined &&
          /^[\w.-]+$/.test(near) && {
            fix: {
              title: `Compare with ${near}`,
              safety: 'unsafe',
              edits: [{ span: at, replacement: literal.text.replace(text, near) }],
            },
          }),
      };
    }
  },
});
