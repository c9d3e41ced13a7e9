import { pairOf, valueAt, type YamlNode, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A path, host or name that begins or ends with a blank. */
export const blankAroundValue = defineRule({
  meta: {
    id: 'blank-around-value',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A path, host, branch or address in quotes begins or ends with a blank.',
      why: 'Quotes keep the blank: no file, host or branch has that name, and the step fails.',
      fix: 'Take the blank out.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                use_existing_script: true
                script_path: «" \${PW_PARENT_JOB_DIR}/start.sh"»
          `,
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/example-lab/sessions.git
                branch: «"main "»
          `,
          stepsExample`
            - run: date
              ssh:
                remoteHost: «'\${{ inputs.resource.ip }} '»
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                use_existing_script: true
                script_path: "\${PW_PARENT_JOB_DIR}/start.sh"
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    const values = [
      ...keys.map((key) => valueAt(step.with, key)),
      valueAt(pairOf(step.node, 'ssh')?.value, 'remoteHost'),
    ];
    for (const value of values) {
      if (!isPadded(value)) continue;
      const { text } = value.text;
      const where = /^\s/.test(text) ? 'begins' : 'ends';
      const [start, end] = paddingOf(value);
      yield {
        message: `this value ${where} with a blank, which the quotes keep`,
        at: value.span,
        help: `write "${text.trim()}"`,
        fix: {
          title: 'Take the blank out',
          safety: 'safe',
          edits: [{ span: value.text.spanOf(start, end), replacement: '' }],
        },
      };
    }
  },
});

/** Arguments of steps that name a file, a folder, a host, a branch or an address. */
const keys = ['script_path', 'rundir', 'repo', 'branch', 'path', 'remoteHost', 'target'] as const;

function isPadded(value: YamlNode | undefined): value is YamlScalar {
  return (
    value?.kind === 'scalar' && /^[ \t]\S|\S[ \t]$/.test(value.text.text) && !value.text.text.includes('\n')
  );
}

/** Where the first blanks stand, before or behind the value. */
function paddingOf({ text: { text } }: YamlScalar): readonly [number, number] {
  const before = text.length - text.trimStart().length;
  return before > 0 ? [0, before] : [text.trimEnd().length, text.length];
}
